import type * as Fs from 'node:fs'
import type { ReadFile } from './process-times.ts'

/** The kernel says no more than that of a process. */
const longest = 1024

/** Reads small files of the kernel's again and again, which stay open until they have gone: to open one costs more than to read it. */
export function createReader({
  closeSync,
  openSync,
  readSync,
}: Pick<typeof Fs, 'closeSync' | 'openSync' | 'readSync'>): ReadFile {
  const descriptors = new Map<string, number>()
  const buffer = Buffer.alloc(longest)
  return (path) => {
    const descriptor = descriptors.get(path) ?? openSync(path, 'r')
    descriptors.set(path, descriptor)
    try {
      return buffer.toString('latin1', 0, readSync(descriptor, buffer, 0, longest, 0))
    } catch (error) {
      descriptors.delete(path)
      closeSync(descriptor)
      throw error
    }
  }
}
