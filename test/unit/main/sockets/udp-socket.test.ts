import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { UdpBench, portOf } from '../../../support/udp-bench.ts'
import { settle, until } from '../../../support/until.ts'

let bench: UdpBench

beforeEach(() => {
  bench = new UdpBench()
})

afterEach(() => bench.close())

const bytes = (text: string): Uint8Array => Buffer.from(text)

describe('bind', () => {
  it.each([
    ['127.0.0.1', '127.0.0.1'],
    ['127.1', '127.0.0.1'],
    ['0x7f000001', '127.0.0.1'],
    ['127.0.0.1.', '127.0.0.1'],
    ['0.0.0.0', '0.0.0.0'],
    ['::1', '::1'],
    ['::', '::'],
    ['::ffff:127.0.0.1', '::ffff:7f00:1'],
  ])('to %s tells %s and a free port', async (address, localAddress) => {
    const socket = bench.create()
    expect(socket.address).toBeUndefined()
    expect(await socket.bind(address, 0)).toBe(0)
    expect(socket.address).toEqual({ localAddress, localPort: expect.any(Number) })
    expect(portOf(socket)).toBeGreaterThan(0)
  })

  it.each<[string, number]>([
    ['', 0],
    ['localhost', 0],
    ['host.example', 0],
    ['[::1]', 0],
    ['::1%lo', 0],
    ['300.1.1.1', 0],
    [' 127.0.0.1', 0],
    ['127.0.0.1:80', 0],
    ['127.0.0.1', 65_536],
    ['127.0.0.1', -1],
  ])('refuses %j, port %i', async (address, port) => {
    const socket = bench.create()
    expect(await socket.bind(address, port)).toBe(-4)
    expect(socket.address).toBeUndefined()
  })

  it('says that the address is in use or not ours, and may be tried again', async () => {
    const other = await bench.openPeer()
    const socket = bench.create()
    expect(await socket.bind('127.0.0.1', other.port)).toBe(-147)
    expect(await socket.bind('0.0.0.0', other.port)).toBe(-147)
    expect(await socket.bind('1.2.3.4', 0)).toBe(-108)
    expect(await socket.bind('nonsense', 0)).toBe(-4)
    expect(socket.address).toBeUndefined()
    expect(await socket.bind('127.0.0.1', 0)).toBe(0)
  })

  it('of a socket that is bound is refused, and leaves it as it is', async () => {
    const socket = await bench.bind()
    const { address } = socket
    expect(await socket.bind('127.0.0.1', 0)).toBe(-104)
    expect(await socket.bind('nonsense', 0)).toBe(-104)
    expect(socket.address).toBe(address)
  })

  it('is refused while another one is under way', async () => {
    const socket = bench.create()
    const first = socket.bind('127.0.0.1', 0)
    expect(await socket.bind('127.0.0.1', 0)).toBe(-23)
    expect(await first).toBe(0)
  })

  it('keeps two of our sockets off the same port', async () => {
    const first = await bench.bind()
    expect(await bench.create().bind('127.0.0.1', portOf(first))).toBe(-147)
  })
})

describe('send', () => {
  it('carries datagrams, empty ones too, and none of them raises an event', async () => {
    const peer = await bench.openPeer()
    const socket = await bench.bind()
    for (const text of ['one', '', 'three']) {
      expect(await socket.send(bytes(text), '127.0.0.1', peer.port)).toBe(0)
    }
    await until('received', () => peer.received.length === 3)
    expect(peer.received.map(({ text }) => text)).toEqual(['one', '', 'three'])
    expect(new Set(peer.received.map(({ port }) => port))).toEqual(new Set([portOf(socket)]))
    expect([bench.datagrams, bench.errors]).toEqual([[], []])
  })

  it('is refused before bind, and after a bind that failed', async () => {
    const socket = bench.create()
    expect(await socket.send(bytes('x'), '127.0.0.1', 9)).toBe(-15)
    await socket.bind('1.2.3.4', 0)
    expect(await socket.send(bytes('x'), '127.0.0.1', 9)).toBe(-15)
    const binding = socket.bind('127.0.0.1', 0)
    expect(await socket.send(bytes('x'), '127.0.0.1', 9)).toBe(-15)
    await binding
  })

  it.each([
    [65_507, 0],
    [65_508, -142],
    [65_535, -142],
    [65_536, -142],
    [70_000, -142],
  ])('of %i bytes comes to %i', async (size, code) => {
    const peer = await bench.openPeer()
    const socket = await bench.bind()
    expect(await socket.send(new Uint8Array(size), '127.0.0.1', peer.port)).toBe(code)
    expect(await socket.send(bytes('end'), '127.0.0.1', peer.port)).toBe(0)
    await until('received', () => peer.received.at(-1)?.text === 'end')
    expect(peer.received.map((datagram) => datagram.size)).toEqual(code === 0 ? [size, 3] : [3])
  })

  it.each([0, -1, 65_536])('to port %i is no valid argument', async (port) => {
    const socket = await bench.bind()
    expect(await socket.send(bytes('x'), '127.0.0.1', port)).toBe(-4)
  })

  it.each(['::1', '::ffff:7f00:1'])('of an IPv4 socket to %s reaches nothing', async (address) => {
    const socket = await bench.bind()
    expect(await socket.send(bytes('x'), address, 9)).toBe(-109)
  })

  it.each(['127.0.0.1', '::ffff:7f00:1'])('of a socket for all addresses to %s arrives', async (address) => {
    const peer = await bench.openPeer()
    const socket = await bench.bind('::')
    expect(await socket.send(bytes('mapped'), address, peer.port)).toBe(0)
    await until('received', () => peer.received.length === 1)
    expect(peer.received).toEqual([{ text: 'mapped', size: 6, port: portOf(socket) }])
  })

  it('of an IPv6 socket arrives', async () => {
    const peer = await bench.openPeer('::1')
    const socket = await bench.bind('::1')
    expect(await socket.send(bytes('six'), '::1', peer.port)).toBe(0)
    await until('received', () => peer.received[0]?.text === 'six')
  })

  it('to a closed port is a success, again and again, and the socket receives on', async () => {
    const [closed, peer] = [await bench.bind(), await bench.openPeer()]
    const port = portOf(closed)
    closed.destroy()
    const socket = await bench.bind()
    for (let i = 0; i < 3; i += 1) {
      expect(await socket.send(bytes('x'), '127.0.0.1', port)).toBe(0)
      await settle()
    }
    await peer.send('hello', portOf(socket), '127.0.0.1')
    await bench.seen(1)
    expect([bench.texts, bench.errors]).toEqual([['hello'], []])
  })
})

describe('broadcast', () => {
  it('is allowed and forbidden by its flag', async () => {
    const socket = await bench.bind()
    const send = (): Promise<number> => socket.send(bytes('x'), '127.255.255.255', 9)
    expect(await send()).toBe(-10)
    expect(socket.setBroadcast(true)).toBe(0)
    expect(await send()).toBe(0)
    expect(socket.setBroadcast(false)).toBe(0)
    expect(await send()).toBe(-10)
  })

  it('cannot be allowed before bind', async () => {
    const socket = bench.create()
    expect(socket.setBroadcast(true)).toBe(-15)
    await socket.bind('1.2.3.4', 0)
    expect(socket.setBroadcast(true)).toBe(-15)
  })
})

describe('destroy', () => {
  it('frees the port at once, and may come twice and before bind', async () => {
    const socket = await bench.bind()
    const port = portOf(socket)
    socket.destroy()
    socket.destroy()
    expect(socket.address).toBeUndefined()
    expect(await socket.send(bytes('x'), '127.0.0.1', 9)).toBe(-15)
    const next = bench.create()
    next.destroy()
    expect(await next.bind('127.0.0.1', port)).toBe(0)
  })
})

it('changes only the properties that it is given', () => {
  const socket = bench.create()
  expect([socket.persistent, socket.name, socket.bufferSize, socket.paused]).toEqual([
    false,
    '',
    undefined,
    false,
  ])
  socket.update({ persistent: true, name: 'n', bufferSize: 5 })
  socket.update({})
  socket.update({ persistent: undefined })
  expect([socket.persistent, socket.name, socket.bufferSize]).toEqual([true, 'n', 5])
  socket.update({ name: '' })
  expect([socket.persistent, socket.name, socket.bufferSize]).toEqual([true, '', 5])
})
