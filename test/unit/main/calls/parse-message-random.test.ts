import { describe, expect, it } from 'vitest'
import { parseMessage } from '../../../../src/main/calls/parse-message.ts'
import type { SendItem, UpMessage, UpRecord } from '../../../../src/renderer-types/wire.ts'
import { Random } from '../../../support/random.ts'
import { readRun } from '../../../support/pages/read-run.ts'

const seeds = Array.from({ length: 8 }, (_, i) => i + 1)

function createRecord(random: Random): UpRecord {
  if (random.below(3) === 0) return { kind: 'interest', event: 'tcp.onReceive', listening: true }
  return { kind: 'call', id: random.below(1000), method: 'tcp.close', args: [random.below(5)] }
}

/** A message as the facade makes them. */
function createMessage(random: Random): UpMessage {
  let used = 0
  const createLength = (): number => {
    const length = random.below(random.pick([1, 5, 100]))
    used += length
    return length
  }
  const items = Array.from({ length: random.below(30) }, (): UpRecord | SendItem => {
    if (random.below(4) === 0) return createRecord(random)
    const others = Array.from({ length: random.below(random.pick([1, 10])) }, createLength)
    return [random.below(1000), random.below(3), ...others, createLength()]
  })
  const spare = random.below(10)
  return [random.below(3), used + spare === 0 ? undefined : random.bytes(used + spare).buffer, ...items]
}

/** Each send by itself, and what it sends. */
function listSends(message: UpMessage): unknown[] {
  const [, bytes = new ArrayBuffer(0), ...items] = message
  let start = 0
  return items.flatMap((item): unknown[] => {
    if ('kind' in item) return [item]
    const [firstId, socketId, ...lengths] = item
    return lengths.map((length, i) => {
      start += length
      return [firstId + i, socketId, Buffer.from(bytes, start - length, length).toString('hex')]
    })
  })
}

/** The same of what the parser has made of it. */
function listParsed(message: UpMessage): unknown[] | undefined {
  return parseMessage(message)?.items.flatMap((item): unknown[] => {
    if (item.kind !== 'sends') return [item]
    const bytes = readRun(item)
    let start = 0
    expect(item.byteLength).toBe(item.calls.reduce((sum, { byteLength }) => sum + byteLength, 0))
    return item.calls.map(({ id, byteLength }) => {
      start += byteLength
      return [id, item.socketId, bytes.toString('hex', start - byteLength, start)]
    })
  })
}

const junk = [
  undefined,
  null,
  -1,
  0.5,
  Number.NaN,
  Infinity,
  2 ** 31,
  -(2 ** 31),
  1n,
  '',
  'call',
  true,
  {},
  [],
  [[]],
  { kind: 'call' },
  { kind: 'sends', socketId: 1, calls: [], bytes: new ArrayBuffer(0), start: 0, byteLength: 0 },
  { kind: 'failure', id: 1, args: [], error: '' },
  new ArrayBuffer(3),
  new Uint8Array(3),
  new Date(0),
  /x/,
  new Map(),
  new Error('x'),
]

describe.each(seeds)('messages of seed %i', (seed) => {
  it('that are well formed are read item by item as they are', () => {
    const random = new Random(seed)
    for (let i = 0; i < 100; i += 1) {
      const message = createMessage(random)
      expect(listParsed(structuredClone(message))).toEqual(listSends(message))
    }
  })

  it('have each run of one socket alone, and never two of one socket side by side', () => {
    const random = new Random(seed)
    for (let i = 0; i < 100; i += 1) {
      const items = parseMessage(createMessage(random))?.items ?? []
      for (const [k, item] of items.entries()) {
        const next = items[k + 1]
        if (item.kind === 'sends' && next?.kind === 'sends') expect(next.socketId).not.toBe(item.socketId)
      }
    }
  })

  it('with anything put in the place of one item are refused as a whole', () => {
    const random = new Random(seed)
    for (let i = 0; i < 100; i += 1) {
      const message: unknown[] = [...createMessage(random)]
      if (message.length < 3) continue
      message[2 + random.below(message.length - 2)] = random.pick(junk)
      expect(parseMessage(structuredClone(message))).toBeUndefined()
    }
  })

  it('with a number changed in one send never name bytes beyond the end', () => {
    const random = new Random(seed)
    for (let i = 0; i < 100; i += 1) {
      const message: unknown[] = structuredClone([...createMessage(random)])
      const sends = message.slice(2).filter((item) => Array.isArray(item))
      if (sends.length === 0) continue
      const send = random.pick(sends) as unknown[]
      send[random.below(send.length)] = random.pick([...junk, 0, 1, 2, 100, 2 ** 31 - 1])
      for (const item of parseMessage(message)?.items ?? []) {
        if (item.kind !== 'sends') continue
        expect(item.start).toBeGreaterThanOrEqual(0)
        expect(item.start + item.byteLength).toBeLessThanOrEqual(item.payload.byteLength)
        for (const { id, byteLength } of item.calls)
          expect([Number.isInteger(id) && id >= 0, Number.isInteger(byteLength) && byteLength >= 0]).toEqual([
            true,
            true,
          ])
      }
    }
  })
})
