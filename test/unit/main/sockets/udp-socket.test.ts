import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { UdpRig, portOf } from '../../../support/sockets/udp-rig.ts'
import { settle, until } from '../../../support/until.ts'

let rig: UdpRig

beforeEach(() => {
  rig = new UdpRig()
})

afterEach(() => rig.close())

const bytes = (text: string): Uint8Array => Buffer.from(text)

describe('connect', () => {
  it.each([-1, 65_536])('refuses port %i, and is as before', async (port) => {
    const socket = rig.create()
    expect(await socket.connect('127.0.0.1', port)).toBe(-4)
    expect(await socket.bind('127.0.0.1', 0)).toBe(0)
  })

  it('has no peer to send to until it is done', async () => {
    const socket = rig.create()
    const connecting = socket.connect('127.0.0.1', 9)
    expect(await socket.sendToPeer(bytes('early'))).toBe(-15)
    expect(await connecting).toBe(0)
  })
})

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
    const socket = rig.create()
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
    const socket = rig.create()
    expect(await socket.bind(address, port)).toBe(-4)
    expect(socket.address).toBeUndefined()
  })

  it('says that the address is in use or not ours, and may be tried again', async () => {
    const other = await rig.openPeer()
    const socket = rig.create()
    expect(await socket.bind('127.0.0.1', other.port)).toBe(-147)
    expect(await socket.bind('0.0.0.0', other.port)).toBe(-147)
    expect(await socket.bind('1.2.3.4', 0)).toBe(-108)
    expect(await socket.bind('nonsense', 0)).toBe(-4)
    expect(socket.address).toBeUndefined()
    expect(await socket.bind('127.0.0.1', 0)).toBe(0)
  })

  it('of a socket that is bound is refused, and leaves it as it is', async () => {
    const socket = await rig.bind()
    const { address } = socket
    expect(await socket.bind('127.0.0.1', 0)).toBe(-104)
    expect(await socket.bind('nonsense', 0)).toBe(-104)
    expect(socket.address).toBe(address)
  })

  it('is refused while another one is under way', async () => {
    const socket = rig.create()
    const first = socket.bind('127.0.0.1', 0)
    expect(await socket.bind('127.0.0.1', 0)).toBe(-23)
    expect(await first).toBe(0)
  })

  it('keeps two of our sockets off the same port', async () => {
    const first = await rig.bind()
    expect(await rig.create().bind('127.0.0.1', portOf(first))).toBe(-147)
  })
})

describe('send', () => {
  it('carries datagrams, empty ones too, and none of them raises an event', async () => {
    const peer = await rig.openPeer()
    const socket = await rig.bind()
    for (const text of ['one', '', 'three']) {
      expect(await socket.send(bytes(text), '127.0.0.1', peer.port)).toBe(0)
    }
    await until('received', () => peer.received.length === 3)
    expect(peer.received.map(({ text }) => text)).toEqual(['one', '', 'three'])
    expect(new Set(peer.received.map(({ port }) => port))).toEqual(new Set([portOf(socket)]))
    expect([rig.datagrams, rig.errors]).toEqual([[], []])
  })

  it('that is under way when the socket is destroyed is answered, one as a thousand', async () => {
    const socket = await rig.bind()
    const sends = Array.from({ length: 1000 }, () => socket.send(bytes('x'), '127.0.0.1', 9))
    socket.destroy()
    expect(new Set(await Promise.all(sends))).toEqual(new Set([-15]))
  })

  it('leaves nothing behind when it is done', async () => {
    const socket = await rig.bind()
    const deletions = vi.spyOn(Set.prototype, 'delete')
    for (let i = 0; i < 10; i += 1) await socket.send(bytes('x'), '127.0.0.1', 9)
    const deleted = deletions.mock.results.filter(({ value }) => value === true)
    deletions.mockRestore()
    expect(deleted).toHaveLength(10)
  })

  // A listener for each would be found among all others only: their time would grow with the square of their number.
  it('may be under way many times at once: Node has nothing to warn of', async () => {
    const warnings: string[] = []
    const note = ({ message }: Error): void => void warnings.push(message)
    process.on('warning', note)
    const peer = await rig.openPeer()
    const socket = await rig.bind()
    const codes = await Promise.all(
      Array.from({ length: 50 }, () => socket.send(bytes('x'), '127.0.0.1', peer.port)),
    )
    await settle()
    process.off('warning', note)
    expect(codes).toEqual(Array.from({ length: 50 }, () => 0))
    expect(warnings).toEqual([])
  })

  it('is refused before bind, and after a bind that failed', async () => {
    const socket = rig.create()
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
    const peer = await rig.openPeer()
    const socket = await rig.bind()
    expect(await socket.send(new Uint8Array(size), '127.0.0.1', peer.port)).toBe(code)
    expect(await socket.send(bytes('end'), '127.0.0.1', peer.port)).toBe(0)
    await until('received', () => peer.received.at(-1)?.text === 'end')
    expect(peer.received.map((datagram) => datagram.size)).toEqual(code === 0 ? [size, 3] : [3])
  })

  it.each([0, -1, 65_536])('to port %i is no valid argument', async (port) => {
    const socket = await rig.bind()
    expect(await socket.send(bytes('x'), '127.0.0.1', port)).toBe(-4)
  })

  it.each(['::1', '::ffff:7f00:1'])('of an IPv4 socket to %s reaches nothing', async (address) => {
    const socket = await rig.bind()
    expect(await socket.send(bytes('x'), address, 9)).toBe(-109)
  })

  it.each(['127.0.0.1', '::ffff:7f00:1'])('of a socket for all addresses to %s arrives', async (address) => {
    const peer = await rig.openPeer()
    const socket = await rig.bind('::')
    expect(await socket.send(bytes('mapped'), address, peer.port)).toBe(0)
    await until('received', () => peer.received.length === 1)
    expect(peer.received).toEqual([{ text: 'mapped', size: 6, port: portOf(socket) }])
  })

  it('of an IPv6 socket arrives', async () => {
    const peer = await rig.openPeer('::1')
    const socket = await rig.bind('::1')
    expect(await socket.send(bytes('six'), '::1', peer.port)).toBe(0)
    await until('received', () => peer.received[0]?.text === 'six')
  })

  it('to a closed port is a success, again and again, and the socket receives on', async () => {
    const [closed, peer] = [await rig.bind(), await rig.openPeer()]
    const port = portOf(closed)
    closed.destroy()
    const socket = await rig.bind()
    for (let i = 0; i < 3; i += 1) {
      expect(await socket.send(bytes('x'), '127.0.0.1', port)).toBe(0)
      await settle()
    }
    await peer.send('hello', portOf(socket), '127.0.0.1')
    await rig.seen(1)
    expect([rig.texts, rig.errors]).toEqual([['hello'], []])
  })
})

describe('broadcast', () => {
  it('is allowed and forbidden by its flag', async () => {
    const socket = await rig.bind()
    const send = (): Promise<number> => socket.send(bytes('x'), '127.255.255.255', 9)
    expect(await send()).toBe(-10)
    expect(socket.setBroadcast(true)).toBe(0)
    expect(await send()).toBe(0)
    expect(socket.setBroadcast(false)).toBe(0)
    expect(await send()).toBe(-10)
  })

  it('cannot be allowed before bind', async () => {
    const socket = rig.create()
    expect(socket.setBroadcast(true)).toBe(-15)
    await socket.bind('1.2.3.4', 0)
    expect(socket.setBroadcast(true)).toBe(-15)
  })
})

describe('destroy', () => {
  it('frees the port at once, and may come twice and before bind', async () => {
    const socket = await rig.bind()
    const port = portOf(socket)
    socket.destroy()
    socket.destroy()
    expect(socket.address).toBeUndefined()
    expect(await socket.send(bytes('x'), '127.0.0.1', 9)).toBe(-15)
    const next = rig.create()
    next.destroy()
    expect(await next.bind('127.0.0.1', port)).toBe(0)
  })
})

it('changes only the properties that it is given', () => {
  const socket = rig.create()
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
