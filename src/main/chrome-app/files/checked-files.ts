import path from 'node:path'
import { realFs } from './real-fs.ts'
import type { FileHandle } from 'node:fs/promises'
import type { Stats } from 'node:fs'
import { FileFailure } from './file-failure.ts'
import type { Place } from './locate.ts'

const { constants, promises } = realFs

/** What is opened is no link, and nobody waits for the other end of a pipe. Windows knows neither: it takes nothing. */
export const plainOnly = constants.O_NOFOLLOW | constants.O_NONBLOCK

/** Only the user may read what the app makes, as in Chrome. */
export const fileMode = 0o600
export const directoryMode = 0o700

/** Where Linux has the files that are open: the path of a directory there is good whatever becomes of its own. */
const descriptors = '/proc/self/fd'
const hasDescriptors = realFs.existsSync(descriptors)
/** Linux: the directory may be gone through, and need not be readable. */
const pathOnly = 0o10_000_000
const directoryFlags = constants.O_DIRECTORY | (hasDescriptors ? pathOnly : constants.O_RDONLY)

const pathOf = (handle: FileHandle): string => path.join(descriptors, String(handle.fd))

/** On other systems small and large letters are the same, and accents have two forms. */
const fold = (file: string): string => file.normalize('NFC').toLowerCase()

/** Whether that is what lies there, with no link on the way: asked after it was opened, so that there is no race to win. */
async function isAt(handle: FileHandle, file: string): Promise<boolean> {
  if (hasDescriptors) return (await promises.readlink(pathOf(handle))) === file
  const [opened, found] = [await handle.stat(), await promises.lstat(file)]
  const isSame = opened.dev === found.dev && opened.ino === found.ino
  return isSame && fold(await promises.realpath(file)) === fold(file)
}

async function checkPlace(handle: FileHandle, file: string): Promise<void> {
  if (!(await isAt(handle, file))) throw new FileFailure('NotFoundError')
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
 * Gives a path of the directory to be used until `act` is over: where there are descriptors nobody can put a link in
 * its way. The directory itself is no link; those before it are not looked for.
 */
export function holdDirectory<T>(
  directory: string,
  act: (held: string, handle: FileHandle) => Promise<T>,
): Promise<T> {
  return open(directory, directoryFlags, (handle) => act(hasDescriptors ? pathOf(handle) : directory, handle))
}

/** The same of an absolute path, on which there must be no link at all. */
export function inDirectory<T>(directory: string, act: (held: string) => Promise<T>): Promise<T> {
  return holdDirectory(directory, async (held, handle) => {
    await checkPlace(handle, directory)
    return act(held)
  })
}

/** Opens a file and closes it when `act` is over. Other things than files are not there. */
export function withFile<T>(
  { parent, name }: Pick<Place, 'parent' | 'name'>,
  flags: number,
  act: (handle: FileHandle) => Promise<T>,
): Promise<T> {
  return inDirectory(parent, (held) =>
    open(path.join(held, name), flags, async (handle) => {
      if (!hasDescriptors) await checkPlace(handle, path.join(held, name))
      if ((await handle.stat()).isFile()) return act(handle)
      throw new FileFailure('NotFoundError')
    }),
  )
}

/** What lies there: a file or a directory. Links and devices are not there, as in Chrome. */
export async function statIn(held: string, name: string): Promise<Stats> {
  const stats = await promises.lstat(path.join(held, name))
  if (stats.isFile() || stats.isDirectory()) return stats
  throw new FileFailure('NotFoundError')
}
