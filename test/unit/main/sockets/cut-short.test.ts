import { afterEach, describe, expect, it } from 'vitest'
import { TcpServerSocket } from '../../../../src/main/sockets/tcp-server-socket.ts'
import type { TcpSocketHost } from '../../../../src/main/sockets/tcp-socket.ts'
import { TcpSocket } from '../../../../src/main/sockets/tcp-socket.ts'
import { closeConnections, connectPair } from '../../../support/sockets/connected-pair.ts'
import { plenty } from '../../../support/sockets/plenty.ts'
import { sendOn } from '../../../support/sockets/sending.ts'

const host: TcpSocketHost = {
  descriptors: plenty,
  askToReceive: () => 'ready',
  receive: () => {},
  receiveError: () => {},
  closeAfterSending: (connection) => connection.end(() => connection.destroy()),
}

const createServer = (): TcpServerSocket =>
  new TcpServerSocket(
    1,
    {
      descriptors: plenty,
      askToAccept: () => 'ready',
      accept: () => {},
      acceptError: () => {},
      refuse: () => {},
      closeInTurns: (closes) => {
        for (const close of closes) close()
      },
    },
    4096,
  )

afterEach(closeConnections)

describe('a listen that is cut short', () => {
  it('by disconnect is answered', async () => {
    const server = createServer()
    const answer = server.listen('127.0.0.1', 0, undefined)
    server.disconnect()
    expect(await answer).toBe(-3)
  })

  it('by another listen is answered, and the other one succeeds', async () => {
    const server = createServer()
    const first = server.listen('127.0.0.1', 0, undefined)
    const second = server.listen('127.0.0.1', 0, undefined)
    expect([await first, await second]).toEqual([-3, 0])
    server.disconnect()
  })
})

describe('a send that is cut short', () => {
  it('by a reset is not reported as sent', async () => {
    const { socket, peer } = await connectPair()
    const client = new TcpSocket(1, host, socket)
    client.setPaused(false)
    peer.socket.pause()
    const answer = sendOn(client, Buffer.alloc(32 * 1024 * 1024))
    peer.socket.resetAndDestroy()
    expect(await answer).toBe(-2)
  })

  it('by our own end is not reported as sent', async () => {
    const { socket, peer } = await connectPair()
    const client = new TcpSocket(1, host, socket)
    peer.socket.pause()
    const answer = sendOn(client, Buffer.alloc(32 * 1024 * 1024))
    client.destroy()
    expect(await answer).toBe(-2)
  })
})
