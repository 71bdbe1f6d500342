import { beforeEach, describe, expect, it } from 'vitest'
import { createFileError } from '../../../../src/preload/chrome-app/main-world/files/file-error.ts'
import { createWriterClass } from '../../../../src/preload/chrome-app/main-world/files/file-writer.ts'

class ProgressEvent extends Event {
  readonly loaded: number
  readonly total: number

  constructor(name: string, { loaded, total }: { loaded: number; total: number }) {
    super(name)
    this.loaded = loaded
    this.total = total
  }
}
Object.assign(globalThis, { ProgressEvent })

interface FileWriter extends EventTarget {
  readonly readyState: number
  readonly error: DOMException | null
  readonly position: number
  readonly length: number
  onwrite: unknown
  onwriteend: unknown
  write: (data: Blob) => void
  seek: (position: number) => void
  truncate: (size: number) => void
  abort: () => void
}

const createWriter = createWriterClass()
const names = ['writestart', 'progress', 'write', 'abort', 'error', 'writeend']
let content: Uint8Array
let failure: string | undefined
let pieces: number[]
let writer: FileWriter
let events: string[]

const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20))

function open(): FileWriter {
  const made = createWriter(content.byteLength, {
    write: async (position, bytes) => {
      if (failure !== undefined) throw createFileError(failure)
      pieces.push(bytes.byteLength)
      const next = new Uint8Array(Math.max(content.byteLength, position + bytes.byteLength))
      next.set(content)
      next.set(new Uint8Array(bytes), position)
      content = next
    },
    truncate: async (size) => {
      const next = new Uint8Array(size)
      next.set(content.subarray(0, size))
      content = next
    },
  }) as FileWriter
  for (const name of names)
    made.addEventListener(name, () =>
      events.push(`${name} ${made.readyState} ${made.position}/${made.length}`),
    )
  return made
}

const text = (): string => new TextDecoder().decode(content)

beforeEach(() => {
  content = new TextEncoder().encode('hello world!')
  failure = undefined
  pieces = []
  events = []
  writer = open()
})

describe('a FileWriter', () => {
  it('writes in place, and tells in the order of Chrome', async () => {
    writer.write(new Blob(['HELLO']))
    expect(events).toEqual(['writestart 1 0/12'])
    await rest()
    expect(text()).toBe('HELLO world!')
    expect(events).toEqual([
      'writestart 1 0/12',
      'progress 1 5/12',
      'progress 1 5/12',
      'write 2 5/12',
      'writeend 2 5/12',
    ])
    events = []
    writer.truncate(3)
    await rest()
    expect(text()).toBe('HEL')
    expect(events).toEqual(['writestart 1 5/12', 'write 2 3/3', 'writeend 2 3/3'])
  })

  it('seeks from the end, too, and not beyond it', () => {
    const positions = [-1, 100, -100, 2, NaN].map((position) => {
      writer.seek(position)
      return writer.position
    })
    expect(positions).toEqual([11, 12, 0, 2, 0])
  })

  it('writes the pieces of a large Blob one after the other', async () => {
    writer.write(new Blob([new Uint8Array(1_250_000)]))
    await expect.poll(() => writer.readyState).toBe(2)
    expect(pieces).toEqual([524_288, 524_288, 201_424])
    expect(content.byteLength).toBe(1_250_000)
  })

  it('does one thing at a time', async () => {
    writer.write(new Blob(['x']))
    for (const act of [() => writer.write(new Blob()), () => writer.seek(1), () => writer.truncate(1)])
      expect(act).toThrow(/^Failed to execute '\w+' on 'FileWriter': An operation that depends on state/)
    expect(writer.error?.name).toBe('InvalidStateError')
    await rest()
    expect(text()).toBe('xello world!')
    expect(() => writer.truncate(-1)).toThrow(DOMException)
  })

  it('is aborted at once, and can write again', async () => {
    writer.write(new Blob(['x']))
    writer.abort()
    writer.write(new Blob(['again']))
    expect(events).toEqual(['writestart 1 0/12', 'abort 2 0/12', 'writeend 2 0/12', 'writestart 1 0/12'])
    await rest()
    expect(text()).toBe('again world!')
    expect(writer.error?.name).toBe('AbortError')
    writer.abort()
    expect(events.filter((event) => event.startsWith('abort'))).toHaveLength(1)
  })

  it('tells what has failed', async () => {
    failure = 'NotFoundError'
    writer.write(new Blob(['x']))
    await rest()
    expect(events).toEqual(['writestart 1 0/12', 'error 2 0/12', 'writeend 2 0/12'])
    expect(writer.error?.name).toBe('NotFoundError')
    expect(writer.error?.code).toBe(8)
  })

  it('lets its handlers go on', async () => {
    const told: string[] = []
    writer.onwrite = () => {
      told.push('write')
      writer.onwrite = null
      writer.write(new Blob(['b']))
    }
    writer.onwriteend = () => told.push('end')
    writer.write(new Blob(['a']))
    await rest()
    expect(told).toEqual(['write', 'end', 'end'])
    expect(text()).toBe('abllo world!')
    writer.onwriteend = 5
    expect(writer.onwriteend).toBeNull()
  })
})
