import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Page } from '../../../../src/main/page/page.ts'
import { PendingData } from '../../../../src/main/page/pending-data.ts'
import { PiecePool } from '../../../../src/main/page/piece-pool.ts'
import { defaultLimits } from '../../../../src/main/install/limits.ts'
import { flowControl } from '../../../../src/renderer-types/wire.ts'
import type { DataItem } from '../../../../src/renderer-types/wire.ts'
import { MemoryPort } from '../../../support/pages/memory-port.ts'
import { Random } from '../../../support/random.ts'
import { takeTurns } from '../../../support/until.ts'

const { messageBytes } = flowControl

let port: MemoryPort
let page: Page

beforeEach(() => {
  port = new MemoryPort()
  page = new Page(port, defaultLimits, { url: 'app://test/', windowId: 1 })
})

const shapes = (): [number, number, number][] =>
  port.data.map(({ socketId, bufferSize, data }) => [socketId, bufferSize, data.byteLength])

describe('reads that have not been posted', () => {
  it('become one where they are successive, of one socket and of one buffer size', async () => {
    for (const text of ['ab', 'c', 'def']) page.postData(1, 4096, Buffer.from(text))
    await takeTurns(1)
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
    await takeTurns(1)
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
    await takeTurns(1)
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
    await takeTurns(1)
    expect(port.records.map(({ kind }) => kind)).toEqual(['data', 'reply', 'data'])
  })

  it('do not grow what was posted already', async () => {
    page.postData(1, 4096, Buffer.from('ab'))
    await takeTurns(1)
    page.acknowledge(1)
    page.postData(1, 4096, Buffer.from('c'))
    await takeTurns(1)
    expect(port.data.map(({ data }) => data.byteLength)).toEqual([2, 1])
  })

  it('are no more than a message holds: what is left begins another', () => {
    const data = new PendingData(1, 4096, new PiecePool())
    expect(data.add(Buffer.alloc(messageBytes - 2)).byteLength).toBe(0)
    expect([data.accepts(1, 4096), data.accepts(2, 4096), data.accepts(1, 4095)]).toEqual([
      true,
      false,
      false,
    ])
    expect([...data.add(Buffer.from([1, 2, 3, 4, 5]))]).toEqual([3, 4, 5])
    expect([data.byteLength, data.accepts(1, 4096)]).toEqual([messageBytes, false])
  })

  it('are copied: the memory they came in is used again', async () => {
    for (const bufferSize of [2, 4096, 1024]) {
      const chunk = Buffer.alloc(3000, 'a')
      page.postData(1, bufferSize, chunk)
      chunk.fill('x')
    }
    await takeTurns(1)
    expect(port.text).toBe('a'.repeat(9000))
  })

  it('are posted in pieces of the buffer size, from memory that is used again', async () => {
    const pool = new PiecePool()
    const cut = (length: number): DataItem => {
      const data = new PendingData(1, 4096, pool)
      data.add(Buffer.alloc(length))
      const item = data.toItem()
      data.release()
      return item
    }
    const [, , , ...first] = cut(10_000)
    const [, , , ...second] = cut(9000)
    expect([first, second].map((pieces) => pieces.map(({ byteLength }) => byteLength))).toEqual([
      [4096, 4096, 1808],
      [4096, 4096, 808],
    ])
    expect(new Set([...first, ...second]).size).toBe(4)
  })

  it('are cut by the page where the pieces would be tiny, from some that are a multiple', () => {
    const data = new PendingData(1, 7, new PiecePool())
    data.add(Buffer.alloc(150_000))
    const [, , bufferSize, ...pieces] = data.toItem()
    expect(bufferSize).toBe(7)
    expect(pieces.slice(0, -1).every(({ byteLength }) => byteLength > 60_000 && byteLength % 7 === 0)).toBe(
      true,
    )
    expect(pieces.reduce((sum, { byteLength }) => sum + byteLength, 0)).toBe(150_000)
  })

  it('take no more memory than they are long, however large the buffer of the socket', () => {
    const taken = vi.spyOn(PiecePool.prototype, 'borrow')
    const data = new PendingData(1, 2 ** 31 - 1, new PiecePool())
    for (let i = 0; i < 3; i += 1) data.add(Buffer.from('abc'))
    const [, , , ...pieces] = data.toItem()
    expect(pieces.map((piece) => Buffer.from(piece).toString())).toEqual(['abcabcabc'])
    expect(taken).not.toHaveBeenCalled()
    taken.mockRestore()
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
        if (random.below(10) === 0) await takeTurns(1)
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
