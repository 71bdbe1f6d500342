import { closeChannels } from '../../../support/pages/page-builtins.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { itemKinds } from '../../../../src/renderer-types/wire.ts'
import type { DatagramRecord } from '../../../../src/renderer-types/wire.ts'
import type { DataRecord } from '../../../support/pages/messages.ts'
import { FacadePage } from '../../../support/pages/facade-page.ts'
import { until } from '../../../support/until.ts'

let page: FacadePage

beforeEach(() => {
  page = new FacadePage()
})

afterEach(closeChannels)

const data = (socketId: number, bufferSize: number, bytes: Uint8Array<ArrayBuffer>): DataRecord => ({
  kind: 'data',
  socketId,
  bufferSize,
  data: bytes.buffer,
})

const count = (length: number): Uint8Array<ArrayBuffer> => Uint8Array.from({ length }, (_, i) => i)

function listen(): { socketId: number; data: ArrayBuffer }[] {
  const received: { socketId: number; data: ArrayBuffer }[] = []
  page.chrome.sockets.tcp.onReceive.addListener((info) => received.push(info))
  return received
}

describe('data', () => {
  it('comes whole when it fits the buffer size', async () => {
    const received = listen()
    page.post(data(3, 4096, count(10)))
    await until('received', () => received.length === 1)
    expect(received).toEqual([{ data: count(10).buffer, socketId: 3 }])
    expect(Object.keys(received[0] ?? {})).toEqual(['data', 'socketId'])
  })

  it.each([
    [10, 4, [4, 4, 2]],
    [8, 4, [4, 4]],
    [4, 4, [4]],
    [3, 1, [1, 1, 1]],
  ])('of %i bytes is cut to a buffer size of %i, in order', async (length, bufferSize, sizes) => {
    const received = listen()
    page.post(data(1, bufferSize, count(length)))
    await until('received', () => received.length === sizes.length)
    expect(received.map((info) => info.data.byteLength)).toEqual(sizes)
    expect(Buffer.concat(received.map((info) => Buffer.from(info.data)))).toEqual(Buffer.from(count(length)))
  })

  it('that comes in pieces comes whole, each piece where it fits the buffer size', async () => {
    const received = listen()
    const pieces = [count(4).buffer, count(3).buffer, count(6).buffer, count(1).buffer]
    page.post([itemKinds.data, 5, 4, ...pieces])
    await until('received', () => received.length === 5)
    expect(received.map((info) => [info.socketId, info.data.byteLength])).toEqual([
      [5, 4],
      [5, 3],
      [5, 4],
      [5, 2],
      [5, 1],
    ])
    const bytes = Buffer.concat(received.map((info) => Buffer.from(info.data)))
    expect(bytes.equals(Buffer.concat(pieces.map((piece) => Buffer.from(piece))))).toBe(true)
  })

  it('of many sockets in one message comes in its order', async () => {
    const received = listen()
    page.post(...Array.from({ length: 300 }, (_, i) => data(i, 2, count(3))))
    await until('received', () => received.length === 600)
    const ids = Array.from({ length: 300 }, (_, i) => [i, i]).flat()
    expect(received.map(({ socketId }) => socketId)).toEqual(ids)
  })

  it('and events and answers come in the order in which they were sent', async () => {
    const seen: string[] = []
    const { onReceive, onReceiveError } = page.chrome.sockets.tcp
    onReceive.addListener((info) => seen.push(`data ${info.data.byteLength}`))
    onReceiveError.addListener((info) => seen.push(`error ${info.resultCode}`))
    page.tcpServer.getSockets?.(() => seen.push('answer'))
    page.tcp.send?.(1, new ArrayBuffer(5), ({ bytesSent }: { bytesSent: number }) =>
      seen.push(`sent ${bytesSent}`),
    )
    await page.call(1)
    page.post(
      data(1, 2, count(3)),
      { kind: 'event', event: 'tcp.onReceiveError', payload: { resultCode: -100, socketId: 1 } },
      { kind: 'reply', id: 1, args: [[]] },
      [itemKinds.sent, 2, 5],
      data(1, 2, count(1)),
    )
    await until('all seen', () => seen.length === 6)
    expect(seen).toEqual(['data 2', 'data 1', 'error -100', 'answer', 'sent 5', 'data 1'])
  })
})

describe('the answer of a send', () => {
  it('is what Chrome gives its callback, keys in its order, without lastError', async () => {
    const seen: unknown[] = []
    page.tcp.send?.(1, new ArrayBuffer(5), (...args: unknown[]) =>
      seen.push(args, 'lastError' in page.chrome.runtime),
    )
    page.tell([itemKinds.sent, (await page.call(0)).id, 5])
    await until('answered', () => seen.length > 0)
    expect(seen).toEqual([[{ bytesSent: 5, resultCode: 0 }], false])
    expect(Object.keys((seen[0] as object[])[0] ?? {})).toEqual(['bytesSent', 'resultCode'])
  })

  it('that came with others is its own', async () => {
    const seen: unknown[] = []
    for (const length of [5, 0, 7])
      page.tcp.send?.(1, new ArrayBuffer(length), (info: unknown) => seen.push([length, info]))
    page.tcpServer.getSockets?.(() => seen.push('what comes next'))
    await page.call(3)
    page.tell([itemKinds.sent, 1, 5, 0, 7], [itemKinds.done, 4, []])
    await until('answered', () => seen.includes('what comes next'))
    const sends = [5, 0, 7].map((bytesSent) => [bytesSent, { bytesSent, resultCode: 0 }])
    expect(seen).toEqual([...sends, 'what comes next'])
  })

  it('goes to its own call, though they are answered in another order, and only once', async () => {
    const seen: string[] = []
    for (const name of ['a', 'b', 'c']) page.tcp.send?.(1, new ArrayBuffer(1), () => seen.push(name))
    await page.call(2)
    page.tell([itemKinds.sent, 3, 1], [itemKinds.sent, 1, 1], [itemKinds.sent, 3, 1], [itemKinds.sent, 77, 1])
    page.tell([itemKinds.sent, 2, 1])
    await until('answered', () => seen.includes('b'))
    expect(seen).toEqual(['c', 'a', 'b'])
  })
})

describe('a datagram', () => {
  const datagram = (socketId: number, size: number): DatagramRecord => ({
    kind: 'datagram',
    socketId,
    data: new ArrayBuffer(size),
    remoteAddress: '::ffff:7f00:1',
    remotePort: 99,
  })

  it('comes whole, an empty one too, with its keys in the order of Chrome', async () => {
    const received: { data: ArrayBuffer }[] = []
    page.chrome.sockets.udp.onReceive.addListener((info) => received.push(info))
    const others = listen()
    page.post(datagram(3, 65_507), datagram(3, 0))
    await until('received', () => received.length === 2)
    const sender = { remoteAddress: '::ffff:7f00:1', remotePort: 99, socketId: 3 }
    expect(received).toEqual([
      { data: new ArrayBuffer(65_507), ...sender },
      { data: new ArrayBuffer(0), ...sender },
    ])
    expect(Object.keys(received[0] ?? {})).toEqual(['data', 'remoteAddress', 'remotePort', 'socketId'])
    expect(others).toEqual([])
  })
})

describe('an event', () => {
  it('reaches the listeners of its name only', async () => {
    const seen: unknown[] = []
    const { onAccept, onAcceptError } = page.chrome.sockets.tcpServer
    onAccept.addListener((info) => seen.push(info))
    onAcceptError.addListener(() => seen.push('error'))
    page.post({ kind: 'event', event: 'tcpServer.onAccept', payload: { clientSocketId: 2, socketId: 1 } })
    await until('seen', () => seen.length > 0)
    expect(seen).toEqual([{ clientSocketId: 2, socketId: 1 }])
  })
})
