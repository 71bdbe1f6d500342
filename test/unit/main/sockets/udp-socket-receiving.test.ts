import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { UdpSocket } from '../../../../src/main/sockets/udp-socket.ts'
import type { UdpPeer } from '../../../support/sockets/udp-rig.ts'
import { UdpRig, portOf } from '../../../support/sockets/udp-rig.ts'
import { settle, takeTurns } from '../../../support/until.ts'

let rig: UdpRig
let peer: UdpPeer
let socket: UdpSocket

beforeEach(async () => {
  rig = new UdpRig()
  peer = await rig.openPeer()
  socket = await rig.bind()
})

afterEach(() => rig.close())

/** Sends in order, and waits until all of it has come to the socket. */
async function send(...datagrams: (string | Uint8Array)[]): Promise<void> {
  for (const datagram of datagrams) await peer.send(datagram, portOf(socket), '127.0.0.1')
  await settle()
}

/** Has in the place of the socket one that has that buffer size from the start. */
async function bindAnew(bufferSize: number | undefined): Promise<void> {
  socket = rig.create()
  socket.update({ bufferSize })
  expect(await socket.bind('127.0.0.1', 0)).toBe(0)
}

describe('a datagram', () => {
  it('comes whole, with its sender', async () => {
    await send('hello')
    await rig.seen(1)
    expect(rig.datagrams).toEqual([
      { data: Buffer.from('hello'), remoteAddress: '127.0.0.1', remotePort: peer.port },
    ])
  })

  it('may be empty', async () => {
    await send('', 'next')
    await rig.seen(2)
    expect(rig.texts).toEqual(['', 'next'])
  })

  it('of an IPv4 sender to an IPv6 socket has a mapped address, in hex groups', async () => {
    const all = await rig.bind('::')
    await peer.send('x', portOf(all), '127.0.0.1')
    await rig.seen(1)
    expect(rig.datagrams[0]?.remoteAddress).toBe('::ffff:7f00:1')
  })

  it('of an IPv6 sender has its address', async () => {
    const [six, sender] = [await rig.bind('::1'), await rig.openPeer('::1')]
    await sender.send('x', portOf(six), '::1')
    await rig.seen(1)
    expect(rig.datagrams[0]).toMatchObject({ remoteAddress: '::1', remotePort: sender.port })
  })

  it('waits until somebody listens', async () => {
    rig.heard = false
    await send('a', 'b')
    expect(rig.texts).toEqual([])
    rig.heard = true
    socket.pump()
    expect(rig.texts).toEqual(['a', 'b'])
  })

  it('is lost when its socket is destroyed before somebody listens', async () => {
    rig.heard = false
    await send('a')
    socket.destroy()
    rig.heard = true
    socket.pump()
    expect(rig.texts).toEqual([])
  })
})

describe('a paused socket', () => {
  it('receives one more, then none, and after that all that wait, in order', async () => {
    socket.setPaused(true)
    await send('a', 'b', 'c')
    expect(rig.texts).toEqual(['a'])
    socket.setPaused(false)
    expect(rig.texts).toEqual(['a'])
    await takeTurns(1)
    expect(rig.texts).toEqual(['a', 'b', 'c'])
    await send('d')
    await rig.seen(4)
  })

  it('that is paused and resumed before anything comes receives as ever', async () => {
    socket.setPaused(true)
    socket.setPaused(true)
    socket.setPaused(false)
    await send('a', 'b', 'c')
    await rig.seen(3)
    expect(rig.texts).toEqual(['a', 'b', 'c'])
  })

  it('that was paused before bind receives none', async () => {
    const paused = rig.create()
    paused.setPaused(true)
    await paused.bind('127.0.0.1', 0)
    await peer.send('a', portOf(paused), '127.0.0.1')
    await settle()
    expect(rig.texts).toEqual([])
    paused.setPaused(false)
    await takeTurns(1)
    expect(rig.texts).toEqual(['a'])
  })

  it('that was paused and resumed before bind receives', async () => {
    const resumed = rig.create()
    resumed.setPaused(true)
    resumed.setPaused(false)
    await resumed.bind('127.0.0.1', 0)
    await peer.send('a', portOf(resumed), '127.0.0.1')
    await rig.seen(1)
  })

  it('gives one of those that wait for a listener', async () => {
    rig.heard = false
    await send('a', 'b', 'c')
    socket.setPaused(true)
    rig.heard = true
    for (let i = 0; i < 2; i += 1) socket.pump()
    expect(rig.texts).toEqual(['a'])
  })

  it('keeps 256 KiB, and loses what comes on top', async () => {
    await bindAnew(65_507)
    socket.setPaused(true)
    const large = new Uint8Array(65_507)
    await send('first', large, large, large)
    for (let i = 0; i < 3; i += 1) await send(large)
    await send('last')
    socket.setPaused(false)
    await rig.seen(5)
    expect(rig.datagrams.map(({ data }) => data.length)).toEqual([5, 65_507, 65_507, 65_507, 4])
  })
})

describe('the buffer size', () => {
  it.each([
    [undefined, 4096],
    [0, 4096],
    [-1, 4096],
    [10, 10],
    [65_507, 65_507],
    [1_000_000, 65_507],
  ])('%s takes datagrams of %i bytes', async (bufferSize, size) => {
    await bindAnew(bufferSize)
    await send(new Uint8Array(size))
    await rig.seen(1)
    expect(rig.datagrams.map(({ data }) => data.length)).toEqual([size])
    expect(socket.paused).toBe(false)
  })

  it.each([
    [undefined, 4097],
    [0, 4097],
    [-1, 4097],
    [10, 11],
  ])('%s has one of %i bytes lost, and pauses', async (bufferSize, size) => {
    await bindAnew(bufferSize)
    await send(new Uint8Array(size), 'a', 'b')
    await rig.seen(1)
    expect([rig.errors, rig.texts, socket.paused]).toEqual([[-142], [], true])
    socket.setPaused(false)
    await rig.seen(3)
    expect([rig.errors, rig.texts]).toEqual([[-142], ['a', 'b']])
  })

  it('has one that is too long told though nobody listens to data, but not before what waits in front of it', async () => {
    await bindAnew(4)
    rig.heard = false
    await send('12345')
    await rig.seen(1)
    expect([rig.errors, socket.paused]).toEqual([[-142], true])
    socket.setPaused(false)
    await send('1234', '12345')
    await settle()
    expect([rig.texts, rig.errors]).toEqual([[], [-142]])
    rig.heard = true
    socket.pump()
    expect([rig.texts, rig.errors]).toEqual([['1234'], [-142, -142]])
  })

  it('changes for the datagram after the one that is waited for', async () => {
    await bindAnew(undefined)
    socket.update({ bufferSize: 4 })
    await send('12345', '1234', '12345')
    await rig.seen(3)
    expect([rig.texts, rig.errors]).toEqual([['12345', '1234'], [-142]])
  })

  it('stays for the datagram that is waited for, though the socket is paused and resumed', async () => {
    await bindAnew(undefined)
    socket.setPaused(true)
    socket.update({ bufferSize: 4 })
    socket.setPaused(false)
    await send('12345', '12345')
    await rig.seen(2)
    expect([rig.texts, rig.errors]).toEqual([['12345'], [-142]])
  })

  it('is that of the moment of resuming, when it was paused', async () => {
    await bindAnew(undefined)
    socket.setPaused(true)
    await send('last')
    socket.update({ bufferSize: 4 })
    socket.setPaused(false)
    await send('12345')
    await rig.seen(2)
    expect([rig.texts, rig.errors]).toEqual([['last'], [-142]])
  })
})
