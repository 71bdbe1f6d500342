import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { App } from '../../../../src/main/app/app.ts'
import type { Limits } from '../../../../src/main/types.ts'
import { flowControl } from '../../../../src/renderer-types/wire.ts'
import type { EventRecord } from '../../../../src/renderer-types/wire.ts'
import { closeConnections, track } from '../../../support/sockets/connected-pair.ts'
import { TcpPeer } from '../../../support/sockets/tcp-peer.ts'
import type { Member } from '../../../support/pages/test-app.ts'
import { addPage, createLimitedApp, keepUp, serve } from '../../../support/pages/test-app.ts'
import { settle, takeTurns, until } from '../../../support/until.ts'

let app: App
let port: number

async function enter(limits: Partial<Limits>): Promise<void> {
  app = createLimitedApp(limits)
  ;({ port } = await serve(app))
}

beforeEach(() => enter({ sockets: 2 }))

afterEach(() => {
  app.dispose()
  closeConnections()
})

const connect = async (): Promise<TcpPeer> => track(await TcpPeer.connect(port))
const accepted = ({ port: { events } }: Member): unknown[] =>
  events.map(({ payload }) => payload.clientSocketId)

function close(id: number): void {
  const socket = app.tcp.get(id)
  if (socket === undefined) throw new Error(`no socket ${id}`)
  app.tcp.remove(socket)
  socket.destroy()
}

const event: EventRecord = {
  kind: 'event',
  event: 'tcp.onReceiveError',
  payload: { resultCode: -100, socketId: 9 },
}

describe('a client for whom there is no room', () => {
  it('waits until a socket is closed, and loses nothing that it has sent', async () => {
    const page = addPage(app, 'tcpServer.onAccept', 'tcp.onReceive')
    keepUp(app, page)
    const peers = [await connect(), await connect(), await connect(), await connect()]
    peers[2]?.write('early')
    await until('two accepted', () => accepted(page).length === 2)
    await settle()
    expect(accepted(page)).toEqual([1, 2])
    close(1)
    await until('third accepted', () => accepted(page).length === 3)
    app.tcp.get(3)?.setPaused(false)
    await until('received', () => page.port.text === 'early')
    expect(accepted(page)).toEqual([1, 2, 3])
    close(3)
    await until('fourth accepted', () => accepted(page).length === 4)
    expect(peers.map(({ ended }) => ended)).toEqual([true, false, true, false])
  })

  it('is reset when its server ends before there is room', async () => {
    keepUp(app, addPage(app, 'tcpServer.onAccept'))
    const peers = [await connect(), await connect(), await connect()]
    await until('two accepted', () => app.tcp.isFull)
    await settle()
    app.tcpServer.get(1)?.disconnect()
    await until('reset', () => peers[2]?.errno === 'ECONNRESET')
    close(1)
    await settle()
    expect(app.tcp.list().map(({ id }) => id)).toEqual([2])
  })

  it('is not accepted by another server either, until there is room', async () => {
    const page = addPage(app, 'tcpServer.onAccept')
    keepUp(app, page)
    const other = await serve(app)
    await connect()
    await connect()
    await until('two accepted', () => app.tcp.isFull)
    track(await TcpPeer.connect(other.port))
    await settle()
    expect(accepted(page)).toEqual([1, 2])
    close(2)
    await until('third accepted', () => accepted(page).length === 3)
    expect(page.port.events[2]?.payload).toEqual({ clientSocketId: 3, socketId: other.server.id })
  })
})

describe('a page that is full', () => {
  /** A page that was sent as much as it may be sent. */
  async function fill(...events: ('tcpServer.onAccept' | 'tcp.onReceive')[]): Promise<Member> {
    await enter({ unreadBytes: 1000 })
    const page = addPage(app, ...events)
    page.page.postData(99, 4096, Buffer.alloc(1000))
    return page
  }

  it('has clients wait until it has dealt with something', async () => {
    const page = await fill('tcpServer.onAccept')
    await connect()
    await settle()
    expect(app.tcp.list()).toEqual([])
    app.acknowledge(page.page, 1)
    await until('accepted', () => accepted(page).length === 1)
  })

  it('has clients wait even if others that listen have dealt with everything', async () => {
    const page = await fill('tcpServer.onAccept')
    const quick = addPage(app, 'tcpServer.onAccept')
    keepUp(app, quick)
    await connect()
    await settle()
    expect(accepted(quick)).toEqual([])
    app.removePage(page.page)
    await until('accepted', () => accepted(quick).length === 1)
  })

  it('that does not listen to what has come has nobody wait', async () => {
    await fill('tcp.onReceive')
    const quick = addPage(app, 'tcpServer.onAccept')
    await connect()
    await until('accepted', () => accepted(quick).length === 1)
  })

  it('has data of every socket wait, and all of it goes on when it has dealt with something', async () => {
    await enter({ unreadBytes: 1000 })
    const page = addPage(app, 'tcpServer.onAccept', 'tcp.onReceive')
    keepUp(app, page)
    const peers = [await connect(), await connect(), await connect()]
    await until('accepted', () => accepted(page).length === 3)
    page.port.onAsked = () => {}
    page.page.postData(99, 4096, Buffer.alloc(1000))
    await takeTurns(1)
    for (const id of [1, 2, 3]) app.tcp.get(id)?.setPaused(false)
    for (const [i, peer] of peers.entries()) peer.write(`${i}`)
    await settle()
    expect(page.port.data.map(({ socketId }) => socketId)).toEqual([99])
    keepUp(app, page)
    await until('all received', () => page.port.data.length === 4)
    expect(new Set(page.port.data.map(({ socketId }) => socketId))).toEqual(new Set([99, 1, 2, 3]))
  })

  it('is one that has too many items to deal with, too', async () => {
    const page = addPage(app, 'tcpServer.onAccept')
    page.page.postEvent(event)
    await takeTurns(1)
    for (let i = 0; i < flowControl.waitingItems; i += 1) page.page.postEvent(event)
    await connect()
    await settle()
    expect(app.tcp.list()).toEqual([])
    keepUp(app, page)
    await until('accepted', () => app.tcp.list().length === 1)
  })
})
