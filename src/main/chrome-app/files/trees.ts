import path from 'node:path'
import { realFs } from './real-fs.ts'
import type { FileHandle } from 'node:fs/promises'
import { directoryMode, fileMode, holdDirectory, plainOnly } from './checked-files.ts'
import { FileFailure } from './file-failure.ts'

const { constants, promises } = realFs

const pieceLength = 1024 * 1024
/** Each level of a tree has a descriptor or two open while it is walked. */
const maxDepth = 256

async function copyBytes(from: FileHandle, to: FileHandle): Promise<void> {
  const piece = new Uint8Array(pieceLength)
  for (;;) {
    const { bytesRead } = await from.read(piece, 0, pieceLength)
    if (bytesRead === 0) return
    for (let at = 0; at < bytesRead;) at += (await to.write(piece, at, bytesRead - at)).bytesWritten
  }
}

/** What is at the target is written over. */
export async function copyFile(source: string, target: string): Promise<void> {
  const from = await promises.open(source, constants.O_RDONLY | plainOnly)
  try {
    const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | plainOnly
    const to = await promises.open(target, flags, fileMode)
    try {
      await copyBytes(from, to)
    } finally {
      await to.close()
    }
  } finally {
    await from.close()
  }
}

function checkDepth(depth: number): void {
  if (depth > maxDepth) throw new FileFailure('InvalidStateError')
}

/** Links and devices in it are left out: an app does not see them either. */
export async function copyTree(source: string, target: string, depth = 0): Promise<void> {
  checkDepth(depth)
  await promises.mkdir(target, directoryMode)
  await holdDirectory(source, (from) =>
    holdDirectory(target, async (to) => {
      for await (const entry of await promises.opendir(from)) {
        const [old, next] = [path.join(from, entry.name), path.join(to, entry.name)]
        if (entry.isDirectory()) await copyTree(old, next, depth + 1)
        else if (entry.isFile()) await copyFile(old, next)
      }
    }),
  )
}

/** Of links in it the links go, and not what they lead to. */
export async function removeTree(directory: string, depth = 0): Promise<void> {
  checkDepth(depth)
  await holdDirectory(directory, async (held) => {
    for await (const entry of await promises.opendir(held)) {
      const inside = path.join(held, entry.name)
      if (entry.isDirectory()) await removeTree(inside, depth + 1)
      else await promises.unlink(inside)
    }
  })
  await promises.rmdir(directory)
}
