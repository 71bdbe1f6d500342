import fs from 'node:fs/promises'
import path from 'node:path'
import { isInside } from '../../ipc/origins.ts'
import { FileFailure } from './file-failure.ts'
import type { Listing, Metadata } from './file-operations.ts'
import type { Place } from './locate.ts'

/** The app's own folder is read by Electron's `fs`: it may be in an archive. Nobody can write there. Links, pipes and devices are not there. */
async function findReal({ gift: { root }, name, parent }: Place): Promise<string> {
  const file = path.join(parent, name)
  const real = await fs.realpath(file)
  const stats = await fs.lstat(file)
  const isPlain = stats.isFile() || stats.isDirectory()
  if (isPlain && (real === root || isInside(root, real))) return real
  throw new FileFailure('NotFoundError')
}

export async function getPackageMetadata(place: Place): Promise<Metadata> {
  const stats = await fs.stat(await findReal(place))
  return { isDirectory: stats.isDirectory(), size: stats.size, modified: Math.trunc(stats.mtimeMs) }
}

export async function listPackage(place: Place): Promise<Listing> {
  const entries = await fs.readdir(await findReal(place), { withFileTypes: true })
  const list = (wanted: (typeof entries)[number][]): string => wanted.map(({ name }) => name).join('/')
  return {
    directories: list(entries.filter((entry) => entry.isDirectory())),
    files: list(entries.filter((entry) => entry.isFile())),
  }
}
