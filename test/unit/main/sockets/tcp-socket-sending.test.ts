import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sendOn } from '../../../support/sockets/sending.ts'
import { SocketRig } from '../../../support/sockets/socket-rig.ts'
import { settle, until } from '../../../support/until.ts'

let rig: SocketRig

beforeEach(async () => {
  rig = await SocketRig.open()
})

afterEach(() => rig.close())

describe('send', () => {
  it('keeps the order, and answers each', async () => {
    const peer = await rig.connect()
    const sends = Array.from({ length: 50 }, (_, i) => sendOn(rig.socket, Buffer.from(`${i},`)))
    expect(await Promise.all(sends)).toEqual(Array.from({ length: 50 }, () => 0))
    const expected = Array.from({ length: 50 }, (_, i) => `${i},`).join('')
    await until('received', () => peer.text === expected)
  })

  it('of nothing is a success', async () => {
    await rig.connect()
    expect(await sendOn(rig.socket, new Uint8Array(0))).toBe(0)
  })

  it('fails when not connected', async () => {
    expect(await sendOn(rig.socket, new Uint8Array(1))).toBe(-15)
  })

  it('fails on a broken connection, of which a paused socket knows nothing before', async () => {
    const peer = await rig.accept()
    peer.socket.resetAndDestroy()
    await until('closed', () => peer.socket.closed)
    await settle()
    expect(rig.socket.connected).toBe(true)
    expect(await sendOn(rig.socket, new Uint8Array(1))).toBe(-2)
    await until('disconnected', () => !rig.socket.connected)
    expect(await sendOn(rig.socket, new Uint8Array(1))).toBe(-15)
    expect(rig.seen).toEqual([])
  })
})

describe('disconnect', () => {
  it('says whether a read was under way', async () => {
    await rig.connect()
    expect(rig.socket.disconnect()).toBe(true)
    expect(rig.socket.disconnect()).toBe(false)
    await rig.accept()
    expect(rig.socket.disconnect()).toBe(false)
  })

  it('sends first what it was given', async () => {
    const peer = await rig.connect()
    const data = Buffer.alloc(8 * 1024 * 1024, 'x')
    const sent = sendOn(rig.socket, data)
    rig.socket.disconnect()
    expect(await sent).toBe(0)
    await until('received', () => peer.socket.bytesRead === data.length)
    await until('ended', () => peer.ended)
    expect(peer.errno).toBeUndefined()
  })

  it('by destroy sends nothing more', async () => {
    const peer = await rig.connect()
    peer.socket.pause()
    const size = 32 * 1024 * 1024
    void sendOn(rig.socket, Buffer.alloc(size))
    rig.socket.destroy()
    expect(rig.socket.connected).toBe(false)
    peer.socket.resume()
    await until('closed', () => peer.ended)
    expect(peer.received.length).toBeLessThan(size)
  })

  it('lets the socket connect again', async () => {
    await rig.connect()
    rig.socket.disconnect()
    const second = await rig.connect()
    second.write('again')
    await until('read', () => rig.seen.length > 0)
    expect(rig.seen).toEqual(['again'])
  })
})

describe('options', () => {
  it('fail when not connected, and for a delay out of range', async () => {
    expect([rig.socket.setNoDelay(true), rig.socket.setKeepAlive(true, 0)]).toEqual([-2, -2])
    await rig.connect()
    expect([rig.socket.setNoDelay(true), rig.socket.setNoDelay(false)]).toEqual([0, 0])
    const delays = [0, 60, 32_767, 32_768, -1].map((delay) => rig.socket.setKeepAlive(true, delay))
    expect(delays).toEqual([0, 0, 0, -2, -2])
    expect(rig.socket.setKeepAlive(false, -1)).toBe(0)
  })

  it.each([
    [undefined, 4096],
    [0, 4096],
    [-5, 4096],
    [1, 1],
    [100_000, 100_000],
  ])('with a buffer size of %s reads %i bytes', (bufferSize, readSize) => {
    rig.socket.update({ bufferSize })
    expect(rig.socket.readSize).toBe(readSize)
  })
})
