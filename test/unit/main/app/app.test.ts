import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { App } from '../../../../src/main/app/app.ts'
import { TcpSocket } from '../../../../src/main/sockets/tcp-socket.ts'
import { flowControl } from '../../../../src/renderer-types/wire.ts'
import { closeConnections, track } from '../../../support/sockets/connected-pair.ts'
import { TcpPeer, isListening } from '../../../support/sockets/tcp-peer.ts'
import { succeed } from '../../../../src/main/outcome.ts'
import { addPage, createApp, createAppOf, keepUp, serve } from '../../../support/pages/test-app.ts'
import { settle, takeTurns, until } from '../../../support/until.ts'

let app: App

beforeEach(() => {
  app = createApp()
})

afterEach(() => {
  app.dispose()
  closeConnections()
  expect([app.tcp.list(), app.tcpServer.list()]).toEqual([[], []])
})

const connect = async (port: number): Promise<TcpPeer> => track(await TcpPeer.connect(port))

describe('events', () => {
  it('go to the pages that listen to them, and to no other', async () => {
    const listening = addPage(app, 'tcpServer.onAccept')
    const deaf = addPage(app, 'tcp.onReceiveError')
    const { server, port } = await serve(app)
    await connect(port)
    await until('accepted', () => listening.port.events.length > 0)
    expect(listening.port.events).toEqual([
      {
        kind: 'event',
        event: 'tcpServer.onAccept',
        payload: { clientSocketId: 1, socketId: server.id },
      },
    ])
    expect(deaf.port.records).toEqual([])
  })

  it('of accepting wait until a page listens', async () => {
    const { port } = await serve(app)
    await connect(port)
    await settle()
    expect(app.tcp.list()).toEqual([])
    const page = addPage(app, 'tcpServer.onAccept')
    await until('accepted', () => page.port.events.length > 0)
    expect(app.tcp.list()).toHaveLength(1)
  })

  it('of errors wait for a listener that is on its way', async () => {
    const { page, port } = addPage(app)
    const client = app.tcp.add((id) => new TcpSocket(id, app.delivery)) as TcpSocket
    app.delivery.receiveError(client, -101)
    app.setInterest(page, 'udp.onReceiveError', true)
    await settle()
    expect(port.events).toEqual([])
    app.setInterest(page, 'tcp.onReceiveError', true)
    await settle()
    app.wake()
    await settle()
    expect(port.events.map(({ payload }) => payload)).toEqual([{ resultCode: -101, socketId: client.id }])
  })

  it('of errors that nobody listens to are lost after a moment, as in Chrome', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const client = app.tcp.add((id) => new TcpSocket(id, app.delivery)) as TcpSocket
    app.delivery.receiveError(client, -100)
    vi.advanceTimersByTime(100)
    vi.useRealTimers()
    const { port } = addPage(app, 'tcp.onReceiveError')
    await settle()
    expect(port.events).toEqual([])
  })

  it('tell pages that listen of an error in accepting', async () => {
    const page = addPage(app, 'tcpServer.onAcceptError')
    const { server } = await serve(app)
    app.delivery.acceptError(server, -12)
    await takeTurns(1)
    expect(page.port.events).toMatchObject([{ payload: { resultCode: -12, socketId: server.id } }])
  })
})

describe('data', () => {
  it('goes to every page that listens, and waits while one of them has taken too little', async () => {
    const first = addPage(app, 'tcpServer.onAccept', 'tcp.onReceive')
    const second = addPage(app, 'tcp.onReceive')
    keepUp(app, first)
    const { port } = await serve(app)
    const peer = await connect(port)
    await until('accepted', () => app.tcp.list().length > 0)
    app.tcp.get(1)?.setPaused(false)
    const size = 3 * flowControl.socketWindow
    peer.write(Buffer.alloc(size, 'x'))
    await until('window used', () => !second.page.hasCredit('tcp', 1))
    await settle()
    const received = first.port.text.length
    expect(received).toBeLessThan(2 * flowControl.socketWindow)
    expect(second.port.text.length).toBeLessThan(received)
    keepUp(app, second)
    await until('all read', () => first.port.text.length === size && second.port.text.length === size)
  })

  it('waits until a page listens, and goes on without a page that has gone', async () => {
    const first = addPage(app, 'tcpServer.onAccept', 'tcp.onReceive')
    const slow = addPage(app, 'tcp.onReceive')
    const { port } = await serve(app)
    const peer = await connect(port)
    await until('accepted', () => app.tcp.list().length > 0)
    keepUp(app, first)
    slow.page.postData(1, 4096, Buffer.alloc(flowControl.socketWindow))
    app.tcp.get(1)?.setPaused(false)
    peer.write('hello')
    await settle()
    expect(first.port.text).toBe('')
    app.removePage(slow.page)
    await until('received', () => first.port.text === 'hello')
  })

  it('is handed over as its own bytes alone', async () => {
    const page = addPage(app, 'tcpServer.onAccept', 'tcp.onReceive')
    keepUp(app, page)
    const { port } = await serve(app)
    const peer = await connect(port)
    await until('accepted', () => app.tcp.list().length > 0)
    app.tcp.get(1)?.update({ bufferSize: 2 })
    app.tcp.get(1)?.setPaused(false)
    peer.write('12345')
    await until('received', () => page.port.data.length > 0)
    expect(page.port.data[0]).toMatchObject({ socketId: 1, bufferSize: 2 })
    expect(page.port.data[0]?.data.byteLength).toBe(5)
  })
})

describe('the last page', () => {
  it('takes with it the sockets that are not persistent', async () => {
    const first = addPage(app, 'tcpServer.onAccept')
    const second = addPage(app)
    const { port } = await serve(app)
    const kept = await serve(app)
    kept.server.update({ persistent: true })
    const peer = await connect(port)
    await until('accepted', () => app.tcp.list().length > 0)
    app.removePage(first.page)
    expect(app.tcp.list()).toHaveLength(1)
    app.removePage(first.page)
    expect(app.tcpServer.list()).toHaveLength(2)
    app.removePage(second.page)
    expect([app.tcp.list(), app.tcpServer.list()]).toEqual([[], [kept.server]])
    expect(await isListening(port)).toBe(false)
    expect(await isListening(kept.port)).toBe(true)
    await until('client closed', () => peer.ended)
  })

  it('takes persistent ones along where the services keep none', async () => {
    const services = {
      describe: () => undefined,
      opened: () => {},
      closed: () => {},
      listSockets: () => [],
      keepsSockets: () => false,
      perform: () => succeed(),
    }
    const own = createAppOf({ sockets: { tcpServer: { listen: '*' } } }, { services })
    const { page } = addPage(own)
    const { server } = await serve(own)
    server.update({ persistent: true })
    own.removePage(page)
    expect(own.tcpServer.list()).toEqual([])
  })

  it('is followed by one that hears what a persistent server has held meanwhile', async () => {
    const { page } = addPage(app, 'tcpServer.onAccept')
    const { server, port } = await serve(app)
    server.update({ persistent: true })
    app.removePage(page)
    await connect(port)
    await settle()
    const next = addPage(app, 'tcpServer.onAccept')
    await until('accepted', () => next.port.events.length === 1)
  })
})

describe('dispose', () => {
  it('frees every port, persistent or not, and says good-bye to every page', async () => {
    const pages = [addPage(app, 'tcpServer.onAccept'), addPage(app)]
    const { server, port } = await serve(app)
    server.update({ persistent: true })
    const peer = await connect(port)
    await until('accepted', () => app.tcp.list().length > 0)
    app.dispose()
    expect(await isListening(port)).toBe(false)
    await until('client closed', () => peer.ended)
    for (const page of pages) {
      expect(page.port.records.at(-1)).toEqual({ kind: 'end' })
      expect(page.port.closed).toBe(true)
    }
    expect(() => app.dispose()).not.toThrow()
  })

  it('cuts off what still sends', async () => {
    addPage(app, 'tcpServer.onAccept')
    const { port } = await serve(app)
    const peer = await connect(port)
    peer.socket.pause()
    await until('accepted', () => app.tcp.list().length > 0)
    const socket = app.tcp.get(1)
    socket?.send(Buffer.alloc(32 * 1024 * 1024), () => {})
    if (socket !== undefined) app.tcp.remove(socket)
    socket?.disconnect()
    await settle()
    app.dispose()
    peer.socket.resume()
    await until('cut off', () => peer.ended)
    expect(peer.received.length).toBeLessThan(32 * 1024 * 1024)
  })
})
