import path from 'node:path'
import { realFs } from './real-fs.ts'
import type { AppResult } from '../../../renderer-types/contract/apps/index.ts'
import { fileMode, directoryMode, inDirectory, statIn, withFile } from './checked-files.ts'
import { FileFailure, isCode } from './file-failure.ts'
import type { Place } from './locate.ts'
import { removeTree } from './trees.ts'

const { constants, promises } = realFs

export type Metadata = AppResult<'files', 'getMetadata'>
export type Listing = AppResult<'files', 'list'>

/** Characters of the names in one directory; each costs some more, as the memory does that it takes. */
const maxNames = 32 * 1024 * 1024
const perName = 64

export function getMetadata({ name, parent }: Place): Promise<Metadata> {
  return inDirectory(parent, async (held) => {
    const stats = await statIn(held, name)
    return { isDirectory: stats.isDirectory(), size: stats.size, modified: Math.trunc(stats.mtimeMs) }
  })
}

/** Links, devices and the like are left out. */
export function listDirectory({ name, parent }: Place): Promise<Listing> {
  return inDirectory(path.join(parent, name), async (held) => {
    const directories: string[] = []
    const files: string[] = []
    let characters = 0
    for await (const entry of await promises.opendir(held, { bufferSize: 256 })) {
      if (entry.isDirectory()) directories.push(entry.name)
      else if (entry.isFile()) files.push(entry.name)
      characters += perName + entry.name.length
      if (characters > maxNames) throw new FileFailure('QuotaExceededError')
    }
    return { directories: directories.join('/'), files: files.join('/') }
  })
}

/** What is there already stays as it is. */
export function create({ name, parent }: Place, isDirectory: boolean, isExclusive: boolean): Promise<void> {
  return inDirectory(parent, async (held) => {
    try {
      if (isDirectory) await promises.mkdir(path.join(held, name), directoryMode)
      else await createFile(path.join(held, name))
    } catch (error) {
      // Chrome says so of a name that no file can have.
      if (isCode(error, 'ENAMETOOLONG')) throw new FileFailure('InvalidStateError')
      if (!isCode(error, 'EEXIST')) throw error
      const found = await statIn(held, name)
      if (isExclusive) throw error
      if (found.isDirectory() !== isDirectory) throw new FileFailure('TypeMismatchError')
    }
  })
}

async function createFile(file: string): Promise<void> {
  const handle = await promises.open(
    file,
    constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL,
    fileMode,
  )
  await handle.close()
}

function checkPosition(position: number): void {
  if (!Number.isSafeInteger(position) || position < 0) throw new FileFailure('InvalidStateError')
}

/** In place: what is not written over stays. */
export function write(place: Place, position: number, bytes: Uint8Array): Promise<void> {
  checkPosition(position)
  return withFile(place, constants.O_WRONLY, async (handle) => {
    let written = 0
    while (written < bytes.byteLength)
      written += (await handle.write(bytes, written, bytes.byteLength - written, position + written))
        .bytesWritten
  })
}

export function truncate(place: Place, size: number): Promise<void> {
  checkPosition(size)
  return withFile(place, constants.O_WRONLY, (handle) => handle.truncate(size))
}

/** A directory that is not empty is kept, unless all of it is to go. Of links in it the links go, not what they lead to. */
export function remove({ name, parent }: Place, isRecursive: boolean): Promise<void> {
  return inDirectory(parent, async (held) => {
    const stats = await statIn(held, name)
    const target = path.join(held, name)
    if (isRecursive && stats.isDirectory()) await removeTree(target)
    else if (stats.isDirectory()) await promises.rmdir(target)
    else await promises.unlink(target)
  })
}
