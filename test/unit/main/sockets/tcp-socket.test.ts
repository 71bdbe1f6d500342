import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hostOf, loopback } from '../../../support/hosts.ts'
import { sendOn } from '../../../support/sending.ts'
import { SocketBench } from '../../../support/socket-bench.ts'
import { listenOnFreePort } from '../../../support/tcp-peer.ts'
import { settle, until } from '../../../support/until.ts'

let bench: SocketBench

beforeEach(async () => {
  bench = await SocketBench.open()
})

afterEach(() => bench.close())

describe('connect', () => {
  it('answers 0, knows both ends, and reads', async () => {
    expect([bench.socket.connected, bench.socket.endpoints]).toEqual([false, undefined])
    const peer = await bench.connect()
    expect(bench.socket.connected).toBe(true)
    expect(bench.socket.endpoints).toEqual({
      localAddress: '127.0.0.1',
      localPort: peer.socket.remotePort,
      peerAddress: '127.0.0.1',
      peerPort: bench.port,
    })
    peer.write('hello')
    await until('read', () => bench.seen.length > 0)
    expect(bench.seen).toEqual(['hello'])
  })

  it('does not read when it was paused before', async () => {
    bench.socket.setPaused(true)
    const peer = await bench.connect()
    peer.write('hello')
    await settle()
    expect(bench.seen).toEqual([])
    bench.socket.setPaused(false)
    await until('read', () => bench.seen.length > 0)
  })

  it('tries the addresses one after the other', async () => {
    expect(await bench.socket.connect(hostOf('127.0.0.2', '127.0.0.1'), bench.port)).toBe(0)
    expect(bench.socket.endpoints?.peerAddress).toBe('127.0.0.1')
  })

  it('tells the error of the last address, and may be tried again', async () => {
    const closed = await listenOnFreePort(() => {})
    await closed.close()
    expect(await bench.socket.connect(loopback, closed.port)).toBe(-102)
    expect(bench.socket.connected).toBe(false)
    expect(await bench.socket.connect(hostOf(), bench.port)).toBe(-105)
    await bench.connect()
  })

  it('is refused while it is connected, while it connects, and after an accepted one was disconnected', async () => {
    const first = bench.socket.connect(loopback, bench.port)
    expect(await bench.socket.connect(loopback, bench.port)).toBe(-104)
    expect(await first).toBe(0)
    expect(await bench.socket.connect(loopback, bench.port)).toBe(-23)
    bench.socket.destroy()
    await bench.accept()
    bench.socket.disconnect()
    expect(await bench.socket.connect(loopback, bench.port)).toBe(-104)
  })

  it.each(['disconnect', 'destroy'] as const)('is aborted by %s, and may be made again', async (end) => {
    const attempt = bench.socket.connect(hostOf('127.0.0.1', '127.0.0.1'), bench.port)
    bench.socket[end]()
    const again = bench.socket.connect(loopback, bench.port)
    expect(await attempt).toBe(-3)
    expect(await again).toBe(0)
    expect(bench.socket.connected).toBe(true)
  })
})

describe('an accepted socket', () => {
  it('is connected and paused, and loses nothing that comes before it is unpaused', async () => {
    const peer = await bench.accept()
    expect([bench.socket.connected, bench.socket.paused, bench.socket.persistent]).toEqual([
      true,
      true,
      false,
    ])
    peer.write('early')
    await settle()
    expect(bench.seen).toEqual([])
    bench.socket.setPaused(false)
    await until('read', () => bench.seen.length > 0)
    expect(bench.seen).toEqual(['early'])
  })

  it('does not notice the end of its peer while paused, and can still send to it', async () => {
    const peer = await bench.accept()
    peer.socket.end()
    await settle()
    expect(bench.socket.connected).toBe(true)
    expect(await sendOn(bench.socket, Buffer.from('reply'))).toBe(0)
    await until('received', () => peer.text === 'reply')
    bench.socket.setPaused(false)
    await until('ended', () => bench.seen.length > 0)
    expect(bench.seen).toEqual([-100])
  })
})

describe('the end of the connection', () => {
  it('comes after the data, and leaves the socket disconnected and paused', async () => {
    const peer = await bench.connect()
    peer.write('bye')
    peer.socket.end()
    await until('ended', () => bench.seen.length === 2)
    expect(bench.seen).toEqual(['bye', -100])
    expect([bench.socket.connected, bench.socket.paused, bench.socket.endpoints]).toEqual([
      false,
      true,
      undefined,
    ])
  })

  it('by a reset is told apart', async () => {
    const peer = await bench.connect()
    peer.socket.resetAndDestroy()
    await until('ended', () => bench.seen.length > 0)
    expect(bench.seen).toEqual([-101])
    expect(bench.socket.connected).toBe(false)
  })

  it('has the other end closed too', async () => {
    const peer = await bench.connect()
    peer.socket.end()
    await until('closed', () => peer.socket.closed)
  })
})
