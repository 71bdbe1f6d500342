import net from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { App } from '../../../../../src/main/app/app.ts'
import { OldSockets } from '../../../../../src/main/chrome-app/old-sockets/old-sockets.ts'
import { readSocketPermission } from '../../../../../src/main/chrome-app/old-sockets/socket-permission.ts'
import type { ServiceCall } from '../../../../../src/main/chrome-app/services/service.ts'
import { socketPieces } from '../../../../../src/main/chrome-app/services/socket-pieces.ts'
import { socket } from '../../../../../src/main/chrome-app/services/socket.ts'
import type { Outcome } from '../../../../../src/main/outcome.ts'
import type { PermissionHooks } from '../../../../../src/main/permissions/authorize.ts'
import { expectLimitToComeBack } from '../../../../support/limits.ts'
import { addPage, createApp, createLimitedApp, loggerOf } from '../../../../support/pages/test-app.ts'
import { closeConnections, track } from '../../../../support/sockets/connected-pair.ts'
import { TcpPeer } from '../../../../support/sockets/tcp-peer.ts'
import { UdpPeer } from '../../../../support/sockets/udp-rig.ts'
import { until } from '../../../../support/until.ts'

const allowed = [
  'tcp-connect',
  'tcp-listen:127.0.0.1:*',
  'udp-bind',
  'udp-send-to',
  'udp-multicast-membership',
]

let app: App
let sockets: OldSockets
let call: ServiceCall
let activity: number

function open(next: App, rules: readonly string[] = allowed): void {
  app = next
  sockets = new OldSockets(app, readSocketPermission([{ socket: rules }]))
  const life = { noteCall: () => (activity += 1) }
  const host = { system: { openSockets: () => sockets }, life } as unknown as ServiceCall['host']
  call = { app, host, page: addPage(app).page }
}

beforeEach(() => {
  activity = 0
  open(createApp())
})
afterEach(() => {
  sockets.destroyAll()
  closeConnections()
  app.dispose()
})

function valueOf<T>(outcome: Outcome<T>): T {
  if (outcome.ok && outcome.args.length === 1) return outcome.args[0]
  throw new Error(`failed: ${JSON.stringify(outcome)}`)
}

async function create(type: 'tcp' | 'udp' = 'tcp'): Promise<number> {
  return valueOf(await socket.create(call, type, undefined)).socketId
}

async function listen(backlog?: number): Promise<{ id: number; port: number }> {
  const id = await create()
  expect(await socket.listen(call, id, '127.0.0.1', 0, backlog)).toEqual({ ok: true, args: [0] })
  return { id, port: valueOf(await socket.getInfo(call, id)).localPort ?? 0 }
}

async function accept(): Promise<{ id: number; peer: TcpPeer; server: number }> {
  const { id: server, port } = await listen()
  const accepting = socket.accept(call, server)
  const peer = track(await TcpPeer.connect(port))
  const { socketId = 0 } = valueOf(await accepting)
  return { id: socketId, peer, server }
}

const textOf = (data: ArrayBuffer): string => Buffer.from(data).toString('latin1')
const bytesOf = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer

describe('a TCP socket of the old API', () => {
  it('gives of what has come as much as it is asked for', async () => {
    const { id, peer } = await accept()
    peer.write('hello world')
    const reads: string[] = []
    for (const size of [5, 1, undefined]) {
      const { data, resultCode } = valueOf(await socket.read(call, id, size))
      expect(resultCode).toBe(data.byteLength)
      reads.push(textOf(data))
    }
    expect(reads).toEqual(['hello', ' ', 'world'])
  })

  it('reads nothing of its own accord: the peer is slowed', async () => {
    const { id, peer } = await accept()
    const length = 32 * 1024 * 1024
    peer.write(new Uint8Array(length))
    await until('the kernel is full', () => peer.socket.writableLength > 0)
    expect(valueOf(await socket.read(call, id, 10)).resultCode).toBe(10)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(peer.socket.writableLength).toBeGreaterThan(0)
  })

  it('keeps what was read, whatever is read later', async () => {
    const { id, peer } = await accept()
    peer.write('first')
    const first = valueOf(await socket.read(call, id, undefined))
    peer.write('other')
    await socket.read(call, id, undefined)
    expect(textOf(first.data)).toBe('first')
  })

  it('answers what waits when it is destroyed, and releases the port', async () => {
    const { id, peer, server } = await accept()
    const reading = socket.read(call, id, undefined)
    const accepting = socket.accept(call, server)
    await socket.destroy(call, id)
    expect(valueOf(await reading).resultCode).toBe(-100)
    await until('end', () => peer.ended)
    await socket.destroy(call, server)
    expect(valueOf(await accepting).resultCode).toBe(-3)
    expect(await socket.getInfo(call, server)).toMatchObject({ ok: false, message: 'Socket not found' })
  })

  it('writes piece by piece', async () => {
    const { id, peer } = await accept()
    for (const text of ['one', 'two'])
      expect(await socketPieces.write(call, id, bytesOf(text))).toEqual({ ok: true, args: [3] })
    await until('written', () => peer.text === 'onetwo')
  })
})

describe('permissions of the old API', () => {
  it('are those of the manifest, and the log says what would allow it', async () => {
    open(createApp(), ['tcp-connect:example.com:80'])
    const id = await create()
    const denied = { ok: false, message: 'App does not have permission', args: [-1] }
    expect(await socket.connect(call, id, '127.0.0.1', 80)).toEqual(denied)
    expect(await socket.listen(call, id, '127.0.0.1', 80, undefined)).toEqual(denied)
    const datagrams = await create('udp')
    expect(await socket.bind(call, datagrams, '127.0.0.1', 0)).toEqual(denied)
    expect(await socket.sendTo(call, datagrams, bytesOf(''), '127.0.0.1', 9)).toEqual(denied)
    expect(await socket.joinGroup(call, datagrams, '237.1.1.1')).toEqual(denied)
    expect(loggerOf(app).warnings[0]).toContain(
      'this would: "permissions": [{ "socket": ["tcp-connect:127.0.0.1:80"] }]',
    )
  })

  it("are narrowed by the program's own word", async () => {
    const asked: string[] = []
    const hooks: PermissionHooks = {
      authorize: ({ host, operation, port }) => {
        asked.push(`${operation} ${host} ${port}`)
        return Promise.resolve(port !== 0)
      },
    }
    open(createApp(undefined, [], hooks))
    const id = await create()
    expect(await socket.listen(call, id, '127.0.0.1', 0, undefined)).toMatchObject({ ok: false, args: [-1] })
    expect(asked).toEqual(['tcpServer.listen 127.0.0.1 0'])
  })

  it('do not count for a socket that goes while they are decided', async () => {
    open(createApp(undefined, [], { authorize: () => Promise.resolve(true) }))
    const id = await create()
    const listening = socket.listen(call, id, '127.0.0.1', 0, undefined)
    await socket.destroy(call, id)
    expect(await listening).toEqual({ ok: false, message: 'Socket not found', args: [-1] })
  })
})

describe('limits of the old API', () => {
  it('there are so many sockets and not one more, and they come back', async () => {
    open(createLimitedApp({ sockets: 5 }))
    const ids: number[] = []
    await expectLimitToComeBack({
      limit: 5,
      take: async () => {
        const created = await socket.create(call, 'tcp', undefined)
        if (created.ok) ids.push(valueOf(created).socketId)
        return created.ok
      },
      giveBack: async () => {
        for (const id of ids.splice(0)) await socket.destroy(call, id)
      },
    })
  })

  it('clients wait while there are as many sockets as there may be', async () => {
    open(createLimitedApp({ sockets: 2 }))
    const { id, port } = await listen()
    const other = await create()
    let isAccepted = false
    const accepting = Promise.resolve(socket.accept(call, id)).finally(() => (isAccepted = true))
    track(await TcpPeer.connect(port))
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(isAccepted).toBe(false)
    await socket.destroy(call, other)
    expect(valueOf(await accepting).resultCode).toBe(0)
  })

  it('no more clients wait than the backlog says', async () => {
    const { port } = await listen(2)
    const clients = await Promise.all([1, 2, 3, 4].map(async () => track(await TcpPeer.connect(port))))
    await until('two are reset', () => clients.filter(({ socket: { closed } }) => closed).length === 2)
  })

  it('all go with the app, and their ports are free', async () => {
    const { port } = await listen()
    sockets.destroyAll()
    const server = net.createServer().listen(port, '127.0.0.1')
    await until('listening', () => server.listening)
    server.close()
  })
})

describe('a UDP socket of the old API', () => {
  async function bind(): Promise<{ id: number; port: number }> {
    const id = await create('udp')
    expect(await socket.bind(call, id, '127.0.0.1', 0)).toEqual({ ok: true, args: [0] })
    return { id, port: valueOf(await socket.getInfo(call, id)).localPort ?? 0 }
  }

  it('gives one datagram each time', async () => {
    const { id, port } = await bind()
    const peer = await UdpPeer.open()
    await peer.send('one', port, '127.0.0.1')
    await peer.send('two', port, '127.0.0.1')
    const texts: string[] = []
    for (let i = 0; i < 2; i += 1)
      texts.push(textOf(valueOf(await socket.recvFrom(call, id, undefined)).data))
    expect(texts).toEqual(['one', 'two'])
    peer.close()
  })

  it('that is connected hears nobody but its peer', async () => {
    const [peer, stranger] = [await UdpPeer.open(), await UdpPeer.open()]
    const id = await create('udp')
    expect(await socket.connect(call, id, '127.0.0.1', peer.port)).toEqual({ ok: true, args: [0] })
    const { localPort = 0, ...info } = valueOf(await socket.getInfo(call, id))
    expect(info).toMatchObject({ connected: true, localAddress: '127.0.0.1', peerPort: peer.port })
    await stranger.send('of a stranger', localPort, '127.0.0.1')
    await peer.send('of the peer', localPort, '127.0.0.1')
    expect(textOf(valueOf(await socket.read(call, id, undefined)).data)).toBe('of the peer')
    expect(await socketPieces.write(call, id, bytesOf('back'))).toEqual({ ok: true, args: [4] })
    await until('heard', () => peer.received.length === 1)
    peer.close()
    stranger.close()
  })

  it('answers what waits when it is disconnected', async () => {
    const { id } = await bind()
    const waiting = socket.recvFrom(call, id, undefined)
    await socket.disconnect(call, id)
    expect(valueOf(await waiting).resultCode).toBe(-100)
    expect(valueOf(await socket.getInfo(call, id))).toEqual({ connected: false, socketType: 'udp' })
  })
})

it('a new socket keeps the app for a while', async () => {
  await create()
  expect(activity).toBe(1)
})

it('what is denied is said once, however often it is tried', async () => {
  open(createApp(), [])
  const id = await create()
  for (let i = 0; i < 5; i += 1) await socket.connect(call, id, '127.0.0.1', 80 + i)
  expect(loggerOf(app).warnings).toHaveLength(1)
})

it('old sockets are reported with what they have been made, and where they are', async () => {
  const { id: server, port } = await listen()
  const [idle, client, udp] = [await create(), await create(), await create('udp')]
  expect(await socket.connect(call, client, '127.0.0.1', port)).toEqual({ ok: true, args: [0] })
  await socket.connect(call, udp, '127.0.0.1', port)
  const found = sockets.report('app').map(({ socketId, namespace, old, state, localPort, peerPort }) => ({
    socketId,
    namespace,
    old,
    state,
    ...(localPort === port && { localPort }),
    ...(peerPort !== undefined && { peerPort }),
  }))
  expect(found).toEqual([
    { socketId: server, namespace: 'tcpServer', old: true, state: 'listening', localPort: port },
    { socketId: idle, namespace: 'tcp', old: true, state: 'created' },
    { socketId: client, namespace: 'tcp', old: true, state: 'connected', peerPort: port },
    { socketId: udp, namespace: 'udp', old: true, state: 'bound', peerPort: port },
  ])
})
