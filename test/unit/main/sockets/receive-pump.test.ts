import type net from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ReceivePump } from '../../../../src/main/sockets/receive-pump.ts'
import { closeConnections, connectPair } from '../../../support/sockets/connected-pair.ts'
import type { TcpPeer } from '../../../support/sockets/tcp-peer.ts'
import { settle, takeTurns, until } from '../../../support/until.ts'

let peer: TcpPeer
let socket: net.Socket
let pump: ReceivePump
let taken: Buffer[]
let ends: (number | 'lost')[]
let heard: boolean
let behind: boolean
let due: boolean
let bufferSize: number
/** Listeners of the socket before there was a pump. */
let countBefore: Readonly<Record<string, number>>

const countListeners = (): Record<string, number> =>
  Object.fromEntries(['data', 'end', 'close', 'error'].map((name) => [name, socket.listenerCount(name)]))

function stop(how: number | 'lost'): void {
  pump.detach()
  ends.push(how)
}

const text = (): string => Buffer.concat(taken).toString()

beforeEach(async () => {
  ;({ peer, socket } = await connectPair())
  taken = []
  ends = []
  heard = true
  behind = false
  due = false
  bufferSize = 4096
  countBefore = countListeners()
  pump = new ReceivePump(socket, {
    get answersAreDue() {
      return due
    },
    get readiness() {
      if (!heard) return 'unheard'
      return behind ? 'busy' : 'ready'
    },
    get readSize() {
      return bufferSize
    },
    // Lent for the length of the call.
    take: (data) => taken.push(Buffer.from(data)),
    endReading: (code) => stop(code),
    disconnect: () => stop('lost'),
  })
})

afterEach(() => {
  pump.detach()
  closeConnections()
})

describe('a pump', () => {
  it('reads nothing before it is unpaused', async () => {
    peer.write('early')
    await settle()
    expect(text()).toBe('')
    expect(pump.readPending).toBe(false)
    pump.setPaused(false)
    expect(pump.readPending).toBe(true)
    await until('read', () => text() === 'early')
  })

  it('lets the read that is under way finish when it is paused, and starts no other', async () => {
    pump.setPaused(false)
    pump.setPaused(true)
    expect(pump.readPending).toBe(true)
    peer.write('one')
    await until('read', () => text() === 'one')
    expect(pump.readPending).toBe(false)
    peer.write('two')
    await settle()
    expect(text()).toBe('one')
    pump.setPaused(false)
    await until('read on', () => text() === 'onetwo')
  })

  it('gives that last read no more than the buffer size, and the rest later', async () => {
    bufferSize = 4
    pump.setPaused(false)
    pump.setPaused(true)
    peer.write('0123456789')
    await until('read', () => taken.length === 1)
    await settle()
    expect(text()).toBe('0123')
    pump.setPaused(false)
    await until('read on', () => text() === '0123456789')
  })

  it('stops reading while nobody takes, so that the peer is slowed, and loses nothing', async () => {
    heard = false
    pump.setPaused(false)
    const data = Buffer.alloc(16 * 1024 * 1024, 'x')
    let isSent = false
    peer.socket.write(data, () => {
      isSent = true
    })
    await takeTurns(200)
    expect(socket.bytesRead).toBeLessThan(1024 * 1024)
    expect(isSent).toBe(false)
    expect(taken).toEqual([])
    heard = true
    pump.pump()
    await until('all read', () => taken.reduce((sum, { length }) => sum + length, 0) === data.length)
  })
})

describe('a pump whose taker is behind', () => {
  it('reads nothing, and reads on when it is told that there is room', async () => {
    behind = true
    pump.setPaused(false)
    peer.write('data')
    await settle()
    expect([text(), socket.bytesRead, pump.waitingBytes]).toEqual(['', 0, 0])
    behind = false
    pump.pump()
    await until('read', () => text() === 'data')
  })

  it('hands over what has been read already, and stops', async () => {
    pump.setPaused(false)
    peer.write('one')
    await until('read', () => text() === 'one')
    behind = true
    peer.write('two')
    await until('read', () => text() === 'onetwo')
    const { bytesRead } = socket
    peer.write('three')
    await settle()
    expect([text(), socket.bytesRead]).toEqual(['onetwo', bytesRead])
  })
})

describe('while answers to sends are due', () => {
  beforeEach(() => {
    due = true
    pump.setPaused(false)
  })

  it('nothing is handed over, not even what has been read already', () => {
    socket.emit('data', Buffer.from('data'))
    pump.pump()
    expect(text()).toBe('')
    due = false
    pump.pump()
    expect(text()).toBe('data')
  })

  it('no end is told', () => {
    pump.stop(-100)
    expect(ends).toEqual([])
    due = false
    pump.pump()
    expect(ends).toEqual([-100])
  })
})

describe('what has been read', () => {
  it('is kept for itself where it waits: the memory it came in is used again', () => {
    heard = false
    pump.setPaused(false)
    const lent = Buffer.from('first')
    socket.emit('data', lent)
    lent.fill('x')
    heard = true
    pump.pump()
    expect(text()).toBe('first')
  })
})

describe('the end of a connection', () => {
  it('is told after all data', async () => {
    pump.setPaused(false)
    peer.write('last words')
    peer.socket.end()
    await until('ended', () => ends.length > 0)
    expect(text()).toBe('last words')
    expect(ends).toEqual([-100])
    expect(pump.readPending).toBe(false)
  })

  it('waits for data that nobody has taken yet', async () => {
    heard = false
    pump.setPaused(false)
    peer.write('last words')
    peer.socket.end()
    await settle()
    expect(ends).toEqual([])
    heard = true
    pump.pump()
    await until('ended', () => ends.length > 0)
    expect([text(), ...ends]).toEqual(['last words', -100])
  })

  it('is not noticed while paused', async () => {
    peer.write('data')
    peer.socket.end()
    await settle()
    expect(ends).toEqual([])
    pump.setPaused(false)
    await until('ended', () => ends.length > 0)
    expect([text(), ...ends]).toEqual(['data', -100])
  })

  it('is a reset where the peer has reset it', async () => {
    pump.setPaused(false)
    peer.write('x')
    await until('read', () => text() === 'x')
    peer.socket.resetAndDestroy()
    await until('ended', () => ends.length > 0)
    expect(ends).toEqual([-101])
  })

  it('is told once', async () => {
    pump.setPaused(false)
    peer.socket.end()
    await until('ended', () => ends.length > 0)
    socket.destroy()
    await settle()
    expect(ends).toEqual([-100])
  })

  it('while nobody reads is a loss, without a code', async () => {
    socket.destroy()
    await until('lost', () => ends.length > 0)
    expect(ends).toEqual(['lost'])
  })

  it('by a broken send discards what came, and ends the read that is under way', () => {
    heard = false
    pump.setPaused(false)
    socket.emit('data', Buffer.from('discarded'))
    pump.breakOff(Object.assign(new Error('x'), { code: 'EPIPE' }))
    expect([text(), ...ends]).toEqual(['', -100])
  })
})

describe('a detached pump', () => {
  it('hears nothing more, not even errors', async () => {
    pump.setPaused(false)
    pump.detach()
    expect(pump.readPending).toBe(false)
    const { error = 0 } = countBefore
    expect(countListeners()).toEqual({ ...countBefore, error: error + 1 })
    socket.destroy(new Error('unheard'))
    await settle()
    expect(taken).toEqual([])
    expect(ends).toEqual([])
  })
})
