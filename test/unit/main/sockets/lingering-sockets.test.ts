import { once } from 'node:events'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { LingeringSockets } from '../../../../src/main/sockets/lingering-sockets.ts'
import { closeConnections, connectPair } from '../../../support/sockets/connected-pair.ts'
import { nobody } from '../../../support/sockets/nobody.ts'
import { settle, until } from '../../../support/until.ts'

const lots = Buffer.alloc(16 * 1024 * 1024, 'x')

afterEach(() => {
  vi.useRealTimers()
  closeConnections()
})

describe('a lingering socket', () => {
  it('sends everything, ends, and is closed', async () => {
    const { socket, peer } = await connectPair()
    socket.write(lots)
    new LingeringSockets().add(socket, nobody)
    await until('all received', () => peer.socket.bytesRead === lots.length)
    await until('ended', () => peer.ended && socket.destroyed)
    expect(peer.errno).toBeUndefined()
  })

  it('is cut off when its peer does not read for thirty seconds', async () => {
    const { socket, peer } = await connectPair()
    peer.socket.pause()
    socket.write(lots)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    new LingeringSockets().add(socket, nobody)
    await vi.advanceTimersByTimeAsync(29_999)
    expect(socket.destroyed).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(socket.destroyed).toBe(true)
  })

  it('leaves no timer behind', async () => {
    const { socket } = await connectPair()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    new LingeringSockets().add(socket, nobody)
    socket.destroy()
    await once(socket, 'close')
    const destroy = vi.spyOn(socket, 'destroy')
    await vi.advanceTimersByTimeAsync(30_000)
    expect(destroy).not.toHaveBeenCalled()
  })

  it('is left alone when it is closed already', async () => {
    const { socket } = await connectPair()
    socket.destroy()
    const listeners = socket.listenerCount('close')
    new LingeringSockets().add(socket, nobody)
    expect(socket.listenerCount('close')).toBe(listeners)
  })

  it('is closed at once with all the others', async () => {
    const [first, second] = [await connectPair(), await connectPair()]
    const lingering = new LingeringSockets()
    for (const { socket, peer } of [first, second]) {
      peer.socket.pause()
      socket.write(lots)
      lingering.add(socket, nobody)
    }
    await settle()
    expect([first.socket.destroyed, second.socket.destroyed]).toEqual([false, false])
    lingering.destroy()
    expect([first.socket.destroyed, second.socket.destroyed]).toEqual([true, true])
  })
})
