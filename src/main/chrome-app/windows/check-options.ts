import { notCreated } from '../../../renderer-types/app-wire.ts'
import type { Frame } from './frame-options.ts'
import { readFrame } from './frame-options.ts'
import type { CreateOptions } from './window-options.ts'

export const needsAlwaysOnTop = 'The "app.window.alwaysOnTop" permission is required.'

type Permissions = ReadonlySet<string>
/** The text of lastError. */
type Complaint = string | undefined

const sides = ['left', 'top', 'width', 'height', 'minWidth', 'minHeight', 'maxWidth', 'maxHeight'] as const

/** Bytes of an id, whatever Chrome calls them. */
const maxId = 256

/** What is wrong with the id: it is looked at before all else, and nothing else where a window has it already. */
export function checkId({ id = '' }: CreateOptions): Complaint {
  return Buffer.byteLength(id) > maxId
    ? `The window id can not be more than ${maxId} characters long.`
    : undefined
}

function checkBounds({ innerBounds, outerBounds }: CreateOptions): Complaint {
  const side = sides.find((key) => innerBounds?.[key] !== undefined && outerBounds?.[key] !== undefined)
  return side && `The ${side} property cannot be specified for both inner and outer bounds.`
}

/** Characters of the address of an icon: more than any file in a folder has. */
const maxIcon = 4096

function checkAlpha({ alphaEnabled }: CreateOptions, { kind }: Frame, permissions: Permissions): Complaint {
  if (alphaEnabled === undefined) return undefined
  if (!permissions.has('app.window.alpha'))
    return 'The alphaEnabled option requires app.window.alpha permission.'
  return kind === 'none' ? undefined : 'The alphaEnabled option can only be used with "frame: \'none\'".'
}

function checkOthers(
  { alwaysOnTop, icon = '', id = '', showInShelf }: CreateOptions,
  permissions: Permissions,
): Complaint {
  if (alwaysOnTop === true && !permissions.has('app.window.alwaysOnTop')) return needsAlwaysOnTop
  if (showInShelf === true && id === '') return 'The "showInShelf" option requires the "id" option to be set.'
  return icon.length > maxIcon ? notCreated : undefined
}

function checkRest(options: CreateOptions, frame: Frame, permissions: Permissions): Complaint {
  if (options.ime !== undefined) return 'The "ime" option is not supported for platform app.'
  return checkAlpha(options, frame, permissions) ?? checkOthers(options, permissions)
}

/** The frame of a window that may be made, or the text of lastError, in the order in which Chrome looks. */
export function checkOptions(options: CreateOptions, permissions: Permissions): Frame | string {
  const complaint = checkBounds(options)
  if (complaint !== undefined) return complaint
  const frame = readFrame(options)
  return typeof frame === 'string' ? frame : (checkRest(options, frame, permissions) ?? frame)
}
