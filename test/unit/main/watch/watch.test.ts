import net from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { App } from '../../../../src/main/app/app.ts'
import type { SocketEvents } from '../../../../src/main/types.ts'
import { ApiRig } from '../../../support/pages/api-rig.ts'
import { TcpPeer, listenOnFreePort } from '../../../support/sockets/tcp-peer.ts'
import { createLimitedApp, createApp } from '../../../support/pages/test-app.ts'
import { takeTurns, until } from '../../../support/until.ts'

let app: App
let rig: ApiRig
let seen: [event: keyof SocketEvents, ...args: unknown[]][]
const opened: (() => unknown)[] = []

const events = ['opened', 'accepted', 'closed', 'error', 'refused'] as const

function watch(watched: App): void {
  app = watched
  rig = new ApiRig(app, 'tcpServer.onAccept')
  const heard: typeof seen = []
  seen = heard
  for (const event of events) app.watch.events.on(event, (...args: unknown[]) => heard.push([event, ...args]))
}

beforeEach(() => watch(createApp()))

afterEach(async () => {
  app.dispose()
  for (const close of opened.splice(0)) await close()
})

async function connectTo(port: number): Promise<TcpPeer> {
  const peer = await TcpPeer.connect(port)
  opened.push(() => peer.socket.destroy())
  return peer
}

describe('who watches an app', () => {
  it('hears of a socket from its making to its end', async () => {
    const id = await rig.create('tcpServer', { name: 'web' })
    await rig.call('tcpServer.listen', id, '127.0.0.1', 0)
    const peer = await connectTo(app.tcpServer.get(id)?.address?.localPort ?? 0)
    await until('accepted', () => seen.length === 2)
    await rig.call('tcp.close', 1)
    await rig.call('tcpServer.close', id)
    const server = { namespace: 'tcpServer', name: 'web', socketId: id }
    const client = { namespace: 'tcp', socketId: 1, peerPort: peer.socket.localPort }
    expect(seen).toMatchObject([
      ['opened', { ...server, state: 'created' }],
      ['accepted', { ...client, state: 'connected' }, { ...server, state: 'listening' }],
      ['closed', { ...client, state: 'closed' }],
      ['closed', { ...server, state: 'closed' }],
    ])
  })

  it('hears of what failed, with the code and its text', async () => {
    const server = await listenOnFreePort((socket) => socket.once('data', () => socket.resetAndDestroy()))
    const [serverId, reset, refused] = [
      await rig.create('tcpServer'),
      await rig.create('tcp'),
      await rig.create('tcp'),
    ]
    await rig.call('tcpServer.listen', serverId, '127.0.0.1', server.port)
    await rig.call('tcp.connect', reset, '127.0.0.1', server.port)
    await rig.call('tcp.send', reset, new ArrayBuffer(1))
    await until('reset', () => seen.some(([, failure]) => Object(failure).operation === 'receive'))
    await server.close()
    await rig.call('tcp.connect', refused, '127.0.0.1', server.port)
    expect(seen.filter(([event]) => event === 'error')).toMatchObject([
      ['error', { operation: 'listen', code: -147, message: 'net::ERR_ADDRESS_IN_USE' }],
      ['error', { socket: { socketId: reset }, operation: 'receive', code: -101 }],
      ['error', { socket: { socketId: refused }, operation: 'connect', code: -102 }],
    ])
  })

  it('hears of sockets that go with the last page', async () => {
    await rig.create('tcp')
    await rig.create('udp', { persistent: true })
    rig.page.close()
    await until('closed', () => seen.length === 3)
    expect(seen[2]).toMatchObject(['closed', { namespace: 'tcp' }])
  })
})

describe('a refusal is told', () => {
  it('of a client for whom there is no room', async () => {
    watch(createLimitedApp({ heldConnections: 1 }))
    const id = await rig.create('tcpServer')
    await rig.call('tcpServer.listen', id, '127.0.0.1', 0)
    await rig.call('tcpServer.setPaused', id, true)
    const port = app.tcpServer.get(id)?.address?.localPort ?? 0
    for (let i = 0; i < 2; i += 1) await connectTo(port)
    const errors: string[] = []
    net.connect(port, '127.0.0.1').on('error', ({ message }) => errors.push(message))
    await until('reset', () => errors.length === 1)
    expect(errors[0]).toContain('ECONNRESET')
    expect(seen.find(([event]) => event === 'refused')).toMatchObject([
      'refused',
      {
        reason: 'connection',
        socket: { socketId: id, heldConnections: 1 },
        peerAddress: '127.0.0.1',
        peerPort: expect.any(Number),
      },
    ])
  })

  it('of a call that the manifest does not allow', async () => {
    watch(createApp({ tcp: { connect: 'allowed.test:80' } }))
    const id = await rig.create('tcp')
    expect(await rig.call('tcp.connect', id, '127.0.0.1', 80)).toEqual(['Does not have permission'])
    expect(seen.at(-1)).toEqual([
      'refused',
      { reason: 'permission', method: 'tcp.connect', socketId: id, host: '127.0.0.1', port: 80, count: 1 },
    ])
  })

  it('of a call that has no host or no port, without them', async () => {
    watch(createApp({ udp: {} }))
    const id = await rig.create('udp')
    await rig.call('udp.joinGroup', id, '224.0.0.251')
    await rig.call('udp.getJoinedGroups', id)
    expect(seen.slice(-2)).toStrictEqual([
      [
        'refused',
        { reason: 'permission', method: 'udp.joinGroup', socketId: id, host: '224.0.0.251', count: 1 },
      ],
      ['refused', { reason: 'permission', method: 'udp.getJoinedGroups', socketId: id, count: 1 }],
    ])
  })

  it('of a malformed call', async () => {
    await rig.call('tcp.create', 'no object')
    await takeTurns(1)
    expect(seen).toEqual([
      ['refused', { reason: 'message', message: 'refused a malformed call: tcp.create' }],
    ])
  })
})

describe('a listener', () => {
  it('that throws does no harm to the socket, and is reported as any other that does', async () => {
    const uncaught = vi.fn<(error: unknown) => void>()
    const before = process.rawListeners('uncaughtException')
    process.removeAllListeners('uncaughtException')
    process.once('uncaughtException', uncaught)
    app.watch.events.once('opened', () => {
      throw new Error('boom')
    })
    const id = await rig.create('tcp')
    await until('thrown', () => uncaught.mock.calls.length === 1)
    for (const listener of before)
      process.on('uncaughtException', listener as NodeJS.UncaughtExceptionListener)
    expect(String(uncaught.mock.calls[0]?.[0])).toBe('Error: boom')
    expect(app.tcp.get(id)).toBeDefined()
  })

  it('that goes before it is told is told nothing, and an error without one does no harm', async () => {
    const id = await rig.create('tcpServer')
    app.watch.events.once('error', () => app.watch.events.removeAllListeners())
    await rig.call('tcpServer.listen', id, 'no address', 0)
    expect(app.watch.events.eventNames()).toEqual([])
    const heard = seen.length
    expect(await rig.call('tcpServer.listen', id, 'no address', 0)).toEqual(['net::ERR_INVALID_ARGUMENT', -4])
    expect(seen).toHaveLength(heard)
  })

  it('is what makes a report: without one nothing is put together', async () => {
    app.watch.events.removeAllListeners()
    const emit = vi.spyOn(app.watch.events, 'emit')
    const id = await rig.create('tcp')
    const traffic = vi.spyOn(app.tcp.get(id)!, 'traffic', 'get')
    await rig.call('tcp.connect', id, '127.0.0.1', 70_000)
    app.tcp.remove(app.tcp.get(id)!)
    expect(emit).not.toHaveBeenCalled()
    expect(traffic).not.toHaveBeenCalled()
  })
})
