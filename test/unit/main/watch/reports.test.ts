import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { App } from '../../../../src/main/app/app.ts'
import type { SocketReport } from '../../../../src/main/types.ts'
import { listSockets } from '../../../../src/main/app/list-sockets.ts'
import { ApiRig } from '../../../support/pages/api-rig.ts'
import { TcpPeer, listenOnFreePort } from '../../../support/sockets/tcp-peer.ts'
import { addPage, createApp, createLimitedApp, serve } from '../../../support/pages/test-app.ts'
import { until } from '../../../support/until.ts'

let app: App
let rig: ApiRig
const opened: (() => unknown)[] = []

beforeEach(() => {
  app = createApp()
  rig = new ApiRig(app, 'tcpServer.onAccept', 'tcp.onReceive', 'udp.onReceive')
})

afterEach(async () => {
  app.dispose()
  for (const close of opened.splice(0)) await close()
})

async function connectTo(port: number): Promise<TcpPeer> {
  const peer = await TcpPeer.connect(port)
  opened.push(() => peer.socket.destroy())
  return peer
}

/** The report of the one socket of an API. */
function find(namespace: SocketReport['namespace']): SocketReport | undefined {
  return listSockets(app).find((report) => report.namespace === namespace)
}

const quiet = { bytesReceived: 0, bytesSent: 0, bytesQueued: 0, bytesWaiting: 0, heldConnections: 0 }

describe('a report of a socket', () => {
  it('says what it is before anything has happened to it', async () => {
    await rig.create('tcp', { name: 'n', persistent: true })
    expect(listSockets(app)).toEqual([
      {
        appId: app.manifest.id,
        namespace: 'tcp',
        socketId: 1,
        name: 'n',
        persistent: true,
        paused: false,
        state: 'created',
        secured: false,
        ...quiet,
      },
    ])
  })

  it('says what is in the way of clients', async () => {
    const small = createLimitedApp({ sockets: 1, heldConnections: 3 })
    opened.push(() => small.dispose())
    const { port, server } = await serve(small)
    const report = (): SocketReport | undefined => listSockets(small)[0]
    await connectTo(port)
    await until('held', () => report()?.heldConnections === 1)
    expect(report()).toMatchObject({ obstacle: 'noListener', backlog: 3 })
    server.setPaused(true)
    expect(report()?.obstacle).toBe('noListener')
    addPage(small, 'tcpServer.onAccept')
    await until('announced', () => report()?.heldConnections === 0)
    expect(report()?.obstacle).toBe('paused')
    server.setPaused(false)
    expect(report()?.obstacle).toBe('socketLimit')
    small.tcp.removeAll(() => true)
    expect(report()).not.toHaveProperty('obstacle')
    server.disconnect()
    expect(report()).not.toHaveProperty('backlog')
  })

  it('says what is in the way of data', async () => {
    const { port } = await serve(app)
    const peer = await connectTo(port)
    await until('accepted', () => find('tcp') !== undefined)
    expect(find('tcp')?.obstacle).toBe('paused')
    const lazy = addPage(app, 'tcp.onReceive')
    await rig.call('tcp.setPaused', 1, false)
    expect(find('tcp')).not.toHaveProperty('obstacle')
    peer.write('x'.repeat(4 * 1024 * 1024))
    await until('behind', () => find('tcp')?.obstacle === 'pageBehind')
    rig.page.say({ kind: 'interest', event: 'tcp.onReceive', listening: false })
    app.setInterest(lazy.page, 'tcp.onReceive', false)
    await until('nobody listens', () => find('tcp')?.obstacle === 'noListener')
    rig.page.say({ kind: 'interest', event: 'tcp.onReceive', listening: true })
    await until('all of it', () => find('tcp')?.bytesReceived === 4 * 1024 * 1024)
  })

  it('counts the clients that a server holds', async () => {
    const { port, server } = await serve(app)
    server.setPaused(true)
    for (let i = 0; i < 3; i += 1) await connectTo(port)
    await until('one announced, two held', () => find('tcpServer')?.heldConnections === 2)
    expect(find('tcpServer')).toMatchObject({
      state: 'listening',
      paused: true,
      obstacle: 'paused',
      backlog: 4096,
      localAddress: '127.0.0.1',
      localPort: port,
    })
    server.disconnect()
    expect(find('tcpServer')).toMatchObject({ state: 'created', heldConnections: 0 })
  })

  it('counts what a connection has carried, and remembers it when that has ended', async () => {
    const { port } = await serve(app)
    const peer = await connectTo(port)
    await until('accepted', () => find('tcp') !== undefined)
    const addresses = { localAddress: '127.0.0.1', localPort: port, peerPort: peer.socket.localPort }
    expect(find('tcp')).toMatchObject({ state: 'connected', paused: true, ...quiet, ...addresses })
    await rig.call('tcp.setPaused', 1, false)
    peer.write('12345')
    await until('received', () => rig.port.text === '12345')
    await rig.call('tcp.send', 1, new ArrayBuffer(3))
    const figures = { ...quiet, bytesReceived: 5, bytesSent: 3 }
    expect(find('tcp')).toMatchObject({ state: 'connected', ...figures })
    await rig.call('tcp.disconnect', 1)
    expect(find('tcp')).toMatchObject({ state: 'disconnected', ...figures })
    expect(find('tcp')).not.toHaveProperty('peerPort')
  })

  it('counts what waits on both ways, and lists what a closed socket still sends', async () => {
    const server = await listenOnFreePort((socket) => {
      socket.pause()
      socket.write(Buffer.alloc(1000))
    })
    opened.push(server.close)
    const id = await rig.create('tcp', { name: 'big' })
    rig.page.say({ kind: 'interest', event: 'tcp.onReceive', listening: false })
    await rig.call('tcp.connect', id, '127.0.0.1', server.port)
    await until('come', () => find('tcp')?.bytesWaiting === 1000)
    expect(find('tcp')).toMatchObject({ bytesReceived: 1000 })
    const size = 32 * 1024 * 1024
    const socket = app.tcp.get(id)
    socket?.send(new Uint8Array(size), () => {})
    socket?.send(new Uint8Array(7), () => {})
    expect(find('tcp')).toMatchObject({ bytesSent: 0, bytesQueued: size + 7 })
    await rig.call('tcp.close', id)
    expect(listSockets(app)).toMatchObject([
      { socketId: id, name: 'big', state: 'closing', peerPort: server.port, bytesQueued: size + 7 },
    ])
  })

  it('counts datagrams', async () => {
    const [first, second] = [await rig.create('udp'), await rig.create('udp')]
    for (const id of [first, second]) await rig.call('udp.bind', id, '127.0.0.1', 0)
    const port = app.udp.get(second)?.address?.localPort
    await rig.call('udp.setPaused', second, true)
    for (let i = 0; i < 3; i += 1) await rig.call('udp.send', first, new ArrayBuffer(10), '127.0.0.1', port)
    await until('come', () => listSockets(app)[1]?.bytesReceived === 30)
    expect(listSockets(app)).toMatchObject([
      { ...quiet, namespace: 'udp', state: 'bound', bytesSent: 30 },
      // The receive that was under way when the socket was paused has had its datagram.
      { ...quiet, localPort: port, bytesReceived: 30, bytesWaiting: 20, obstacle: 'paused' },
    ])
    await rig.call('udp.send', first, new ArrayBuffer(10), '::1', port)
    expect(find('udp')?.bytesSent).toBe(30)
  })
})
