import path from 'node:path'
import { realFs } from './real-fs.ts'
import type { Stats } from 'node:fs'
import { inDirectory, statIn } from './checked-files.ts'
import { FileFailure, isCode } from './file-failure.ts'
import type { Place } from './locate.ts'
import { copyFile, copyTree, removeTree } from './trees.ts'

const { promises } = realFs

/** Nobody writes a file over itself, by whatever name. */
function isSame(one: Stats, other: Stats): boolean {
  return one.dev === other.dev && one.ino === other.ino
}

/** A file may take the place of a file, a directory that of an empty one. */
async function makeRoom(target: string, source: Stats): Promise<void> {
  const found = await promises.lstat(target).catch(() => undefined)
  if (found === undefined) return
  if (isSame(found, source) || found.isDirectory() !== source.isDirectory())
    throw new FileFailure('InvalidModificationError')
  if (found.isDirectory()) await promises.rmdir(target)
}

async function copy(source: string, target: string, stats: Stats): Promise<void> {
  await (stats.isDirectory() ? copyTree : copyFile)(source, target)
}

async function move(source: string, target: string, stats: Stats): Promise<void> {
  try {
    await promises.rename(source, target)
  } catch (error) {
    if (!isCode(error, 'EXDEV')) throw error
    await copy(source, target, stats)
    await (stats.isDirectory() ? removeTree(source) : promises.unlink(source))
  }
}

const pathOf = ({ name, parent }: Place): string => path.join(parent, name)

/** Copies or moves a file, or a directory with all that is in it. What is there gives way where Chrome lets it. */
export async function transfer(from: Place, to: Place, isMove: boolean): Promise<void> {
  const isInItself = `${pathOf(to)}${path.sep}`.startsWith(`${pathOf(from)}${path.sep}`)
  if (isInItself) throw new FileFailure('InvalidModificationError')
  await inDirectory(from.parent, (source) =>
    inDirectory(to.parent, async (target) => {
      const stats = await statIn(source, from.name)
      const [old, next] = [path.join(source, from.name), path.join(target, to.name)]
      await makeRoom(next, stats)
      await (isMove ? move : copy)(old, next, stats)
    }),
  )
}
