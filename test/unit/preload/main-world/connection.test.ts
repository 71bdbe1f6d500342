import { closeChannels } from '../../../support/pages/page-builtins.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseMessage } from '../../../../src/main/calls/parse-message.ts'
import { flowControl, itemKinds, maxUpItems } from '../../../../src/renderer-types/wire.ts'
import { capacity } from '../../../../src/preload/main-world/outbox.ts'
import { FacadePage } from '../../../support/pages/facade-page.ts'
import { countSaid, createReceiveError as event } from '../../../support/pages/messages.ts'
import { Random } from '../../../support/random.ts'
import { takeTurns, until } from '../../../support/until.ts'

let page: FacadePage

beforeEach(() => {
  page = new FacadePage()
})

afterEach(closeChannels)

const send = (socketId: number, bytes: Uint8Array): unknown => page.tcp.send?.(socketId, bytes, () => {})

/** What was sent, which the main process takes: the socket and its bytes in hex, or the method of another call. */
function readSaid(): unknown[] {
  for (const message of page.messages)
    if (parseMessage(message) === undefined) throw new Error('refused by the main process')
  return page.records.map((record) => {
    if (record.kind !== 'call') return record.kind
    const [socketId, bytes] = record.args
    return record.method === 'tcp.send'
      ? said(Number(socketId), new Uint8Array(bytes as ArrayBuffer))
      : record.method
  })
}

const said = (socketId: number, bytes: Uint8Array): unknown => [socketId, Buffer.from(bytes).toString('hex')]
/** Whether so many calls, sends and other records have come. */
const hasSaid = (count: number): boolean => page.records.length >= count

describe('sends', () => {
  it('of one turn go in one message, in order and byte by byte', async () => {
    const random = new Random(1)
    const chunks = Array.from({ length: 500 }, () => random.bytes(random.below(200)))
    for (const [i, chunk] of chunks.entries()) send(i % 3, chunk)
    await until('sent', () => hasSaid(500))
    expect(page.messages).toHaveLength(1)
    expect(readSaid()).toEqual(chunks.map((chunk, i) => said(i % 3, chunk)))
  })

  it('go with other calls in the order in which they were made', async () => {
    send(1, Buffer.from('a'))
    page.tcp.setPaused?.(1, true)
    send(1, Buffer.from('b'))
    send(2, Buffer.from('c'))
    page.tcp.close?.(1)
    await until('sent', () => hasSaid(5))
    expect(page.messages).toHaveLength(1)
    expect(readSaid()).toEqual([
      said(1, Buffer.from('a')),
      'tcp.setPaused',
      said(1, Buffer.from('b')),
      said(2, Buffer.from('c')),
      'tcp.close',
    ])
  })

  it('carry what the buffer held at the time of the call, though the page goes on to use it', async () => {
    const buffer = new Uint8Array(4)
    for (let i = 0; i < 10; i += 1) {
      buffer.fill(i)
      send(1, buffer)
    }
    buffer.fill(99)
    await until('sent', () => hasSaid(10))
    expect(readSaid()).toEqual(Array.from({ length: 10 }, (_, i) => said(1, new Uint8Array(4).fill(i))))
  })

  it('of later turns do not change what was sent before, of the same size or another', async () => {
    const random = new Random(2)
    const chunks = Array.from({ length: 40 }, (_, i) => random.bytes(i % 4 === 0 ? 100 : random.below(3000)))
    for (const chunk of chunks) {
      send(1, chunk)
      await takeTurns(1)
    }
    await until('sent', () => hasSaid(40))
    expect(page.messages).toHaveLength(40)
    expect(readSaid()).toEqual(chunks.map((chunk) => said(1, chunk)))
  })

  it('that are too large to be gathered go in messages of their own, in order', async () => {
    const random = new Random(3)
    const large = random.bytes(700_000)
    const chunks = [
      Buffer.from('before'),
      large,
      Buffer.from('between'),
      large.subarray(1),
      large,
      Buffer.from('after'),
    ]
    for (const chunk of chunks) send(1, chunk)
    page.tcp.close?.(1)
    await until('sent', () => hasSaid(7))
    expect(readSaid()).toEqual([...chunks.map((chunk) => said(1, chunk)), 'tcp.close'])
  })

  it('that are more together than is gathered go in several messages, in order', async () => {
    const random = new Random(4)
    const chunks = Array.from({ length: 60 }, () => random.bytes(50_000))
    for (const chunk of chunks) send(1, chunk)
    await until('sent', () => hasSaid(60))
    // 256 KiB each.
    expect(page.messages.map(countSaid)).toEqual(Array.from({ length: 12 }, () => 5))
    expect(readSaid()).toEqual(chunks.map((chunk) => said(1, chunk)))
  })

  it('that are too large and change afterwards are sent as they were', async () => {
    const large = new Uint8Array(3 * 1024 * 1024).fill(1)
    send(1, large)
    large.fill(2)
    await until('sent', () => hasSaid(1))
    expect(readSaid()).toEqual([said(1, new Uint8Array(3 * 1024 * 1024).fill(1))])
  })

  it.each([1, 2, 3, 4])(
    'are read as they were made, whatever their sizes and turns: seed %i',
    async (seed) => {
      const random = new Random(seed)
      const made: unknown[] = []
      for (let i = 0; i < 150; i += 1) {
        if (random.below(5) === 0) page.tcp.setPaused?.(1, true)
        else {
          const chunk = random.bytes(random.below(random.pick([1, 10, 1000, 40_000, 600_000])))
          send(1 + random.below(2), chunk)
          made[i] = said(0, chunk)
        }
        if (random.below(10) === 0) await takeTurns(1)
      }
      await until('sent', () => hasSaid(150))
      const heard = readSaid().map((item) => (typeof item === 'string' ? undefined : (item as unknown[])[1]))
      expect(heard).toEqual(Array.from({ length: 150 }, (_, i) => (made[i] as unknown[] | undefined)?.[1]))
    },
  )

  it.each<[string, (i: number) => unknown]>([
    ['sends', (i) => send(i % 2, new Uint8Array(1))],
    ['other calls', (i) => page.tcp.setPaused?.(i, true)],
  ])('and calls of one turn are more messages where they are too many for one: %s', async (_what, call) => {
    const made = maxUpItems + 5
    for (let i = 0; i < made; i += 1) call(i)
    await until('sent', () => hasSaid(made))
    expect(page.messages.map(countSaid)).toEqual([maxUpItems, 5])
    expect(page.calls.map(({ id }) => id)).toEqual(Array.from({ length: made }, (_, i) => i + 1))
    for (const message of page.messages) expect(parseMessage(message) === undefined).toBe(false)
  })

  it('of listeners that are too many for one message go in several, too', async () => {
    page.chrome.sockets.tcp.onReceiveError.addListener(() => {
      for (let i = 0; i < maxUpItems; i += 1) send(1, new Uint8Array(1))
    })
    await until('interest', () => hasSaid(1))
    page.messages.length = 0
    page.post(event(1), event(2))
    await until('sent', () => hasSaid(2 * maxUpItems))
    await until('acknowledged', () => page.acknowledged === 1)
    for (const message of page.messages) expect(countSaid(message)).toBeLessThanOrEqual(maxUpItems)
  })
})

describe('while the main process has not dealt with what was said', () => {
  const { saidMessages } = flowControl
  const sayMany = async (count: number, say: (i: number) => unknown): Promise<void> => {
    for (let i = 0; i < count; i += 1) {
      say(i)
      await takeTurns(1)
    }
  }

  beforeEach(() => {
    page.hears = false
  })

  it('so many messages go, and the rest in one when it has dealt with one of them', async () => {
    await sayMany(saidMessages + 10, (i) => page.tcp.close?.(i))
    expect(page.messages.map(countSaid)).toEqual(Array.from({ length: saidMessages }, () => 1))
    page.tell([itemKinds.heard, 1])
    await until('said', () => hasSaid(saidMessages + 10))
    expect(page.messages.slice(saidMessages).map(countSaid)).toEqual([10])
    expect(page.calls.map(({ args }) => args[0])).toEqual(
      Array.from({ length: saidMessages + 10 }, (_, i) => i),
    )
    await sayMany(1, () => page.tcp.close?.(1))
    expect(page.messages).toHaveLength(saidMessages + 1)
  })

  it('messages that are full wait, with the bytes that they had, and go one by one', async () => {
    const chunks = Array.from({ length: 3 * saidMessages }, (_, i) => new Uint8Array(200_000).fill(i))
    for (const chunk of chunks) send(1, chunk)
    page.tcp.close?.(1)
    await until('the first said', () => page.messages.length === saidMessages)
    for (let i = 0; i < 2 * saidMessages; i += 1) {
      await takeTurns(1)
      expect(page.messages).toHaveLength(saidMessages + i)
      page.tell([itemKinds.heard, 1])
      await until('the next', () => page.messages.length > saidMessages + i)
    }
    expect(readSaid()).toEqual([...chunks.map((chunk) => said(1, chunk)), 'tcp.close'])
  })

  it('a send that is too long for one message is not more than others', async () => {
    const parts = saidMessages + 2
    const long = Uint8Array.from({ length: parts * capacity - 1 }, (_, i) => i >> 16)
    const copy = long.slice()
    send(1, long)
    long.fill(99)
    page.tcp.close?.(1)
    await until('the first said', () => page.messages.length === saidMessages)
    await takeTurns(1)
    expect(page.messages).toHaveLength(saidMessages)
    page.hears = true
    page.tell([itemKinds.heard, saidMessages])
    await until('said', () => page.messages.length === parts + 1)
    for (const [, bytes] of page.messages) expect(bytes?.byteLength ?? 0).toBeLessThanOrEqual(capacity)
    const [call, close] = page.calls
    expect(Buffer.from(call?.args[1] as ArrayBuffer).equals(copy)).toBe(true)
    expect(close?.method).toBe('tcp.close')
  })

  it('acknowledgements go, and count nothing', async () => {
    await sayMany(2 * saidMessages, (i) => page.tcp.close?.(i))
    for (let i = 0; i < 20; i += 1) page.post(event(i))
    await until('acknowledged', () => page.acknowledged === 20)
    expect(hasSaid(saidMessages + 1)).toBe(false)
    page.tell([itemKinds.heard, 1])
    await until('said', () => hasSaid(2 * saidMessages))
  })
})

describe('what the page says', () => {
  it('goes at the end of the microtask in which it was said, outside of listeners', async () => {
    page.tcp.close?.(1)
    page.tcp.close?.(2)
    await Promise.resolve()
    page.tcp.close?.(3)
    await until('sent', () => hasSaid(3))
    expect(page.messages.map(countSaid)).toEqual([2, 1])
  })

  it('in listeners and callbacks of one message goes in one, when the last of them has run', async () => {
    page.chrome.sockets.tcp.onReceiveError.addListener(({ socketId }) => {
      send(socketId, Buffer.from([socketId]))
      page.tcp.close?.(socketId)
    })
    page.tcpServer.getSockets?.(() => page.tcp.close?.(9))
    await page.call(0)
    page.messages.length = 0
    page.post(event(1), event(2), { kind: 'reply', id: 1, args: [[]] }, event(3))
    await until('sent', () => hasSaid(7))
    expect(page.messages).toHaveLength(1)
    expect(page.messages[0]?.[0]).toBe(1)
    expect(readSaid()).toEqual([
      said(1, Buffer.from([1])),
      'tcp.close',
      said(2, Buffer.from([2])),
      'tcp.close',
      'tcp.close',
      said(3, Buffer.from([3])),
      'tcp.close',
    ])
  })
})
