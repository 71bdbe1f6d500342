import { closeChannels } from '../../../support/page-builtins.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { flowControl } from '../../../../src/renderer-types/wire.ts'
import type { DataRecord, DatagramRecord } from '../../../../src/renderer-types/wire.ts'
import { FacadePage } from '../../../support/facade-page.ts'
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

  it('and events come in the order in which they were sent, each in a task of its own', async () => {
    const seen: string[] = []
    const { onReceive, onReceiveError } = page.chrome.sockets.tcp
    onReceive.addListener(async (info) => {
      seen.push(`data ${info.data.byteLength}`)
      for (let i = 0; i < 10; i += 1) await Promise.resolve()
      seen.push('microtasks')
    })
    onReceiveError.addListener((info) => seen.push(`error ${info.resultCode}`))
    page.tcpServer.getSockets?.(() => seen.push('answer'))
    await page.call(0)
    page.post(
      data(1, 2, count(3)),
      { kind: 'event', event: 'tcp.onReceiveError', payload: { resultCode: -100, socketId: 1 } },
      { kind: 'reply', id: 1, args: [[]] },
    )
    await until('all seen', () => seen.includes('answer'))
    expect(seen).toEqual(['data 2', 'microtasks', 'data 1', 'microtasks', 'error -100', 'answer'])
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

  it('is acknowledged apart from the data of a TCP socket of the same id', async () => {
    const half = flowControl.acknowledgeAfter / 2
    page.post(datagram(1, half), data(1, half, new Uint8Array(half)))
    await until('acknowledged', () => page.records.length === 2)
    expect(page.records).toEqual([
      { kind: 'took', stream: 'udp', socketId: 1, bytes: half },
      { kind: 'took', stream: 'tcp', socketId: 1, bytes: half },
    ])
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

describe('acknowledgements', () => {
  const taken = (): unknown[] => page.records.filter(({ kind }) => kind === 'took')

  it('are summed up until there is enough of them', async () => {
    const received = listen()
    const piece = flowControl.acknowledgeAfter / 4
    for (const socketId of [1, 2, 1]) page.post(data(socketId, piece, new Uint8Array(piece)))
    await until('received', () => received.length === 3)
    expect(taken()).toEqual([])
    page.post(data(1, piece, new Uint8Array(piece)))
    await until('acknowledged', () => taken().length === 2)
    expect(taken()).toEqual([
      { kind: 'took', stream: 'tcp', socketId: 1, bytes: 3 * piece },
      { kind: 'took', stream: 'tcp', socketId: 2, bytes: piece },
    ])
  })

  it('begin again from nothing', async () => {
    const size = flowControl.acknowledgeAfter
    const received = listen()
    page.post(data(1, size, new Uint8Array(size)))
    page.post(data(1, size, new Uint8Array(size)))
    await until('acknowledged', () => taken().length === 2)
    expect(taken()).toEqual([
      { kind: 'took', stream: 'tcp', socketId: 1, bytes: size },
      { kind: 'took', stream: 'tcp', socketId: 1, bytes: size },
    ])
    expect(received).toHaveLength(2)
  })

  it('are made for data that nobody listens to any more', async () => {
    const size = flowControl.acknowledgeAfter
    page.post(data(1, size, new Uint8Array(size)))
    await until('acknowledged', () => taken().length === 1)
  })

  it('never stay behind the window of a socket: whatever the sizes, less than one window is left open', async () => {
    const received = listen()
    const size = 60_000
    for (let i = 0; i < 30; i += 1) page.post(data(1, size, new Uint8Array(size)))
    await until('received', () => received.length === 30)
    await until('acknowledged', () => taken().length >= 6)
    const bytes = (taken() as { bytes: number }[]).reduce((sum, record) => sum + record.bytes, 0)
    expect(30 * size - bytes).toBeLessThan(flowControl.acknowledgeAfter)
    expect(flowControl.acknowledgeAfter).toBeLessThan(flowControl.socketWindow)
  })
})
