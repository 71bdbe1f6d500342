import { beforeEach, describe, expect, it } from 'vitest'
import { parseMessage } from '../../../../src/main/calls/parse-message.ts'
import { Outbox } from '../../../../src/preload/main-world/outbox.ts'
import { maxTextCharacters, maxUpCharacters, maxUpValues } from '../../../../src/renderer-types/wire.ts'
import type { UpRecord } from '../../../../src/renderer-types/wire.ts'
import { expectLimitToComeBack } from '../../../support/limits.ts'

const record: UpRecord = { kind: 'interest', event: 'tcp.onReceive', listening: true }

let outbox: Outbox

beforeEach(() => {
  outbox = new Outbox()
})

const gather = (id: number, bytes: Uint8Array): boolean => outbox.gather(id, 7, bytes, bytes.byteLength)

/** The most that is gathered in one message. */
function measureCapacity(): number {
  const fits = (length: number): boolean => new Outbox().gather(1, 1, new Uint8Array(length), length)
  let step = 2 ** 26
  let most = 0
  for (; step >= 1; step /= 2) if (fits(most + step)) most += step
  return most
}

describe('an outbox', () => {
  it('is empty until something is said, and when it was taken', () => {
    expect(outbox.isEmpty).toBe(true)
    outbox.add(record, 0)
    expect(outbox.isEmpty).toBe(false)
    expect(outbox.close(3)).toEqual([3, undefined, record])
    expect([outbox.isEmpty, outbox.close(0)]).toEqual([true, [0, undefined]])
    gather(1, new Uint8Array(0))
    expect(outbox.isEmpty).toBe(false)
  })

  it('takes a call whose texts are too long beside others only when those have gone', () => {
    const call = (length: number): UpRecord => {
      const texts = 'x'.repeat(length).match(/.{1,100000}/g)
      return { kind: 'call', id: 1, method: 'tcp.create', args: [texts] }
    }
    expect([outbox.add(call(maxUpCharacters - 1), 0), outbox.add(call(1), 0), outbox.isFull]).toEqual([
      true,
      true,
      true,
    ])
    expect(outbox.add(call(1), 0)).toBe(false)
    outbox.close(0)
    expect([outbox.add(call(2 * maxUpCharacters), 0), outbox.isFull]).toEqual([true, true])
  })

  it.each([1, 30, 5000])('takes as many lists as the main process hears, of %i objects each', (length) => {
    const list = Array.from({ length }, () => ({ name: 'a', value: 'b' }))
    const call: UpRecord = { kind: 'call', id: 1, method: 'tcp.create', args: [1, 2, { list }] }
    let calls = 0
    while (!outbox.isFull && outbox.add(call, 0)) calls += 1
    expect(calls).toBeGreaterThan(0)
    expect(parseMessage(outbox.close(0))?.items).toHaveLength(calls)
    expect(outbox.add(call, 0)).toBe(true)
  })

  const callOf = (argument: unknown): UpRecord => ({
    kind: 'call',
    id: 1,
    method: 'tcp.create',
    args: [argument],
  })
  it.each<[string, UpRecord, number]>([
    ['texts', callOf('x'.repeat(maxUpCharacters / 4)), 0],
    ['values', callOf(Array<number>(maxUpValues / 4 - 10).fill(1)), 0],
    ['bytes of datagrams', callOf(0), 64 * 1024],
  ])('takes only so many %s, and as many again when they have gone', (_what, call, bytes) =>
    expectLimitToComeBack({ limit: 4, take: () => outbox.add(call, bytes), giveBack: () => outbox.close(0) }),
  )

  it('takes no call that has more in it than any message may have', () => {
    const call: UpRecord = {
      kind: 'call',
      id: 1,
      method: 'tcp.create',
      args: [Array<number>(maxUpValues).fill(1)],
    }
    expect([outbox.add(call, 0), outbox.isEmpty]).toEqual([false, true])
  })

  it('takes no call with a text that the main process does not read', () => {
    const call = (length: number): UpRecord => {
      return { kind: 'call', id: 1, method: 'tcp.create', args: [{ name: 'x'.repeat(length) }] }
    }
    expect(outbox.add(call(maxTextCharacters), 0)).toBe(true)
    expect(outbox.add(call(maxTextCharacters + 1), 0)).toBe(false)
    outbox.close(0)
    expect(outbox.add(call(maxTextCharacters + 1), 0)).toBe(false)
  })

  it('has the bytes of all sends one behind the other, copied at once', () => {
    const bytes = new Uint8Array([1, 2, 3])
    gather(1, bytes)
    outbox.add(record, 0)
    bytes.fill(9)
    gather(2, bytes.subarray(1))
    gather(3, new Uint8Array(0))
    bytes.fill(0)
    const [, taken, ...items] = outbox.close(0)
    expect(items).toEqual([[1, 7, 3], record, [2, 7, 2, 0]])
    expect([...new Uint8Array(taken ?? new ArrayBuffer(0))].slice(0, 5)).toEqual([1, 2, 3, 9, 9])
  })

  it('has calls of one socket, with ids that count upwards, in one item', () => {
    const say = (id: number, socketId: number): boolean => outbox.gather(id, socketId, new Uint8Array(id), id)
    for (const [id, socketId] of [
      [1, 7],
      [2, 7],
      [3, 7],
      [4, 8],
      [5, 7],
      [7, 7],
      [8, 7],
    ] as const)
      say(id, socketId)
    expect(outbox.close(0).slice(2)).toEqual([
      [1, 7, 1, 2, 3],
      [4, 8, 4],
      [5, 7, 5],
      [7, 7, 7, 8],
    ])
    say(9, 7)
    expect(outbox.close(0).slice(2)).toEqual([[9, 7, 9]])
  })

  it('has no bytes where none were sent', () => {
    outbox.add(record, 0)
    gather(1, new Uint8Array(0))
    expect(outbox.close(0)[1]).toBeUndefined()
  })

  it('takes of the next message only its own bytes, though the memory is the same', () => {
    gather(1, new Uint8Array([1, 2, 3, 4]))
    const first = structuredClone(outbox.close(0))
    gather(2, new Uint8Array([5]))
    const second = structuredClone(outbox.close(0))
    expect([...new Uint8Array(first[1] ?? new ArrayBuffer(0))].slice(0, 4)).toEqual([1, 2, 3, 4])
    expect(second[2]).toEqual([2, 7, 1])
    expect(new Uint8Array(second[1] ?? new ArrayBuffer(0))[0]).toBe(5)
  })

  it('posts hardly more than what was gathered', () => {
    for (const length of [1, 15, 16, 17, 100, 127, 128, 129, 1000, 4097, 65_537, 200_000]) {
      gather(1, new Uint8Array(length))
      const size = outbox.close(0)[1]?.byteLength
      expect(size).toBeGreaterThanOrEqual(length)
      expect(size).toBeLessThanOrEqual(length * 1.25 + 16)
    }
  })

  it('takes no more bytes than one message holds, and changes nothing when it refuses', () => {
    const capacity = measureCapacity()
    expect(gather(1, new Uint8Array(capacity - 1).fill(5))).toBe(true)
    expect([gather(2, new Uint8Array(2)), gather(3, new Uint8Array([6]))]).toEqual([false, true])
    expect(gather(4, new Uint8Array(1))).toBe(false)
    const [, bytes, ...items] = outbox.close(0)
    expect(items).toEqual([
      [1, 7, capacity - 1],
      [3, 7, 1],
    ])
    expect(new Uint8Array(bytes ?? new ArrayBuffer(0)).subarray(capacity - 2, capacity)).toEqual(
      new Uint8Array([5, 6]),
    )
    expect(gather(5, new Uint8Array(capacity))).toBe(true)
  })
})
