import type net from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeBytes } from '../../../../src/main/sockets/write-bytes.ts'
import { closeConnections, connectPair } from '../../../support/sockets/connected-pair.ts'
import type { TcpPeer } from '../../../support/sockets/tcp-peer.ts'
import { settle, until } from '../../../support/until.ts'

let peer: TcpPeer
let socket: net.Socket
let ends: unknown[]

beforeEach(async () => {
  ;({ peer, socket } = await connectPair())
  ends = []
})

afterEach(closeConnections)

const write = (text: string): void =>
  writeBytes(socket, Buffer.from(text), (error) =>
    ends.push(error instanceof Error ? error.message : text.length),
  )

describe('bytes', () => {
  it('that the kernel takes are done before the call returns', async () => {
    write('hello')
    write('')
    expect(ends).toEqual([5, 0])
    await until('received', () => peer.text === 'hello')
  })

  it('that it does not take are done when it has, each in its turn', async () => {
    peer.socket.pause()
    const size = 16 * 1024 * 1024
    write('x'.repeat(size))
    write('y')
    write('')
    await settle()
    expect(ends).toEqual([])
    peer.socket.resume()
    await until('done', () => ends.length === 3)
    expect(ends).toEqual([size, 1, 0])
    write('z')
    expect(ends).toEqual([size, 1, 0, 1])
    await until('received', () => peer.text.length === size + 2)
    expect(peer.text.slice(size)).toBe('yz')
  })

  it('that a connection cannot send any more fail, once', async () => {
    peer.socket.pause()
    write('x'.repeat(16 * 1024 * 1024))
    write('y')
    peer.socket.resetAndDestroy()
    await until('failed', () => ends.length === 2)
    write('z')
    await settle()
    expect(ends).toHaveLength(3)
    for (const end of ends.slice(0, 2)) expect(end).toBeTypeOf('string')
    expect(socket.destroyed).toBe(true)
  })
})
