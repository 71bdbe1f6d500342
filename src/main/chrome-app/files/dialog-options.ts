import path from 'node:path'
import type { FileFilter, OpenDialogOptions, SaveDialogOptions } from 'electron'
import type { AppArguments } from '../../../renderer-types/contract/apps/index.ts'
import { listExtensions } from '../serve/content-types.ts'

export type ChooseOptions = NonNullable<AppArguments<'fileGifts', 'choose'>[0]>
type Accept = NonNullable<ChooseOptions['accepts']>[number]

/** What a dialog can show without end: types, and extensions of each. */
const maxTypes = 64
const maxExtensions = 256

/** Bytes of a name; most systems take no more. */
const maxName = 255

const allFiles: FileFilter = { name: 'All Files', extensions: ['*'] }

function readType({ description, extensions = [], mimeTypes = [] }: Accept): FileFilter | undefined {
  const all = [...mimeTypes.flatMap(listExtensions), ...extensions.map((one) => one.replace(/^\.+/, ''))]
  const known = [...new Set(all)].filter((one) => /^[^\0/\\]{1,64}$/.test(one)).slice(0, maxExtensions)
  if (known.length === 0) return undefined
  return {
    name: description?.slice(0, maxName) ?? known.map((one) => `*.${one}`).join(', '),
    extensions: known,
  }
}

/** The types that a dialog offers. */
function listTypes({ accepts = [], acceptsAllTypes = true }: ChooseOptions): FileFilter[] {
  const types = accepts
    .slice(0, maxTypes)
    .map(readType)
    .filter((type) => type !== undefined)
  return acceptsAllTypes || types.length === 0 ? [...types, allFiles] : types
}

/** Only the name of a path, whatever system it is of. */
function readName(suggested = ''): string {
  const name = suggested.split(/[/\\]/).at(-1)?.replaceAll('\0', '') ?? ''
  return name === '.' || name === '..' ? '' : name.slice(0, maxName)
}

/** The dialog for files that are there, or for a directory. */
export function describeOpenDialog(options: ChooseOptions, directory: string): OpenDialogOptions {
  if (options.type === 'openDirectory')
    return { defaultPath: directory, properties: ['openDirectory', 'createDirectory'] }
  return {
    defaultPath: path.join(directory, readName(options.suggestedName)),
    properties: options.acceptsMultiple === true ? ['openFile', 'multiSelections'] : ['openFile'],
    filters: listTypes(options),
  }
}

export function describeSaveDialog(options: ChooseOptions, directory: string): SaveDialogOptions {
  return {
    defaultPath: path.join(directory, readName(options.suggestedName)),
    properties: ['createDirectory', 'showOverwriteConfirmation'],
    filters: listTypes(options),
  }
}
