import fs from 'node:fs/promises'
import path from 'node:path'
import { isInside } from '../../ipc/origins.ts'

/** Characters of a path in a URL, where each byte may be three: no system takes a longer one. */
const maxPath = 3 * 4096

function decode(pathname: string): string | undefined {
  // As in Chrome a slash that is written so is none, and no name has one.
  if (pathname.length > maxPath || /%2f/i.test(pathname)) return undefined
  try {
    return decodeURIComponent(pathname)
  } catch {
    return undefined
  }
}

/** The file of the folder that a URL's path stands for; undefined where there is none, or where it leads out of it. */
export async function findFile(folder: string, pathname: string): Promise<string | undefined> {
  const decoded = decode(pathname)
  if (decoded === undefined || decoded.includes('\0') || decoded.includes('\\')) return undefined
  const file = path.join(folder, decoded)
  if (!isInside(folder, file)) return undefined
  try {
    const real = await fs.realpath(file)
    return isInside(folder, real) && (await fs.stat(real)).isFile() ? real : undefined
  } catch {
    return undefined
  }
}
