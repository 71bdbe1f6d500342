import { once } from 'node:events'
import net from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TcpServerHost } from '../../../../src/main/sockets/tcp-server-socket.ts'
import { TcpServerSocket } from '../../../../src/main/sockets/tcp-server-socket.ts'
import { closeConnections, track } from '../../../support/sockets/connected-pair.ts'
import { plenty } from '../../../support/sockets/plenty.ts'
import { TcpPeer, isListening, listenOnFreePort } from '../../../support/sockets/tcp-peer.ts'
import { settle, takeTurns, until } from '../../../support/until.ts'

let server: TcpServerSocket
let accepted: net.Socket[]
let heard: boolean

const host: TcpServerHost = {
  descriptors: plenty,
  askToAccept: () => (heard ? 'ready' : 'unheard'),
  accept: (_server, client) => accepted.push(client.on('error', () => {})),
  acceptError: () => {},
  refuse: () => {},
  closeInTurns: (closes) => {
    for (const close of closes) close()
  },
}

beforeEach(() => {
  accepted = []
  heard = true
  server = new TcpServerSocket(1, host, 4096)
})

afterEach(() => {
  server.disconnect()
  for (const client of accepted) client.destroy()
  closeConnections()
})

const port = (): number => server.address?.localPort ?? 0
const connect = async (): Promise<TcpPeer> => track(await TcpPeer.connect(port()))
const listen = async (backlog?: number): Promise<number> => server.listen('127.0.0.1', 0, backlog)
const peerPorts = (): (number | undefined)[] => accepted.map(({ remotePort }) => remotePort)
const localPorts = (peers: TcpPeer[]): (number | undefined)[] => peers.map(({ socket }) => socket.localPort)

describe('listen', () => {
  it('answers 0 and knows its address', async () => {
    expect(server.address).toBeUndefined()
    expect(await listen()).toBe(0)
    expect(server.address).toEqual({ localAddress: '127.0.0.1', localPort: expect.any(Number) })
    expect(await isListening(port())).toBe(true)
  })

  it.each([
    ['127.1', '127.0.0.1'],
    ['0.0.0.0', '0.0.0.0'],
    ['::1', '::1'],
    ['::', '::'],
  ])('on %s tells %s', async (address, localAddress) => {
    expect(await server.listen(address, 0, undefined)).toBe(0)
    expect(server.address?.localAddress).toBe(localAddress)
  })

  it.each<[string, number, number | undefined]>([
    ['localhost', 0, undefined],
    ['', 0, undefined],
    ['[::1]', 0, undefined],
    ['127.0.0.1', 65_536, undefined],
    ['127.0.0.1', -1, undefined],
    ['127.0.0.1', 0, 0],
  ])('refuses %j, port %i, backlog %s', async (address, listenPort, backlog) => {
    expect(await server.listen(address, listenPort, backlog)).toBe(-4)
    expect(server.address).toBeUndefined()
  })

  it.each([-1, 1, 2 ** 31 - 1])('takes a backlog of %i', async (backlog) => {
    expect(await listen(backlog)).toBe(0)
  })

  it('says that the address is in use or not ours, and may try again', async () => {
    const blocker = await listenOnFreePort(() => {})
    expect(await server.listen('127.0.0.1', blocker.port, undefined)).toBe(-147)
    expect(await server.listen('192.0.2.1', 0, undefined)).toBe(-108)
    expect(server.address).toBeUndefined()
    await blocker.close()
    expect(await server.listen('127.0.0.1', blocker.port, undefined)).toBe(0)
  })

  it('again leaves the old address first, and resets who waited there', async () => {
    await listen()
    const old = port()
    server.setPaused(true)
    heard = false
    const waiting = await connect()
    await settle()
    expect(await listen()).toBe(0)
    expect(await isListening(old)).toBe(false)
    await until('reset', () => waiting.errno === 'ECONNRESET')
    expect(await server.listen('127.0.0.1', port(), undefined)).toBe(0)
  })

  it('with arguments that are wrong leaves the old address as it is', async () => {
    await listen()
    expect(await server.listen('localhost', 0, undefined)).toBe(-4)
    expect(await isListening(port())).toBe(true)
  })
})

describe('a paused server', () => {
  it('accepts one more, then none, and after that all that wait, in order', async () => {
    await listen()
    server.setPaused(true)
    const peers: TcpPeer[] = []
    for (let i = 0; i < 4; i += 1) peers.push(await connect())
    await until('one accepted', () => accepted.length > 0)
    await settle()
    expect(accepted).toHaveLength(1)
    server.setPaused(false)
    await takeTurns(1)
    expect(peerPorts()).toEqual(localPorts(peers))
    peers.push(await connect())
    await until('goes on', () => accepted.length === 5)
  })

  it('that was paused before it listened accepts none', async () => {
    server.setPaused(true)
    await listen()
    await connect()
    await settle()
    expect(accepted).toEqual([])
    server.setPaused(false)
    expect(accepted).toEqual([])
    await takeTurns(1)
    expect(accepted).toHaveLength(1)
  })

  it.each<[string, number, number]>([
    ['the backlog', 2, 4096],
    ['its own limit, though the backlog is higher', 100, 2],
  ])('holds no more than %s: the surplus is reset', async (_what, backlog, maxHeld) => {
    server = new TcpServerSocket(1, host, maxHeld)
    server.setPaused(true)
    await listen(backlog)
    const peers = [await connect(), await connect()]
    await settle()
    const surplus = net.connect(port(), '127.0.0.1')
    const [error] = (await once(surplus, 'error')) as [NodeJS.ErrnoException]
    expect(error.code).toBe('ECONNRESET')
    expect(peers.map(({ ended }) => ended)).toEqual([false, false])
    server.setPaused(false)
    await takeTurns(1)
    expect(peerPorts()).toEqual(localPorts(peers))
  })
})

describe('a server that nobody hears', () => {
  it('holds who comes until somebody does, and loses nothing they send', async () => {
    heard = false
    await listen()
    const peers = [await connect(), await connect()]
    peers[0]?.write('early')
    await settle()
    expect(accepted).toEqual([])
    heard = true
    server.pump()
    expect(peerPorts()).toEqual(localPorts(peers))
    let text = ''
    accepted[0]?.on('data', (data) => (text += Buffer.from(data).toString())).resume()
    await until('read', () => text === 'early')
  })
})

describe('disconnect', () => {
  it('frees the port, resets who was held, and lets who was accepted live', async () => {
    await listen()
    const known = await connect()
    await until('accepted', () => accepted.length === 1)
    heard = false
    const held = await connect()
    await settle()
    const old = port()
    server.disconnect()
    expect(server.address).toBeUndefined()
    expect(await isListening(old)).toBe(false)
    await until('reset', () => held.errno === 'ECONNRESET')
    accepted[0]?.write('still here')
    await until('written', () => known.text === 'still here')
  })

  it('is harmless when it does not listen, and twice', async () => {
    server.disconnect()
    expect(await listen()).toBe(0)
    server.disconnect()
    server.disconnect()
    expect(await listen()).toBe(0)
  })

  it('keeps the flag of a paused server', async () => {
    server.setPaused(true)
    await listen()
    server.disconnect()
    await listen()
    await connect()
    await settle()
    expect(server.paused).toBe(true)
    expect(accepted).toEqual([])
  })
})

it('changes only the properties that it is given', () => {
  server.update({ persistent: true, name: 'n' })
  server.update({})
  server.update({ persistent: undefined })
  expect([server.persistent, server.name]).toEqual([true, 'n'])
  server.update({ name: '' })
  expect([server.persistent, server.name]).toEqual([true, ''])
})
