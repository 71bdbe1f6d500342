import { describe, expect, it } from 'vitest'
import { SocketWrites } from '../../../../../src/preload/chrome-app/main-world/sockets/socket-writes.ts'
import type { Calls, Settle } from '../../../../../src/preload/main-world/calls.ts'

interface Said {
  readonly socketId: number
  readonly bytes: number[]
  readonly settle: Settle
}

/** Writes whose calls are answered by hand. */
function createWrites(quota = 1_000_000) {
  const said: Said[] = []
  const answers: unknown[] = []
  const post: Calls['post'] = (_method, [socketId, piece], settle) => {
    said.push({ socketId: socketId as number, bytes: [...(piece as Uint8Array)], settle })
  }
  const writes = new SocketWrites({ post } as Calls, quota)
  const write = (socketId: number, data: Uint8Array): void =>
    writes.write(socketId, data, (...answer) => answers.push(answer))
  /** Answers the oldest call as if all had been written. */
  const take = (): void => {
    const { bytes, settle } = said.shift()!
    settle([bytes.length], undefined)
  }
  return { answers, said, take, write }
}

const filled = (length: number, value: number): Uint8Array => new Uint8Array(length).fill(value)

describe('what is written by chrome.socket', () => {
  it('goes piece by piece, each when the one before has been written', () => {
    const { answers, said, take, write } = createWrites()
    write(1, filled(150_000, 1))
    const lengths: number[] = []
    for (; said.length > 0; take()) lengths.push(...said.map(({ bytes }) => bytes.length))
    expect(lengths).toEqual([65_536, 65_536, 18_928])
    expect(answers).toEqual([[150_000, undefined]])
  })

  it('is written one after the other, by each socket for itself', () => {
    const { answers, said, take, write } = createWrites()
    write(1, filled(70_000, 1))
    write(1, filled(1, 2))
    write(2, filled(1, 3))
    expect(said.map(({ bytes, socketId }) => [socketId, bytes[0]])).toEqual([
      [1, 1],
      [2, 3],
    ])
    for (let i = 0; i < 4; i += 1) take()
    expect(answers).toEqual([
      [1, undefined],
      [70_000, undefined],
      [1, undefined],
    ])
    write(1, filled(1, 4))
    expect(said).toHaveLength(1)
  })

  it('has the bytes of the call, whatever the page does with them then', () => {
    const { said, take, write } = createWrites()
    const data = filled(70_000, 1)
    write(1, data)
    data.fill(9)
    take()
    expect(said[0]?.bytes[0]).toBe(1)
  })

  it('of nothing is one call', () => {
    const { answers, said, take, write } = createWrites()
    write(1, new Uint8Array(0))
    expect(said).toHaveLength(1)
    take()
    expect(answers).toEqual([[0, undefined]])
  })

  it('ends with the first piece that is not written, and what comes behind it goes on', () => {
    const { answers, said, write } = createWrites()
    write(1, filled(150_000, 1))
    write(1, filled(1, 2))
    said.shift()!.settle([-15], undefined)
    said.shift()!.settle([-1], 'Socket not found')
    expect(answers).toEqual([
      [-15, undefined],
      [-1, 'Socket not found'],
    ])
    expect(said).toEqual([])
  })

  it('is no more than the quota at a time', () => {
    const { answers, take, write } = createWrites(10)
    write(1, filled(6, 1))
    write(2, filled(5, 1))
    expect(answers).toEqual([[undefined, 'Exceeded write quota.']])
    take()
    write(2, filled(10, 1))
    take()
    expect(answers.slice(1)).toEqual([
      [6, undefined],
      [10, undefined],
    ])
  })
})
