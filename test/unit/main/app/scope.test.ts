import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Scope } from '../../../../src/main/app/scope.ts'
import { TcpSocket } from '../../../../src/main/sockets/tcp-socket.ts'
import { flowControl } from '../../../../src/renderer-types/wire.ts'
import { closeConnections, track } from '../../../support/connected-pair.ts'
import { TcpPeer, isListening } from '../../../support/tcp-peer.ts'
import { addPage, createScope, keepUp, serve } from '../../../support/test-scope.ts'
import { settle, until } from '../../../support/until.ts'

let scope: Scope

beforeEach(() => {
  scope = createScope()
})

afterEach(() => {
  scope.dispose()
  closeConnections()
  expect([scope.tcp.list(), scope.tcpServer.list()]).toEqual([[], []])
})

const connect = async (port: number): Promise<TcpPeer> => track(await TcpPeer.connect(port))

describe('events', () => {
  it('go to the pages that listen to them, and to no other', async () => {
    const listening = addPage(scope, 'tcpServer.onAccept')
    const deaf = addPage(scope, 'tcp.onReceiveError')
    const { server, port } = await serve(scope)
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
    const { port } = await serve(scope)
    await connect(port)
    await settle()
    expect(scope.tcp.list()).toEqual([])
    const page = addPage(scope, 'tcpServer.onAccept')
    await until('accepted', () => page.port.events.length > 0)
    expect(scope.tcp.list()).toHaveLength(1)
  })

  it('of errors wait for a listener that is on its way', async () => {
    const { page, port } = addPage(scope)
    const client = scope.tcp.add((id) => new TcpSocket(id, scope)) as TcpSocket
    scope.receiveError(client, -101)
    scope.setInterest(page, 'udp.onReceiveError', true)
    await settle()
    expect(port.events).toEqual([])
    scope.setInterest(page, 'tcp.onReceiveError', true)
    await settle()
    scope.wake()
    await settle()
    expect(port.events.map(({ payload }) => payload)).toEqual([{ resultCode: -101, socketId: client.id }])
  })

  it('of errors that nobody listens to are lost after a moment, as in Chrome', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const client = scope.tcp.add((id) => new TcpSocket(id, scope)) as TcpSocket
    scope.receiveError(client, -100)
    vi.advanceTimersByTime(100)
    vi.useRealTimers()
    const { port } = addPage(scope, 'tcp.onReceiveError')
    await settle()
    expect(port.events).toEqual([])
  })

  it('tell pages that listen of an error in accepting', async () => {
    const page = addPage(scope, 'tcpServer.onAcceptError')
    const { server } = await serve(scope)
    scope.acceptError(server, -12)
    await settle(1)
    expect(page.port.events).toMatchObject([{ payload: { resultCode: -12, socketId: server.id } }])
  })
})

describe('data', () => {
  it('goes to every page that listens, and waits while one of them has taken too little', async () => {
    const first = addPage(scope, 'tcpServer.onAccept', 'tcp.onReceive')
    const second = addPage(scope, 'tcp.onReceive')
    keepUp(scope, first)
    const { port } = await serve(scope)
    const peer = await connect(port)
    await until('accepted', () => scope.tcp.list().length > 0)
    scope.tcp.get(1)?.setPaused(false)
    const size = 3 * flowControl.socketWindow
    peer.write(Buffer.alloc(size, 'x'))
    await until('window used', () => !second.page.hasCredit('tcp', 1))
    await settle()
    const received = first.port.text.length
    expect(received).toBeLessThan(2 * flowControl.socketWindow)
    expect(second.port.text.length).toBeLessThan(received)
    keepUp(scope, second)
    await until('all read', () => first.port.text.length === size && second.port.text.length === size)
  })

  it('waits until a page listens, and goes on without a page that has gone', async () => {
    const first = addPage(scope, 'tcpServer.onAccept', 'tcp.onReceive')
    const slow = addPage(scope, 'tcp.onReceive')
    const { port } = await serve(scope)
    const peer = await connect(port)
    await until('accepted', () => scope.tcp.list().length > 0)
    keepUp(scope, first)
    slow.page.postData(1, 4096, Buffer.alloc(flowControl.socketWindow))
    scope.tcp.get(1)?.setPaused(false)
    peer.write('hello')
    await settle()
    expect(first.port.text).toBe('')
    scope.removePage(slow.page)
    await until('received', () => first.port.text === 'hello')
  })

  it('is handed over as its own bytes alone', async () => {
    const page = addPage(scope, 'tcpServer.onAccept', 'tcp.onReceive')
    keepUp(scope, page)
    const { port } = await serve(scope)
    const peer = await connect(port)
    await until('accepted', () => scope.tcp.list().length > 0)
    scope.tcp.get(1)?.update({ bufferSize: 2 })
    scope.tcp.get(1)?.setPaused(false)
    peer.write('12345')
    await until('received', () => page.port.data.length > 0)
    expect(page.port.data[0]).toMatchObject({ socketId: 1, bufferSize: 2 })
    expect(page.port.data[0]?.data.byteLength).toBe(5)
  })
})

describe('the last page', () => {
  it('takes with it the sockets that are not persistent', async () => {
    const first = addPage(scope, 'tcpServer.onAccept')
    const second = addPage(scope)
    const { port } = await serve(scope)
    const kept = await serve(scope)
    kept.server.update({ persistent: true })
    const peer = await connect(port)
    await until('accepted', () => scope.tcp.list().length > 0)
    scope.removePage(first.page)
    expect(scope.tcp.list()).toHaveLength(1)
    scope.removePage(first.page)
    expect(scope.tcpServer.list()).toHaveLength(2)
    scope.removePage(second.page)
    expect([scope.tcp.list(), scope.tcpServer.list()]).toEqual([[], [kept.server]])
    expect(await isListening(port)).toBe(false)
    expect(await isListening(kept.port)).toBe(true)
    await until('client closed', () => peer.ended)
  })

  it('is followed by one that hears what a persistent server has held meanwhile', async () => {
    const { page } = addPage(scope, 'tcpServer.onAccept')
    const { server, port } = await serve(scope)
    server.update({ persistent: true })
    scope.removePage(page)
    await connect(port)
    await settle()
    const next = addPage(scope, 'tcpServer.onAccept')
    await until('accepted', () => next.port.events.length === 1)
  })
})

describe('dispose', () => {
  it('frees every port, persistent or not, and says good-bye to every page', async () => {
    const pages = [addPage(scope, 'tcpServer.onAccept'), addPage(scope)]
    const { server, port } = await serve(scope)
    server.update({ persistent: true })
    const peer = await connect(port)
    await until('accepted', () => scope.tcp.list().length > 0)
    scope.dispose()
    expect(await isListening(port)).toBe(false)
    await until('client closed', () => peer.ended)
    for (const page of pages) {
      expect(page.port.records.at(-1)).toEqual({ kind: 'end' })
      expect(page.port.closed).toBe(true)
    }
    expect(() => scope.dispose()).not.toThrow()
  })

  it('cuts off what still sends', async () => {
    addPage(scope, 'tcpServer.onAccept')
    const { port } = await serve(scope)
    const peer = await connect(port)
    peer.socket.pause()
    await until('accepted', () => scope.tcp.list().length > 0)
    const socket = scope.tcp.get(1)
    socket?.send(Buffer.alloc(32 * 1024 * 1024), () => {})
    if (socket !== undefined) scope.tcp.remove(socket)
    socket?.disconnect()
    await settle()
    scope.dispose()
    peer.socket.resume()
    await until('cut off', () => peer.ended)
    expect(peer.received.length).toBeLessThan(32 * 1024 * 1024)
  })
})
