import path from 'node:path'
import { hashToId } from '../../permissions/app-id.ts'

const idPattern = /^[a-p]{32}$/

/** What an app without a `key` is known by. */
export interface Place {
  readonly directory: string
  /** The name and the folder of a packaged program, which may be mounted at another place each time. */
  readonly program: { readonly name: string; readonly folder: string } | undefined
}

function describePlace({ directory, program }: Place): string {
  if (program === undefined) return directory
  return `${program.name}/${path.relative(program.folder, directory).replaceAll(path.sep, '/')}`
}

/** The manifest's `key`, else the option, else the place where the folder is. */
export function findAppId(key: unknown, option: string | undefined, place: Place): string {
  if (typeof key === 'string') return hashToId(Buffer.from(key, 'base64'))
  if (option === undefined) return hashToId(Buffer.from(describePlace(place)))
  if (idPattern.test(option)) return option
  throw new TypeError(`electron-chrome-sockets: option "id" must be 32 letters from a to p, not '${option}'`)
}
