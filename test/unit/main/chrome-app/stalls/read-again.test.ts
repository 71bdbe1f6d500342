import fs from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import type { ReadFile } from '../../../../../src/main/chrome-app/stalls/process-times.ts'
import { readProcessTimes } from '../../../../../src/main/chrome-app/stalls/process-times.ts'
import { createReader } from '../../../../../src/main/chrome-app/stalls/read-again.ts'

interface Kept {
  readonly text: string
  hasGone: boolean
}

/** A file system whose files go, while they are open, as the kernel's of processes do. */
class Files {
  readonly #files = new Map<string, Kept>()
  readonly open = new Map<number, Kept>()
  /** How many were opened. */
  opened = 0
  /** How often one was to be closed that was not open: another file may have its number by then. */
  closedWrongly = 0
  /** More may not be open. */
  most = Infinity
  readonly read: ReadFile

  constructor() {
    const { closeSync, openSync, readSync } = this
    // What else these three take is not used.
    this.read = createReader({ closeSync, openSync, readSync } as unknown as typeof fs)
  }

  write(path: string, text: string): void {
    this.remove(path)
    this.#files.set(path, { text, hasGone: false })
  }

  remove(path: string): void {
    const file = this.#files.get(path)
    if (file !== undefined) file.hasGone = true
    this.#files.delete(path)
  }

  readonly openSync = (path: string): number => {
    const file = this.#files.get(path)
    if (file === undefined) throw new Error('ENOENT')
    if (this.open.size >= this.most) throw new Error('EMFILE')
    this.opened += 1
    this.open.set(this.opened, file)
    return this.opened
  }

  readonly closeSync = (descriptor: number): void => {
    if (this.open.delete(descriptor)) return
    this.closedWrongly += 1
    throw new Error('EBADF')
  }

  readonly readSync = (
    descriptor: number,
    buffer: Uint8Array,
    offset: number,
    length: number,
    position: number,
  ): number => {
    const file = this.open.get(descriptor)
    if (file === undefined) throw new Error('EBADF')
    if (file.hasGone) throw new Error('ESRCH')
    const bytes = Buffer.from(file.text.slice(position, position + length), 'latin1')
    buffer.set(bytes, offset)
    return bytes.length
  }
}

let files: Files

beforeEach(() => {
  files = new Files()
})

describe('a file that is read again and again', () => {
  it('is opened once, and each time all of it is read, as it is then', () => {
    const texts = ['1234567890', '12', '']
    files.write('/proc/7/stat', 'a')
    expect(files.read('/proc/7/stat')).toBe('a')
    for (const text of texts) {
      const [file] = files.open.values()
      Object.assign(file ?? {}, { text })
      expect(files.read('/proc/7/stat')).toBe(text)
    }
    expect(files.opened).toBe(1)
  })

  it('may be as long as what the kernel says of a process', () => {
    // 52 numbers of 64 bits.
    const text = Array.from({ length: 52 }, () => '18446744073709551615')
      .join(' ')
      .slice(0, 1024)
    files.write('/proc/7/stat', text)
    expect(files.read('/proc/7/stat')).toBe(text)
  })

  it('is one of several', () => {
    files.write('/proc/7/stat', 'seven')
    files.write('/proc/8/stat', 'eight')
    for (let i = 0; i < 2; i += 1) {
      expect(files.read('/proc/7/stat')).toBe('seven')
      expect(files.read('/proc/8/stat')).toBe('eight')
    }
    expect(files.opened).toBe(2)
  })

  it('is closed when it has gone', () => {
    files.write('/proc/7/stat', 'a')
    files.read('/proc/7/stat')
    files.remove('/proc/7/stat')
    for (let i = 0; i < 2; i += 1) expect(() => files.read('/proc/7/stat')).toThrow('ENOENT')
    expect(files.open.size).toBe(0)
    expect(files.closedWrongly).toBe(0)
  })

  it('is opened anew where another one has its name', () => {
    files.write('/proc/7/stat', 'old')
    files.read('/proc/7/stat')
    files.write('/proc/7/stat', 'new')
    expect(files.read('/proc/7/stat')).toBe('new')
    expect(files.read('/proc/7/stat')).toBe('new')
    expect([files.opened, files.open.size]).toEqual([2, 1])
  })

  it('is closed, too, where it goes as soon as it is open', () => {
    files.write('/proc/7/stat', 'a')
    const { openSync, closeSync, readSync } = files
    const read = createReader({
      openSync: (path: string) => {
        const descriptor = openSync(path)
        files.remove(path)
        return descriptor
      },
      closeSync,
      readSync,
    } as unknown as typeof fs)
    expect(() => read('/proc/7/stat')).toThrow('ESRCH')
    expect(files.open.size).toBe(0)
  })
})

describe('a program that has opened all files that it may', () => {
  it('reads those that are open already, and the others later', () => {
    files.write('/proc/7/stat', 'seven')
    files.write('/proc/8/stat', 'eight')
    files.read('/proc/7/stat')
    files.most = 1
    expect(() => files.read('/proc/8/stat')).toThrow('EMFILE')
    expect(files.read('/proc/7/stat')).toBe('seven')
    files.most = 2
    expect(files.read('/proc/8/stat')).toBe('eight')
    expect(files.open.size).toBe(2)
  })
})

it('of a process that has gone no file is open any more', () => {
  for (let pid = 1; pid <= 20; pid += 1) {
    const paths = [`/proc/${pid}/stat`, `/proc/${pid}/schedstat`] as const
    files.write(paths[0], `${pid} (a) S 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 100`)
    files.write(paths[1], '1000000 2 3')
    expect(readProcessTimes(pid, files.read)?.load).toHaveLength(2)
    for (const path of paths) files.remove(path)
    expect(readProcessTimes(pid, files.read)).toBeUndefined()
  }
  expect(files.open.size).toBe(0)
})

it('really reads what the kernel says of this process', () => {
  const read = createReader(fs)
  for (let i = 0; i < 2; i += 1) expect(read(`/proc/${process.pid}/stat`)).toMatch(/^\d+ \(.*\) \w /)
  expect(() => read('/proc/none/stat')).toThrow('ENOENT')
})
