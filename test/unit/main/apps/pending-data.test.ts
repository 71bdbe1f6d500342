import { beforeEach, describe, expect, it } from 'vitest'
import { Page } from '../../../../src/main/apps/page.ts'
import { PendingData, toArrayBuffer } from '../../../../src/main/apps/pending-data.ts'
import { defaultLimits } from '../../../../src/main/limits.ts'
import { flowControl } from '../../../../src/renderer-types/wire.ts'
import { MemoryPort } from '../../../support/memory-port.ts'
import { Random } from '../../../support/random.ts'
import { settle } from '../../../support/until.ts'

const { messageBytes } = flowControl

let port: MemoryPort
let page: Page

beforeEach(() => {
  port = new MemoryPort()
  page = new Page(port, defaultLimits)
})

const shapes = (): [number, number, number][] =>
  port.data.map(({ socketId, bufferSize, data }) => [socketId, bufferSize, data.byteLength])

describe('reads that have not been posted', () => {
  it('become one where they are successive, of one socket and of one buffer size', async () => {
    for (const text of ['ab', 'c', 'def']) page.postData(1, 4096, Buffer.from(text))
    await settle(1)
    expect([shapes(), port.text]).toEqual([[[1, 4096, 6]], 'abcdef'])
  })

  it('stay apart where another socket comes in between, and in order', async () => {
    for (const [id, text] of [
      [1, 'ab'],
      [2, 'c'],
      [1, 'd'],
      [1, 'e'],
    ] as const)
      page.postData(id, 4096, Buffer.from(text))
    await settle(1)
    expect(shapes()).toEqual([
      [1, 4096, 2],
      [2, 4096, 1],
      [1, 4096, 2],
    ])
    expect(port.text).toBe('abcde')
  })

  it('stay apart where the buffer size has changed: each is cut by its own', async () => {
    page.postData(1, 4096, Buffer.from('ab'))
    page.postData(1, 2, Buffer.from('c'))
    page.postData(1, 2, Buffer.from('d'))
    page.postData(1, 4096, Buffer.from('e'))
    await settle(1)
    expect(shapes()).toEqual([
      [1, 4096, 2],
      [1, 2, 2],
      [1, 4096, 1],
    ])
  })

  it('stay apart where anything else was said in between', async () => {
    page.postData(1, 4096, Buffer.from('ab'))
    page.postSent(1, 1)
    page.postData(1, 4096, Buffer.from('c'))
    await settle(1)
    expect(port.records.map(({ kind }) => kind)).toEqual(['data', 'reply', 'data'])
  })

  it('do not grow what was posted already', async () => {
    page.postData(1, 4096, Buffer.from('ab'))
    await settle(1)
    page.acknowledge(1)
    page.postData(1, 4096, Buffer.from('c'))
    await settle(1)
    expect(port.data.map(({ data }) => data.byteLength)).toEqual([2, 1])
  })

  it('are enough when they fill a message', () => {
    const data = new PendingData(1, 4096, Buffer.alloc(messageBytes - 2))
    const accepts = (socketId: number, bufferSize: number, length: number): boolean =>
      data.accepts(socketId, bufferSize, Buffer.alloc(length))
    expect([accepts(1, 4096, 2), accepts(2, 4096, 2), accepts(1, 4095, 2)]).toEqual([true, false, false])
    expect(accepts(1, 4096, 3)).toBe(false)
    data.add(Buffer.alloc(2))
    expect([data.byteLength, accepts(1, 4096, 1)]).toEqual([messageBytes, false])
  })

  it.each([1, 2, 3, 4, 5, 6])(
    'come out byte by byte as they came, whatever their sizes: seed %i',
    async (seed) => {
      const random = new Random(seed)
      const came = new Map<number, Uint8Array[]>([1, 2, 3].map((id) => [id, []]))
      let [id, bufferSize] = [1, 4096]
      for (let i = 0; i < 300; i += 1) {
        if (random.below(3) === 0) id = 1 + random.below(3)
        if (random.below(8) === 0) bufferSize = random.pick([1, 7, 1000, 1024, 1500, 4096, 70_000])
        const chunk = random.bytes(1 + random.below(random.pick([2, 100, 5000, 65_536])))
        came.get(id)?.push(chunk)
        page.postData(id, bufferSize, Buffer.from(chunk))
        if (random.below(10) === 0) await settle(1)
        page.acknowledge(random.below(2))
      }
      page.end()
      for (const [socketId, chunks] of came) {
        const posted = port.data.filter((record) => record.socketId === socketId)
        const bytes = Buffer.concat(posted.map(({ data }) => Buffer.from(data)))
        expect(bytes.equals(Buffer.concat(chunks))).toBe(true)
      }
    },
  )
})

describe('an ArrayBuffer', () => {
  it('is the very one of a Buffer that fills it', () => {
    const buffer = Buffer.from(new ArrayBuffer(8))
    expect(toArrayBuffer(buffer)).toBe(buffer.buffer)
  })

  it('is the bytes alone of a Buffer that is a part of a larger block', () => {
    const block = Buffer.from('secret data of others')
    const part = toArrayBuffer(block.subarray(7, 11))
    expect([part.byteLength, Buffer.from(part).toString()]).toEqual([4, 'data'])
    expect(toArrayBuffer(Buffer.from('x')).byteLength).toBe(1)
  })

  it('is a copy of memory that is shared', () => {
    const copy = toArrayBuffer(Buffer.from(new SharedArrayBuffer(3)))
    expect([copy instanceof ArrayBuffer, copy.byteLength]).toEqual([true, 3])
  })
})
