import path from 'node:path'
import fs from 'original-fs'
import type { FileHandle } from 'node:fs/promises'
import type { Stats } from 'node:fs'
import { FileFailure } from './file-failure.ts'
import type { Place } from './locate.ts'

const { constants, promises } = fs

/** What is opened is no link, and nobody waits for the other end of a pipe. Windows knows neither: it takes nothing. */
export const plainOnly = constants.O_NOFOLLOW | constants.O_NONBLOCK

/** Only the user may read what the app makes, as in Chrome. */
export const fileMode = 0o600
export const directoryMode = 0o700

const descriptors = '/proc/self/fd'
const hasDescriptors = fs.existsSync(descriptors)

/** On most systems but Linux small and large letters are the same, and accents have two forms. */
const fold = (file: string): string =>
  process.platform === 'linux' ? file : file.normalize('NFC').toLowerCase()

function isSame(one: Stats, other: Stats): boolean {
  return one.dev === other.dev && one.ino === other.ino
}

/** What was opened is what lies at the path, and no link is on the way: looked at afterwards, so that no race is won. */
async function checkOpened(handle: FileHandle, file: string): Promise<Stats> {
  const opened = await handle.stat()
  const real = await promises.realpath(file)
  if (fold(real) === fold(file) && isSame(opened, await promises.lstat(file))) return opened
  throw new FileFailure('NotFoundError')
}

async function open<T>(file: string, flags: number, act: (handle: FileHandle) => Promise<T>): Promise<T> {
  const handle = await promises.open(file, flags | plainOnly)
  try {
    return await act(handle)
  } finally {
    await handle.close()
  }
}

/**
 * Gives a path of the directory to be used until `act` is over. Where the system can it is that of the descriptor, so
 * that nobody can put a link in the way meanwhile. The directory itself is no link; those before it are not looked for.
 */
export async function holdDirectory<T>(
  directory: string,
  act: (held: string, handle: FileHandle) => Promise<T>,
): Promise<T> {
  return open(directory, constants.O_RDONLY | constants.O_DIRECTORY, (handle) =>
    act(hasDescriptors ? path.join(descriptors, String(handle.fd)) : directory, handle),
  )
}

/** The same of an absolute path, on which there must be no link at all. */
export async function inDirectory<T>(directory: string, act: (held: string) => Promise<T>): Promise<T> {
  return holdDirectory(directory, async (held, handle) => {
    await checkOpened(handle, directory)
    return act(held)
  })
}

/** Opens a file, which may have to be made, and closes it when `act` is over. Other things than files are not there. */
export async function withFile<T>(
  { parent, name }: Pick<Place, 'parent' | 'name'>,
  flags: number,
  act: (handle: FileHandle, stats: Stats) => Promise<T>,
): Promise<T> {
  return inDirectory(parent, (held) =>
    open(path.join(held, name), flags, async (handle) => {
      const stats = hasDescriptors ? await handle.stat() : await checkOpened(handle, path.join(held, name))
      if (stats.isFile()) return act(handle, stats)
      throw new FileFailure(stats.isDirectory() ? 'TypeMismatchError' : 'NotFoundError')
    }),
  )
}

/** What lies there: a file or a directory. Links and devices are not there, as in Chrome. */
export async function statIn(held: string, name: string): Promise<Stats> {
  const stats = await promises.lstat(path.join(held, name))
  if (stats.isFile() || stats.isDirectory()) return stats
  throw new FileFailure('NotFoundError')
}
