import { describe, expect, it } from 'vitest'
import { parseMessage } from '../../../../src/main/calls/parse-message.ts'
import type { Message } from '../../../../src/main/calls/parse-message.ts'
import type { UpRecord } from '../../../../src/renderer-types/wire.ts'
import { maxUpItems } from '../../../../src/renderer-types/wire.ts'
import { readRun } from '../../../support/pages/read-run.ts'

const call: UpRecord = { kind: 'call', id: 1, method: 'tcp.create', args: [] }
const interest: UpRecord = { kind: 'interest', event: 'tcp.onReceive', listening: true }
const bytes = (length: number): ArrayBuffer => Uint8Array.from({ length }, (_, i) => i).buffer
const maxInt = 2 ** 31 - 1

/** What is short of the whole message: each run with its bytes written out. */
function readItems(message: Message | undefined): unknown[] | undefined {
  return message?.items.map((item) => {
    if (item.kind !== 'sends') return item
    const { calls, socketId, start, byteLength } = item
    return [socketId, calls.map(({ id, byteLength: length }) => [id, length]), start, byteLength]
  })
}

/** A list of that length with elements at its ends only. */
function sparse(length: number): unknown[] {
  const list: unknown[] = [0, undefined]
  list.length = length
  return list
}

describe('a message', () => {
  it('that only acknowledges is taken', () => {
    expect(parseMessage([0, undefined])).toMatchObject({ acknowledged: 0, items: [] })
    expect(parseMessage([maxInt, new ArrayBuffer(0)])).toMatchObject({ acknowledged: maxInt, items: [] })
  })

  it('is taken with its records in their order', () => {
    expect(parseMessage([3, undefined, call, interest, call])).toMatchObject({
      acknowledged: 3,
      items: [call, interest, call],
    })
  })

  it('may be as long as the page makes them', () => {
    const items = Array.from({ length: maxUpItems }, () => call)
    expect(parseMessage([0, undefined, ...items])?.items).toHaveLength(maxUpItems)
  })

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a number', 0],
    ['a text', '0,'],
    ['an object', {}],
    ['what only looks like a list', { 0: 0, 1: undefined, length: 2 }],
    ['typed bytes', new Uint32Array(2)],
    ['bytes', new ArrayBuffer(8)],
    ['a Map', new Map([[0, 0]])],
    ['an empty list', []],
    ['a list of one', [0]],
    ['a record alone', call],
    ['a list of records, as an older version had it', [call, interest]],
    ['a list that is too long', [0, undefined, ...Array.from({ length: maxUpItems + 1 }, () => call)]],
    ['a list with a hole', sparse(3)],
    ['a list of holes as long as there is', sparse(2 ** 32 - 1)],
    ['a message in a message', [0, undefined, [0, undefined]]],
  ])('is refused that is %s', (_what, value) => {
    expect(parseMessage(value)).toBeUndefined()
  })

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['negative', -1],
    ['a fraction', 0.5],
    ['no number', Number.NaN],
    ['endless', Infinity],
    ['beyond 32 bits', 2 ** 31],
    ['a bigint', 1n],
    ['a text', '1'],
    ['true', true],
    ['a Number object', Object(1)],
    ['a list', [1]],
    ['an object with a value', { valueOf: (): number => 1 }],
  ])('is refused whose count of messages is %s', (_what, count) => {
    expect(parseMessage([count, undefined, call])).toBeUndefined()
  })

  it.each<[string, unknown]>([
    ['null', null],
    ['a number', 1],
    ['a text', 'abc'],
    ['a list', [1, 2, 3]],
    ['typed', new Uint8Array(3)],
    ['a Buffer', Buffer.alloc(3)],
    ['a DataView', new DataView(new ArrayBuffer(3))],
    ['shared', new SharedArrayBuffer(3)],
    ['what only looks like them', { byteLength: 3, slice: (): ArrayBuffer => new ArrayBuffer(3) }],
  ])('is refused whose bytes are %s', (_what, given) => {
    expect(parseMessage([0, given])).toBeUndefined()
    expect(parseMessage([0, given, [1, 1, 3]])).toBeUndefined()
  })
})

describe('sends', () => {
  it('that are successive and of one socket become one run', () => {
    const message = parseMessage([0, bytes(6), [1, 7, 3], [2, 7, 1], [3, 7, 2]])
    const calls = [
      [1, 3],
      [2, 1],
      [3, 2],
    ]
    expect(readItems(message)).toEqual([[7, calls, 0, 6]])
  })

  it('are as many as there are lengths in an item, their ids counted from its first', () => {
    const calls = [
      [5, 3],
      [6, 0],
      [7, 1],
      [9, 2],
    ]
    expect(readItems(parseMessage([0, bytes(6), [5, 7, 3, 0, 1], [9, 7, 2]]))).toEqual([[7, calls, 0, 6]])
    const most = Array.from({ length: maxUpItems }, () => 0)
    expect(parseMessage([0, undefined, [0, 7, ...most]])?.items).toHaveLength(1)
  })

  it('are no more in a message than it may have items, however few items they come in', () => {
    const half = Array.from({ length: maxUpItems / 2 }, () => 0)
    const sends = [0, 7, ...half]
    expect(parseMessage([0, undefined, sends, sends])).toBeDefined()
    expect(parseMessage([0, undefined, sends, sends, [0, 7, 0]])).toBeUndefined()
    expect(parseMessage([0, undefined, sends, sends, call])).toBeUndefined()
    expect(parseMessage([0, undefined, call, sends, sends])).toBeUndefined()
  })

  it('of other sockets in between begin another run, with the bytes that come next', () => {
    const message = parseMessage([0, bytes(10), [1, 7, 3], [2, 8, 1], [3, 7, 2], [4, 7, 4]])
    expect(readItems(message)).toEqual([
      [7, [[1, 3]], 0, 3],
      [8, [[2, 1]], 3, 1],
      [
        7,
        [
          [3, 2],
          [4, 4],
        ],
        4,
        6,
      ],
    ])
  })

  it('are not gathered across a record: the page closes a socket between two sends', () => {
    const close: UpRecord = { kind: 'call', id: 2, method: 'tcp.close', args: [7] }
    const message = parseMessage([0, bytes(3), [1, 7, 1], close, [3, 7, 1], interest, [4, 7, 1]])
    expect(readItems(message)).toEqual([
      [7, [[1, 1]], 0, 1],
      close,
      [7, [[3, 1]], 1, 1],
      interest,
      [7, [[4, 1]], 2, 1],
    ])
  })

  it('of nothing need no bytes, and take none', () => {
    expect(readItems(parseMessage([0, undefined, [1, 7, 0], [2, 7, 0]]))).toEqual([
      [
        7,
        [
          [1, 0],
          [2, 0],
        ],
        0,
        0,
      ],
    ])
    expect(readItems(parseMessage([0, bytes(2), [1, 7, 2], [2, 8, 0], [3, 9, 0]]))).toEqual([
      [7, [[1, 2]], 0, 2],
      [8, [[2, 0]], 2, 0],
      [9, [[3, 0]], 2, 0],
    ])
  })

  it('may be of every id that the page lets pass, though no socket has it', () => {
    for (const socketId of [maxInt, 0, -1, -(2 ** 31)])
      expect(readItems(parseMessage([0, bytes(1), [maxInt, socketId, 1]]))).toEqual([
        [socketId, [[maxInt, 1]], 0, 1],
      ])
  })

  it('name their bytes by the very buffer of the message: nothing is copied', () => {
    const buffer = bytes(3)
    const [run] = parseMessage([0, buffer, [1, 7, 3]])?.items ?? []
    expect(run?.kind === 'sends' && readRun(run).buffer === buffer).toBe(true)
  })

  // oxlint-disable-next-line no-sparse-arrays
  const hole = [1, , 1]
  // oxlint-disable-next-line no-sparse-arrays
  const lateHole = [1, 7, 1, , 1]

  it.each<[string, unknown]>([
    ['empty', []],
    ['too short', [1, 7]],
    ['whose lengths go beyond its bytes together', [1, 7, 3, 2]],
    ['with a hole behind its first length', lateHole],
    ['with a negative length behind its first', [1, 7, 1, -1]],
    ['with a list as length', [1, 7, 1, [1]]],
    ['whose ids go beyond 32 bits', [maxInt, 7, 1, 1]],
    ['with more lengths than a message may have', [1, 7, ...Array.from({ length: maxUpItems + 1 }, () => 0)]],
    ['with a hole', hole],
    ['of holes', Array.from({ length: 3 })],
    ['of a length of billions', sparse(2 ** 32 - 1)],
    ['with a negative length', [1, 7, -1]],
    ['with a fraction of a byte', [1, 7, 0.5]],
    ['with a length that is no number', [1, 7, Number.NaN]],
    ['with an endless length', [1, 7, Infinity]],
    ['with a length beyond 32 bits', [1, 7, 2 ** 32]],
    ['with a length as text', [1, 7, '1']],
    ['without a length', [1, 7, undefined]],
    ['with a byte more than there is', [1, 7, 5]],
    ['with as many bytes as there can be', [1, 7, maxInt]],
    ['with a fraction of a socket', [1, 7.5, 1]],
    ['with a socket beyond 32 bits', [1, 2 ** 31, 1]],
    ['with a socket far below zero', [1, -(2 ** 31) - 1, 1]],
    ['with a socket that is no number', [1, Number.NaN, 1]],
    ['with a socket as text', [1, '7', 1]],
    ['with a socket in a list', [1, [7], 1]],
    ['with the bytes themselves', [1, 7, new ArrayBuffer(1)]],
    ['with a negative call', [-1, 7, 1]],
    ['with a call beyond 32 bits', [2 ** 31, 7, 1]],
    ['with a bigint as call', [1n, 7, 1]],
    ['with no call', [null, 7, 1]],
    ['of numbers that are typed', new Uint32Array([1, 7, 1])],
    ['that only looks like a list', { 0: 1, 1: 7, 2: 1, length: 3 }],
  ])('are refused with one %s, and the whole message with them', (_what, item) => {
    expect(parseMessage([0, bytes(4), item])).toBeUndefined()
    expect(parseMessage([0, bytes(8), [1, 7, 4], item, call])).toBeUndefined()
    expect(parseMessage([1, bytes(8), call, [1, 7, 4], item])).toBeUndefined()
  })

  it('are refused that share their bytes, or go beyond the end together', () => {
    expect(parseMessage([0, bytes(4), [1, 7, 4], [2, 7, 0]])).toBeDefined()
    expect(parseMessage([0, bytes(4), [1, 7, 4], [2, 7, 1]])).toBeUndefined()
    expect(parseMessage([0, bytes(4), [1, 7, 3], [2, 8, 2]])).toBeUndefined()
    expect(parseMessage([0, undefined, [1, 7, 1]])).toBeUndefined()
    expect(
      parseMessage([0, bytes(4), ...Array.from({ length: 5 }, (_, i) => [i, 7, maxInt])]),
    ).toBeUndefined()
  })
})
