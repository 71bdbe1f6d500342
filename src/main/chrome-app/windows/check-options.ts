import type { Frame } from './frame-options.ts'
import { readFrame } from './frame-options.ts'
import type { CreateOptions } from './window-options.ts'

const sides = ['left', 'top', 'width', 'height', 'minWidth', 'minHeight', 'maxWidth', 'maxHeight'] as const

/** Characters of an id. */
const maxId = 256

/** What is wrong with the id: it is looked at before all else, and nothing else where a window has it already. */
export function checkId({ id = '' }: CreateOptions): string | undefined {
  return id.length > maxId ? `The window id can not be more than ${maxId} characters long.` : undefined
}

function checkBounds({ innerBounds, outerBounds }: CreateOptions): string | undefined {
  const side = sides.find((key) => innerBounds?.[key] !== undefined && outerBounds?.[key] !== undefined)
  return side && `The ${side} property cannot be specified for both inner and outer bounds.`
}

function checkOthers(options: CreateOptions, permissions: ReadonlySet<string>): string | undefined {
  const { alphaEnabled, alwaysOnTop, id = '', ime, showInShelf } = options
  if (ime !== undefined) return 'The "ime" option is not supported for platform app.'
  if (alphaEnabled !== undefined && !permissions.has('app.window.alpha'))
    return 'The alphaEnabled option requires app.window.alpha permission.'
  if (alwaysOnTop === true && !permissions.has('app.window.alwaysOnTop'))
    return 'The "app.window.alwaysOnTop" permission is required.'
  if (showInShelf === true && id === '') return 'The "showInShelf" option requires the "id" option to be set.'
  return undefined
}

/** The frame of a window that may be made, or the text of lastError, in the order in which Chrome looks. */
export function checkOptions(options: CreateOptions, permissions: ReadonlySet<string>): Frame | string {
  const complaint = checkBounds(options)
  if (complaint !== undefined) return complaint
  const frame = readFrame(options.frame)
  return typeof frame === 'string' ? frame : (checkOthers(options, permissions) ?? frame)
}
