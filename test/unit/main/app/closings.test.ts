import net from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Closings } from '../../../../src/main/app/closings.ts'
import type { App } from '../../../../src/main/app/app.ts'
import { UdpSocket } from '../../../../src/main/sockets/udp-socket.ts'
import { TcpServerSocket } from '../../../../src/main/sockets/tcp-server-socket.ts'
import { TcpSocket } from '../../../../src/main/sockets/tcp-socket.ts'
import { netErrors } from '../../../../src/renderer-types/net-errors.ts'
import { addPage, createLimitedApp } from '../../../support/pages/test-app.ts'

let now: number
let app: App
/** What has been closed, each in a millisecond. */
let closed: string[]

function noteClosed(name: string): void {
  closed.push(name)
  now += 1
}

beforeEach(() => {
  vi.useFakeTimers()
  now = 0
  closed = []
  vi.spyOn(performance, 'now').mockImplementation(() => now)
  for (const { prototype } of [TcpServerSocket, TcpSocket, UdpSocket]) {
    vi.spyOn(prototype, 'destroy').mockImplementation(function (this: { id: number }) {
      noteClosed(`${prototype.constructor.name} ${this.id}`)
    })
  }
  app = createLimitedApp({ sockets: 1000 })
})

afterEach(() => {
  app.dispose()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

/** As many as there is room for. */
function addSockets(count: number): UdpSocket[] {
  return Array.from({ length: count }, () => app.udp.add((id) => new UdpSocket(id, app.delivery))).filter(
    (socket) => socket !== undefined,
  )
}

const list = (length: number): string[] => Array.from({ length }, (_, at) => String(at))

describe('closings', () => {
  it('are done at once where they are few', () => {
    new Closings().add(
      app,
      list(4).map((name) => () => noteClosed(name)),
    )
    expect(closed).toEqual(list(4))
    expect(vi.getTimerCount()).toBe(0)
  })

  it('have those of all owners wait for the same turns, one of each after the other', () => {
    const closings = new Closings()
    const many = {}
    closings.add(
      many,
      list(8).map((name) => () => noteClosed(name)),
    )
    closings.add({}, [() => noteClosed('other'), () => noteClosed('other again')])
    expect(closed).toEqual(list(4))
    vi.advanceTimersToNextTimer()
    expect(closed.slice(4)).toEqual(['4', 'other', '5', 'other again'])
    closings.add(many, [() => noteClosed('8')])
    vi.runAllTimers()
    expect(closed.slice(8)).toEqual(['6', '7', '8'])
  })

  it('have what is added while something is closed wait for its turn', () => {
    const closings = new Closings()
    const owner = {}
    closings.add(owner, [
      () => {
        noteClosed('server')
        closings.add(
          owner,
          list(6).map((name) => () => noteClosed(name)),
        )
      },
    ])
    expect(closed).toEqual(['server', ...list(3)])
    vi.runAllTimers()
    expect(closed).toEqual(['server', ...list(6)])
  })

  it('are finished at once for one owner alone', () => {
    const closings = new Closings()
    const owner = {}
    closings.add(
      {},
      list(6).map((name) => () => noteClosed(name)),
    )
    closings.add(owner, [() => noteClosed('own')])
    closings.finish(owner)
    expect(closed).toEqual([...list(4), 'own'])
    vi.runAllTimers()
    expect(closed).toEqual([...list(4), 'own', '4', '5'])
  })
})

describe('a page that goes away with many sockets', () => {
  it('has them closed in several turns, in the order of the tables, and those of the next page stay', () => {
    const { page } = addPage(app)
    app.tcpServer.add((id) => new TcpServerSocket(id, app.delivery, 1))
    app.tcp.add((id) => new TcpSocket(id, app.delivery))
    addSockets(998)
    app.removePage(page)
    const order = [
      'TcpServerSocket 1',
      'TcpSocket 1',
      ...list(998).map((at) => `UdpSocket ${Number(at) + 1}`),
    ]
    expect(closed).toEqual(order.slice(0, 4))
    addPage(app)
    const [next] = addSockets(1)
    for (let turn = 2; turn <= 250; turn += 1) {
      vi.advanceTimersToNextTimer()
      expect(closed).toEqual(order.slice(0, 4 * turn))
    }
    expect(vi.getTimerCount()).toBe(0)
    expect(app.udp.list()).toEqual([next])
  })

  it('has them found no more, and counted until each is closed', () => {
    const { page } = addPage(app)
    const characters = 16_384
    for (const socket of addSockets(1000)) {
      socket.update({ name: 'x'.repeat(characters) })
      app.names.take(characters)
    }
    app.removePage(page)
    expect([app.udp.get(999), app.udp.list(), app.udp.size]).toEqual([undefined, [], 996])
    expect(addSockets(5).map(({ id }) => id)).toEqual([1001, 1002, 1003, 1004])
    expect(app.names.hasRoomFor(1000 * characters)).toBe(false)
    vi.advanceTimersToNextTimer()
    expect(addSockets(5)).toHaveLength(4)
    vi.runAllTimers()
    expect([app.udp.size, app.names.hasRoomFor(16 * 1024 * 1024)]).toEqual([8, true])
    expect(addSockets(1000)).toHaveLength(992)
  })

  it('has nobody hear of them', () => {
    const { page } = addPage(app)
    const server = app.tcpServer.add((id) => new TcpServerSocket(id, app.delivery, 1))
    const client = app.tcp.add((id) => new TcpSocket(id, app.delivery))
    if (server === undefined || client === undefined) throw new Error('full')
    vi.spyOn(performance, 'now').mockImplementation(() => (now += 4))
    const [socket] = addSockets(1)
    if (socket === undefined) throw new Error('full')
    app.removePage(page)
    expect(closed).toEqual([])
    const next = addPage(app, 'tcpServer.onAccept', 'tcp.onReceive', 'udp.onReceive', 'udp.onReceiveError')
    app.setInterest(next.page, 'tcp.onReceiveError', true)
    app.setInterest(next.page, 'tcpServer.onAcceptError', true)
    const { delivery } = app
    expect(delivery.askToAccept(server)).toBe('unheard')
    expect(delivery.askToReceive(client)).toBe('unheard')
    expect(delivery.askToReceiveDatagram(socket)).toBe('unheard')
    delivery.acceptError(server, netErrors.ERR_FAILED)
    delivery.receiveError(client, netErrors.ERR_FAILED)
    delivery.receiveAbort(client)
    delivery.datagramError(socket, netErrors.ERR_FAILED)
    vi.runAllTicks()
    expect(next.port.records).toEqual([])
    client.secured = true
    const connection = new net.Socket()
    delivery.closeAfterSending(connection, client, {})
    expect(connection.destroyed).toBe(true)
  })

  it('has what is left closed at once when the app ends', () => {
    const { page } = addPage(app)
    addSockets(1000)
    app.removePage(page)
    app.dispose()
    expect([closed.length, app.udp.size]).toEqual([1000, 0])
  })
})
