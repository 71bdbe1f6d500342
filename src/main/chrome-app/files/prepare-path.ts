import path from 'node:path'
import { realFs } from './real-fs.ts'
import { fileMode, plainOnly } from './checked-files.ts'

const { constants, promises } = realFs

async function makeFile(file: string): Promise<void> {
  const flags = constants.O_RDONLY | constants.O_CREAT | plainOnly
  await (await promises.open(file, flags, fileMode)).close()
}

/**
 * The path by which something is given away that the user has named, without links on the way; undefined where it is
 * not what the app may have. A file that is to be written is made if it is not there, and is never a link
 * (Chromium: app_file_handler_util.cc).
 */
export async function preparePath(
  chosen: string,
  isDirectory: boolean,
  isWritable: boolean,
): Promise<string | undefined> {
  try {
    const file = path.join(await promises.realpath(path.dirname(chosen)), path.basename(chosen))
    if (isWritable && !isDirectory) await makeFile(file)
    const real = isWritable ? file : await promises.realpath(file)
    const stats = await promises.lstat(real)
    return (isDirectory ? stats.isDirectory() : stats.isFile()) ? real : undefined
  } catch {
    return undefined
  }
}
