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
  const read = (path: string, descriptor: number): string => {
    try {
      return buffer.toString('latin1', 0, readSync(descriptor, buffer, 0, longest, 0))
    } catch (error) {
      descriptors.delete(path)
      closeSync(descriptor)
      throw error
    }
  }
  const open = (path: string): number => {
    const descriptor = openSync(path, 'r')
    descriptors.set(path, descriptor)
    return descriptor
  }
  return (path) => {
    const descriptor = descriptors.get(path)
    if (descriptor === undefined) return read(path, open(path))
    try {
      return read(path, descriptor)
    } catch {
      // That was another process's, which had the same number.
      return read(path, open(path))
    }
  }
}
