import path from 'node:path'
import { FileFailure } from './file-failure.ts'
import type { Gift, Gifts } from './gifts.ts'

/** Where an entry is, as far as its path tells: what really lies there has yet to be looked at. */
export interface Place {
  readonly gift: Gift
  /** Absolute. */
  readonly parent: string
  readonly name: string
}

/** Characters of an entry's path: no system takes longer ones. */
const maxPath = 4096

/** Names that a system would take for more than a name. */
const unusable = path.sep === '\\' ? /[\0\\:]/ : /\0/

/** The names of a path of an entry, which the pages have made plain: `/tree/sub/file`. */
function splitPath(entryPath: string): string[] {
  if (entryPath.length > maxPath || unusable.test(entryPath)) throw new FileFailure('NotFoundError')
  const [first, ...names] = entryPath.split('/')
  const isPlain = first === '' && names.every((name) => name !== '' && name !== '.' && name !== '..')
  if (!isPlain) throw new FileFailure('EncodingError')
  return names
}

/** Finds the place of an entry in what was given. Throws a {@link FileFailure}. */
export function locate(gifts: Gifts, id: string, entryPath: string): Place {
  const gift = gifts.get(id)
  if (gift === undefined) throw new FileFailure('SecurityError')
  // The root above what was given is there, but nothing can be done with it (Chromium: isolated_context.cc).
  if (entryPath === '/') throw new FileFailure('NoModificationAllowedError')
  const [first, ...inside] = splitPath(entryPath)
  if (first !== gift.name || (inside.length > 0 && !gift.isDirectory)) throw new FileFailure('EncodingError')
  const full = path.join(gift.root, ...inside)
  return { gift, parent: path.dirname(full), name: path.basename(full) }
}

/** The same of an entry that is to be changed. */
export function locateWritable(gifts: Gifts, id: string, entryPath: string): Place {
  const place = locate(gifts, id, entryPath)
  if (!place.gift.isWritable) throw new FileFailure('SecurityError')
  return place
}

/** And of one that may have to be made: what was given as a single file is not made again. */
export function locateToCreate(gifts: Gifts, id: string, entryPath: string): Place {
  const place = locateWritable(gifts, id, entryPath)
  if (!place.gift.isDirectory) throw new FileFailure('SecurityError')
  return place
}
