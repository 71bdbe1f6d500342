import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hostOf, loopback } from '../../../support/sockets/hosts.ts'
import { sendOn } from '../../../support/sockets/sending.ts'
import { SocketRig } from '../../../support/sockets/socket-rig.ts'
import { listenOnFreePort } from '../../../support/sockets/tcp-peer.ts'
import { settle, until } from '../../../support/until.ts'

let rig: SocketRig

beforeEach(async () => {
  rig = await SocketRig.open()
})

afterEach(() => rig.close())

describe('connect', () => {
  it('answers 0, knows both ends, and reads', async () => {
    expect([rig.socket.connected, rig.socket.endpoints]).toEqual([false, undefined])
    const peer = await rig.connect()
    expect(rig.socket.connected).toBe(true)
    expect(rig.socket.endpoints).toEqual({
      localAddress: '127.0.0.1',
      localPort: peer.socket.remotePort,
      peerAddress: '127.0.0.1',
      peerPort: rig.port,
    })
    peer.write('hello')
    await until('read', () => rig.seen.length > 0)
    expect(rig.seen).toEqual(['hello'])
  })

  it('does not read when it was paused before', async () => {
    rig.socket.setPaused(true)
    const peer = await rig.connect()
    peer.write('hello')
    await settle()
    expect(rig.seen).toEqual([])
    rig.socket.setPaused(false)
    await until('read', () => rig.seen.length > 0)
  })

  it('tries the addresses one after the other', async () => {
    expect(await rig.socket.connect(hostOf('127.0.0.2', '127.0.0.1'), rig.port)).toBe(0)
    expect(rig.socket.endpoints?.peerAddress).toBe('127.0.0.1')
  })

  it('tells the error of the last address, and may be tried again', async () => {
    const closed = await listenOnFreePort(() => {})
    await closed.close()
    expect(await rig.socket.connect(loopback, closed.port)).toBe(-102)
    expect(rig.socket.connected).toBe(false)
    expect(await rig.socket.connect(hostOf(), rig.port)).toBe(-105)
    await rig.connect()
  })

  it('is refused while it is connected, while it connects, and after an accepted one was disconnected', async () => {
    const first = rig.socket.connect(loopback, rig.port)
    expect(await rig.socket.connect(loopback, rig.port)).toBe(-104)
    expect(await first).toBe(0)
    expect(await rig.socket.connect(loopback, rig.port)).toBe(-23)
    rig.socket.destroy()
    await rig.accept()
    rig.socket.disconnect()
    expect(await rig.socket.connect(loopback, rig.port)).toBe(-104)
  })

  it.each(['disconnect', 'destroy'] as const)('is aborted by %s, and may be made again', async (end) => {
    const attempt = rig.socket.connect(hostOf('127.0.0.1', '127.0.0.1'), rig.port)
    rig.socket[end]()
    const again = rig.socket.connect(loopback, rig.port)
    expect(await attempt).toBe(-3)
    expect(await again).toBe(0)
    expect(rig.socket.connected).toBe(true)
  })
})

describe('an accepted socket', () => {
  it('is connected and paused, and loses nothing that comes before it is unpaused', async () => {
    const peer = await rig.accept()
    expect([rig.socket.connected, rig.socket.paused, rig.socket.persistent]).toEqual([true, true, false])
    peer.write('early')
    await settle()
    expect(rig.seen).toEqual([])
    rig.socket.setPaused(false)
    await until('read', () => rig.seen.length > 0)
    expect(rig.seen).toEqual(['early'])
  })

  it('does not notice the end of its peer while paused, and can still send to it', async () => {
    const peer = await rig.accept()
    peer.socket.end()
    await settle()
    expect(rig.socket.connected).toBe(true)
    expect(await sendOn(rig.socket, Buffer.from('reply'))).toBe(0)
    await until('received', () => peer.text === 'reply')
    rig.socket.setPaused(false)
    await until('ended', () => rig.seen.length > 0)
    expect(rig.seen).toEqual([-100])
  })
})

describe('the end of the connection', () => {
  it('comes after the data, and leaves the socket disconnected and paused', async () => {
    const peer = await rig.connect()
    peer.write('bye')
    peer.socket.end()
    await until('ended', () => rig.seen.length === 2)
    expect(rig.seen).toEqual(['bye', -100])
    expect([rig.socket.connected, rig.socket.paused, rig.socket.endpoints]).toEqual([false, true, undefined])
  })

  it('by a reset is told apart', async () => {
    const peer = await rig.connect()
    peer.socket.resetAndDestroy()
    await until('ended', () => rig.seen.length > 0)
    expect(rig.seen).toEqual([-101])
    expect(rig.socket.connected).toBe(false)
  })

  it('has the other end closed too', async () => {
    const peer = await rig.connect()
    peer.socket.end()
    await until('closed', () => peer.socket.closed)
  })
})
