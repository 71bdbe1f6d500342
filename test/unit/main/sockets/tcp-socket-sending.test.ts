import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sendOn } from '../../../support/sending.ts'
import { SocketBench } from '../../../support/socket-bench.ts'
import { settle, until } from '../../../support/until.ts'

let bench: SocketBench

beforeEach(async () => {
  bench = await SocketBench.open()
})

afterEach(() => bench.close())

describe('send', () => {
  it('keeps the order, and answers each', async () => {
    const peer = await bench.connect()
    const sends = Array.from({ length: 50 }, (_, i) => sendOn(bench.socket, Buffer.from(`${i},`)))
    expect(await Promise.all(sends)).toEqual(Array.from({ length: 50 }, () => 0))
    const expected = Array.from({ length: 50 }, (_, i) => `${i},`).join('')
    await until('received', () => peer.text === expected)
  })

  it('of nothing is a success', async () => {
    await bench.connect()
    expect(await sendOn(bench.socket, new Uint8Array(0))).toBe(0)
  })

  it('fails when not connected', async () => {
    expect(await sendOn(bench.socket, new Uint8Array(1))).toBe(-15)
  })

  it('fails on a broken connection, of which a paused socket knows nothing before', async () => {
    const peer = await bench.accept()
    peer.socket.resetAndDestroy()
    await until('closed', () => peer.socket.closed)
    await settle()
    expect(bench.socket.connected).toBe(true)
    expect(await sendOn(bench.socket, new Uint8Array(1))).toBe(-2)
    await until('disconnected', () => !bench.socket.connected)
    expect(await sendOn(bench.socket, new Uint8Array(1))).toBe(-15)
    expect(bench.seen).toEqual([])
  })
})

describe('disconnect', () => {
  it('says whether a read was under way', async () => {
    await bench.connect()
    expect(bench.socket.disconnect()).toBe(true)
    expect(bench.socket.disconnect()).toBe(false)
    await bench.accept()
    expect(bench.socket.disconnect()).toBe(false)
  })

  it('sends first what it was given', async () => {
    const peer = await bench.connect()
    const data = Buffer.alloc(8 * 1024 * 1024, 'x')
    const sent = sendOn(bench.socket, data)
    bench.socket.disconnect()
    expect(await sent).toBe(0)
    await until('received', () => peer.socket.bytesRead === data.length)
    await until('ended', () => peer.ended)
    expect(peer.errno).toBeUndefined()
  })

  it('by destroy sends nothing more', async () => {
    const peer = await bench.connect()
    peer.socket.pause()
    const size = 32 * 1024 * 1024
    void sendOn(bench.socket, Buffer.alloc(size))
    bench.socket.destroy()
    expect(bench.socket.connected).toBe(false)
    peer.socket.resume()
    await until('closed', () => peer.ended)
    expect(peer.received.length).toBeLessThan(size)
  })

  it('lets the socket connect again', async () => {
    await bench.connect()
    bench.socket.disconnect()
    const second = await bench.connect()
    second.write('again')
    await until('read', () => bench.seen.length > 0)
    expect(bench.seen).toEqual(['again'])
  })
})

describe('options', () => {
  it('fail when not connected, and for a delay out of range', async () => {
    expect([bench.socket.setNoDelay(true), bench.socket.setKeepAlive(true, 0)]).toEqual([-2, -2])
    await bench.connect()
    expect([bench.socket.setNoDelay(true), bench.socket.setNoDelay(false)]).toEqual([0, 0])
    const delays = [0, 60, 32_767, 32_768, -1].map((delay) => bench.socket.setKeepAlive(true, delay))
    expect(delays).toEqual([0, 0, 0, -2, -2])
    expect(bench.socket.setKeepAlive(false, -1)).toBe(0)
  })

  it.each([
    [undefined, 4096],
    [0, 4096],
    [-5, 4096],
    [1, 1],
    [100_000, 100_000],
  ])('with a buffer size of %s reads %i bytes', (bufferSize, readSize) => {
    bench.socket.update({ bufferSize })
    expect(bench.socket.readSize).toBe(readSize)
  })
})
