import { beforeEach, describe, expect, it } from 'vitest'
import { Page } from '../../../../src/main/page/page.ts'
import type { Limits } from '../../../../src/main/types.ts'
import { defaultLimits, readLimits } from '../../../../src/main/install/limits.ts'
import { fail, succeed } from '../../../../src/main/outcome.ts'
import { flowControl, itemKinds } from '../../../../src/renderer-types/wire.ts'
import type { DatagramRecord, EventRecord } from '../../../../src/renderer-types/wire.ts'
import { MemoryPort } from '../../../support/pages/memory-port.ts'
import type { ReplyRecord } from '../../../support/pages/messages.ts'
import { takeTurns } from '../../../support/until.ts'

const { datagramWindow, messageBytes, messageItems, openBytes, socketWindow, waitingItems } = flowControl

let port: MemoryPort
let page: Page

function enter(limits: Partial<Limits> = {}): void {
  port = new MemoryPort()
  page = new Page(port, readLimits(limits), { url: 'app://test/', windowId: 1 })
}

beforeEach(() => enter())

const reply = (id: number): ReplyRecord => ({ kind: 'reply', id, args: [] })

const event = (socketId: number): EventRecord => ({
  kind: 'event',
  event: 'tcp.onReceiveError',
  payload: { resultCode: -100, socketId },
})

const datagram = (socketId: number, bytes: number): DatagramRecord => ({
  kind: 'datagram',
  socketId,
  data: new ArrayBuffer(bytes),
  remoteAddress: '::1',
  remotePort: 9,
})

const send = (socketId: number, bytes: number): void => page.postData(socketId, 4096, Buffer.alloc(bytes))

/** Has the page busy with a message, which is forgotten. */
async function keepBusy(): Promise<void> {
  page.postEvent(event(1))
  await takeTurns(1)
  expect(port.messages).toHaveLength(1)
  port.messages.length = 0
}

/** Has the page deal with whatever it is sent. */
async function catchUp(): Promise<void> {
  for (let seen = 0; seen < port.messages.length;) {
    seen = port.messages.length
    page.acknowledge(seen)
    await takeTurns(1)
  }
}

describe('what a page is sent', () => {
  it('goes in one message for each turn, in order', async () => {
    page.reply(1, succeed())
    page.postSent(2, 5)
    page.reply(3, fail('text', -4))
    expect(port.messages).toEqual([])
    await takeTurns(1)
    page.reply(4, succeed('x'))
    await takeTurns(1)
    expect(port.messages).toHaveLength(2)
    expect(port.records).toEqual([
      reply(1),
      { ...reply(2), args: [{ bytesSent: 5, resultCode: 0 }] },
      { ...reply(3), args: [-4], error: 'text' },
      { ...reply(4), args: ['x'] },
    ])
  })

  it('keeps its order when it is of all kinds', async () => {
    page.postEvent(event(1))
    send(1, 3)
    page.postDatagram(datagram(1, 2))
    page.reply(1, succeed())
    send(1, 4)
    await takeTurns(1)
    expect(port.messages).toHaveLength(1)
    expect(port.records.map(({ kind }) => kind)).toEqual(['event', 'data', 'datagram', 'reply', 'data'])
  })

  it('asks for no acknowledgement where it is answers alone, however many', async () => {
    for (let i = 0; i < 5; i += 1) {
      page.reply(i, succeed())
      page.postSent(i, 1)
      await takeTurns(1)
    }
    expect(port.messages).toHaveLength(5)
    expect(port.asked).toBe(0)
  })

  it.each<[string, () => void]>([
    ['an event', () => page.postEvent(event(1))],
    ['data', () => send(1, 1)],
    ['a datagram, even an empty one', () => page.postDatagram(datagram(1, 0))],
  ])('asks for an acknowledgement where it holds %s', async (_what, post) => {
    page.reply(1, succeed())
    post()
    await takeTurns(1)
    expect(port.messages.map(([acknowledge]) => acknowledge)).toEqual([true])
  })

  it('waits and grows while the page is busy, answers included, and goes out when it is through', async () => {
    await keepBusy()
    for (let i = 0; i < 5; i += 1) {
      page.postEvent(event(i))
      page.reply(i, succeed())
      await takeTurns(1)
    }
    expect(port.messages).toEqual([])
    page.acknowledge(1)
    await takeTurns(1)
    expect(port.messages).toHaveLength(1)
    expect(port.records).toEqual([0, 1, 2, 3, 4].flatMap((i) => [event(i), reply(i)]))
  })

  it('goes one message further when the page is through with one', async () => {
    await keepBusy()
    for (let i = 0; i < 3 * messageItems; i += 1) page.postEvent(event(i))
    for (let sent = 1; sent <= 3; sent += 1) {
      page.acknowledge(1)
      await takeTurns(1)
      expect(port.messages).toHaveLength(sent)
    }
  })

  it('does not wait for a busy page when it cannot grow any more, and what comes next waits again', async () => {
    await keepBusy()
    send(1, messageBytes - 1)
    await takeTurns(1)
    expect(port.messages).toEqual([])
    send(2, 1)
    await takeTurns(1)
    expect(port.messages.map((message) => message.length - 1)).toEqual([2])
    page.postEvent(event(1))
    await takeTurns(1)
    expect(port.messages).toHaveLength(1)
  })

  it('waits even so when the page has as many bytes as it may be busy with, until it has dealt with some', async () => {
    await keepBusy()
    const most = Math.ceil(openBytes / messageBytes)
    for (let id = 1; id <= most + 2; id += 1) send(id, messageBytes)
    await takeTurns(1)
    expect(port.messages).toHaveLength(most)
    page.acknowledge(1)
    await takeTurns(1)
    expect(port.messages).toHaveLength(most)
    page.acknowledge(1)
    await takeTurns(1)
    expect(port.messages).toHaveLength(most + 1)
  })

  it('is one message of at most so many items', async () => {
    for (let i = 0; i < 2 * messageItems + 1; i += 1) page.reply(i, succeed())
    await takeTurns(1)
    expect(port.messages.map((message) => message.length - 1)).toEqual([messageItems, messageItems, 1])
    expect(port.replies.map(({ id }) => id)).toEqual(
      Array.from({ length: 2 * messageItems + 1 }, (_, i) => i),
    )
  })

  it('is one message of at most so many bytes', async () => {
    for (let i = 1; i <= 5; i += 1) send(i, messageBytes / 2)
    await takeTurns(1)
    await catchUp()
    expect(port.messages.map((message) => message.length - 1)).toEqual([2, 2, 1])
  })

  it('is cut where a read has more bytes than a message', async () => {
    for (let i = 1; i <= 2; i += 1) send(i, messageBytes + 1)
    await takeTurns(1)
    await catchUp()
    expect(port.messages.map((message) => message.length - 1)).toEqual([1, 1, 1, 1])
    expect(port.data.map(({ socketId, data }) => [socketId, data.byteLength])).toEqual([
      [1, messageBytes],
      [1, 1],
      [2, messageBytes],
      [2, 1],
    ])
  })
})

describe('acknowledging', () => {
  it('more than was sent has no effect', async () => {
    page.acknowledge(2 ** 31 - 1)
    await keepBusy()
    page.acknowledge(2 ** 31 - 1)
    page.acknowledge(1)
    await keepBusy()
    page.postEvent(event(9))
    await takeTurns(1)
    expect(port.messages).toEqual([])
  })

  it('nothing lets nothing out', async () => {
    await keepBusy()
    page.postEvent(event(1))
    page.acknowledge(0)
    await takeTurns(1)
    expect(port.messages).toEqual([])
  })
})

describe('the end', () => {
  it('is a last message, and what was to be sent before is not lost', async () => {
    page.reply(1, succeed())
    page.end()
    expect(port.messages).toEqual([[false, [itemKinds.done, 1], { kind: 'end' }]])
    expect(port.closed).toBe(true)
    await takeTurns(1)
    expect(port.messages).toHaveLength(1)
  })

  it('goes out at once, and everything before it, though the page is busy', async () => {
    await keepBusy()
    for (let i = 0; i < messageItems + 5; i += 1) page.reply(i, succeed())
    for (let i = 1; i <= 3; i += 1) send(i, messageBytes)
    page.end()
    expect(port.replies).toHaveLength(messageItems + 5)
    expect(port.data.map(({ data }) => data.byteLength)).toEqual([messageBytes, messageBytes, messageBytes])
    expect(port.records.at(-1)).toEqual({ kind: 'end' })
    expect(port.closed).toBe(true)
  })
})

describe('interest', () => {
  it('is what the page said last of each event', () => {
    expect(page.listensTo('tcp.onReceive')).toBe(false)
    page.setInterest('tcp.onReceive', true)
    page.setInterest('tcp.onReceive', true)
    expect(page.listensTo('tcp.onReceive')).toBe(true)
    expect(page.listensTo('tcp.onReceiveError')).toBe(false)
    page.setInterest('tcp.onReceive', false)
    expect(page.listensTo('tcp.onReceive')).toBe(false)
  })
})

describe('pending calls', () => {
  it('may be as many as the limit, and as many again as have ended', () => {
    enter({ pendingCalls: 10 })
    expect([page.beginCalls(4), page.beginCalls(6), page.beginCalls(1)]).toEqual([true, true, false])
    page.endCalls(6)
    expect([page.beginCalls(7), page.beginCalls(6), page.beginCalls(1)]).toEqual([false, true, false])
  })
})

describe('a page', () => {
  it('has credit for a socket up to its window, for each API and socket by itself', async () => {
    send(1, socketWindow - 1)
    expect(page.hasCredit('tcp', 1)).toBe(true)
    send(1, 1)
    expect([page.hasCredit('tcp', 1), page.hasCredit('tcp', 2)]).toEqual([false, true])
    expect(page.hasCredit('udp', 1)).toBe(true)
    page.postDatagram(datagram(1, datagramWindow))
    expect([page.hasCredit('udp', 1), page.hasCredit('udp', 2)]).toEqual([false, true])
    await takeTurns(1)
    await catchUp()
    expect([page.hasCredit('tcp', 1), page.hasCredit('udp', 1)]).toEqual([true, true])
  })

  it('has no more credit for empty datagrams long before it is full of them: they take room, too', async () => {
    let sent = 0
    for (; page.hasCredit('udp', 1) && sent < waitingItems; sent += 1) page.postDatagram(datagram(1, 0))
    expect([page.hasCredit('udp', 1), page.hasCredit('udp', 2), page.isFull]).toEqual([false, true, false])
    await takeTurns(1)
    await catchUp()
    expect(page.hasCredit('udp', 1)).toBe(true)
  })

  it('is full with the bytes of its limit, and not any more when it has dealt with a message', async () => {
    enter({ unreadBytes: 2 * messageBytes })
    send(1, 2 * messageBytes - 1)
    expect(page.isFull).toBe(false)
    send(2, 1)
    expect([page.isFull, page.hasCredit('tcp', 99), page.hasCredit('udp', 99)]).toEqual([true, false, false])
    await takeTurns(1)
    page.acknowledge(1)
    expect([page.isFull, page.hasCredit('tcp', 99)]).toEqual([false, true])
  })

  it('is full with so many items that wait while it is busy, and not any more when they are sent', async () => {
    await keepBusy()
    for (let i = 1; i < waitingItems; i += 1) page.postEvent(event(1))
    expect(page.isFull).toBe(false)
    page.postEvent(event(1))
    expect([page.isFull, page.hasCredit('tcp', 1)]).toEqual([true, false])
    page.acknowledge(1)
    await takeTurns(1)
    expect([page.isFull, page.hasCredit('tcp', 1)]).toEqual([false, true])
  })
})

it('a page with long events is told no more until it has dealt with them', () => {
  const long = {
    kind: 'signal',
    event: 'webViewInternal.onEvent',
    args: [1, 'x', 'a'.repeat(1024 * 1024)],
  } as const
  for (let bytes = 0; bytes < defaultLimits.unreadBytes; bytes += 1024 * 1024) page.postEvent(long)
  expect(page.isFull).toBe(true)
  page.end()
  page.acknowledge(port.messages.length)
  expect(page.isFull).toBe(false)
})
