import dns from 'node:dns/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { MethodName } from '../../../../src/renderer-types/contract/index.ts'
import { ApiRig } from '../../../support/pages/api-rig.ts'
import { TcpPeer, listenOnFreePort } from '../../../support/sockets/tcp-peer.ts'
import { createApp } from '../../../support/pages/test-app.ts'
import { until } from '../../../support/until.ts'

let rig: ApiRig
let peers: TcpPeer[]
let server: { port: number; close: () => Promise<void> }

beforeEach(async () => {
  rig = new ApiRig(createApp(), 'tcp.onReceive', 'tcp.onReceiveError')
  peers = []
  server = await listenOnFreePort((socket) => peers.push(TcpPeer.adopt(socket)))
})

afterEach(async () => {
  rig.app.dispose()
  await server.close()
})

const call = (method: MethodName, ...args: unknown[]): Promise<unknown[]> => rig.call(method, ...args)

async function connect(properties = {}): Promise<number> {
  const socketId = await rig.create('tcp', properties)
  expect(await call('tcp.connect', socketId, '127.0.0.1', server.port)).toEqual([undefined, 0])
  await until('accepted', () => peers.length > 0)
  return socketId
}

describe('getInfo', () => {
  it('tells what a new socket is, without what it does not have', async () => {
    await call('tcp.create')
    expect(await call('tcp.getInfo', 1)).toEqual([
      undefined,
      { connected: false, paused: false, persistent: false, socketId: 1 },
    ])
  })

  it('has its keys in the order of Chrome', async () => {
    const id = await connect({ name: 'n', bufferSize: 5 })
    const [, info] = await call('tcp.getInfo', id)
    expect(Object.keys(info as object)).toEqual([
      'bufferSize',
      'connected',
      'localAddress',
      'localPort',
      'name',
      'paused',
      'peerAddress',
      'peerPort',
      'persistent',
      'socketId',
    ])
  })

  it.each([0, -5])('does not tell a buffer size of %i', async (bufferSize) => {
    await call('tcp.create', { bufferSize: 77 })
    await call('tcp.update', 1, { bufferSize })
    expect((await call('tcp.getInfo', 1))[1]).not.toHaveProperty('bufferSize')
  })
})

describe('an end made by the app itself', () => {
  it.each(['tcp.disconnect', 'tcp.close'] as const)(
    'by %s is answered first, then a read that was under way ends with an error event',
    async (method) => {
      const id = await connect()
      const before = rig.port.records.length
      await call(method, id)
      await until('event', () => rig.port.events.length > 0)
      expect(rig.port.records.slice(before)).toEqual([
        { kind: 'reply', id: rig.lastId, args: [] },
        {
          kind: 'event',
          event: 'tcp.onReceiveError',
          payload: { resultCode: -100, socketId: id },
        },
      ])
      await until('closed', () => peers[0]?.ended === true)
    },
  )

  it('leaves the socket paused, and it may connect again', async () => {
    const id = await connect()
    await call('tcp.disconnect', id)
    expect((await call('tcp.getInfo', id))[1]).toEqual({
      connected: false,
      paused: true,
      persistent: false,
      socketId: id,
    })
    expect(await call('tcp.connect', id, '127.0.0.1', server.port)).toEqual([undefined, 0])
  })

  it('is quiet when no read was under way', async () => {
    await call('tcp.create')
    await call('tcp.setPaused', 1, true)
    await call('tcp.connect', 1, '127.0.0.1', server.port)
    await call('tcp.disconnect', 1)
    await call('tcp.disconnect', 1)
    await call('tcp.close', 1)
    expect(await call('tcp.getSockets')).toEqual([undefined, []])
    expect(rig.port.events).toEqual([])
  })
})

describe('connect', () => {
  it.each<[string, number, string | undefined, number]>([
    ['127.0.0.1', -1, undefined, -4],
    ['127.0.0.1', 65_536, undefined, -4],
    ['127.0.0.1', 80, 'ipv6', -105],
    ['', 80, undefined, -105],
  ])('to %j, port %i, %s is answered with a code', async (host, peerPort, query, code) => {
    await call('tcp.create')
    const [error, result] = await call('tcp.connect', 1, host, peerPort, query)
    expect(result).toBe(code)
    expect(error).toMatch(/^net::ERR_/)
  })

  it('by the name localhost finds a server that has one address only', async () => {
    await call('tcp.create')
    expect(await call('tcp.connect', 1, 'localhost', server.port)).toEqual([undefined, 0])
  })

  it('of a socket that is closed meanwhile has nothing to connect', async () => {
    await call('tcp.create')
    const attempt = call('tcp.connect', 1, '127.0.0.1', server.port)
    await call('tcp.close', 1)
    expect(await attempt).toEqual(['Socket not found'])
    expect(rig.app.tcp.list()).toEqual([])
  })
})

describe('send', () => {
  it('tells how much was sent', async () => {
    const id = await connect()
    const sent = await call('tcp.send', id, new ArrayBuffer(3))
    expect(sent).toEqual([undefined, { bytesSent: 3, resultCode: 0 }])
    await until('received', () => peers[0]?.received.length === 3)
  })
})

describe('options', () => {
  it('are answered with a code', async () => {
    const id = await connect()
    expect(await call('tcp.setKeepAlive', id, true)).toEqual([undefined, 0])
    expect(await call('tcp.setKeepAlive', id, true, -1)).toEqual(['net::ERR_FAILED', -2])
    expect(await call('tcp.setNoDelay', id, false)).toEqual([undefined, 0])
  })
})

it('connect to a name that is being looked up is answered at once when the socket is closed', async () => {
  vi.spyOn(dns, 'lookup').mockReturnValue(new Promise(() => {}) as never)
  const socketId = await rig.create('tcp')
  const connecting = call('tcp.connect', socketId, 'host.example', server.port)
  await call('tcp.close', socketId)
  expect(await connecting).toEqual(['Socket not found'])
  vi.restoreAllMocks()
})
