import { describe, expect, it } from 'vitest'
import { DatagramQueue } from '../../../../src/main/sockets/datagram-queue.ts'
import type { Datagram } from '../../../../src/main/sockets/datagram-queue.ts'

const datagram = (size: number, remotePort = 1): Datagram => ({
  data: Buffer.alloc(size),
  remoteAddress: '127.0.0.1',
  remotePort,
})

/** How many of that size it holds. */
function countHeld(queue: DatagramQueue, size: number): number {
  const same = datagram(size)
  for (let i = 0; i < 3000; i += 1) queue.push(same)
  let count = 0
  for (; queue.shift() !== undefined; count += 1);
  return count
}

describe('a queue of datagrams', () => {
  it('gives them back in order, until it is empty', () => {
    const queue = new DatagramQueue()
    expect([queue.first, queue.shift()]).toEqual([undefined, undefined])
    const [first, second] = [datagram(1, 1), datagram(0, 2)]
    queue.push(first)
    queue.push(second)
    expect(queue.first).toBe(first)
    expect([queue.shift(), queue.shift(), queue.shift()]).toEqual([first, second, undefined])
    expect(queue.first).toBe(undefined)
  })

  it.each([
    [65_507, 3],
    [1400, 171],
    [0, 2048],
  ])('of %i bytes holds %i: what comes on top is lost', (size, count) => {
    expect(countHeld(new DatagramQueue(), size)).toBe(count)
  })

  it('has room again for what was taken out', () => {
    const queue = new DatagramQueue()
    for (let i = 0; i < 3; i += 1) expect(countHeld(queue, 65_507)).toBe(3)
  })

  it('loses the one that does not fit, and keeps a smaller one that comes after it', () => {
    const queue = new DatagramQueue()
    for (let i = 0; i < 4; i += 1) queue.push(datagram(65_507))
    const small = datagram(1, 9)
    queue.push(small)
    expect([queue.shift(), queue.shift(), queue.shift(), queue.shift()].at(-1)).toBe(small)
    expect(queue.first).toBe(undefined)
  })
})
