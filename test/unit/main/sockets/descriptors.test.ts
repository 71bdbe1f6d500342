import fs from 'node:fs'
import net from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  DescriptorPool,
  Descriptors,
  parseLimit,
  readSystemLimit,
  spareOf,
} from '../../../../src/main/sockets/descriptors.ts'
import { TcpServerSocket } from '../../../../src/main/sockets/tcp-server-socket.ts'
import { TcpSocket } from '../../../../src/main/sockets/tcp-socket.ts'
import { UdpSocket } from '../../../../src/main/sockets/udp-socket.ts'
import type { App } from '../../../../src/main/app/app.ts'
import { Delivery } from '../../../../src/main/app/delivery.ts'
import { expectLimitToComeBack } from '../../../support/limits.ts'
import { addPage, createApp, createAppOf, keepUp, serve } from '../../../support/pages/test-app.ts'
import { createCertificates } from '../../../support/sockets/certificates.ts'
import { closeConnections, track } from '../../../support/sockets/connected-pair.ts'
import { loopback } from '../../../support/sockets/hosts.ts'
import { TcpPeer } from '../../../support/sockets/tcp-peer.ts'
import { TlsServer } from '../../../support/sockets/tls-server.ts'
import { settle, until } from '../../../support/until.ts'

const limit = 4
const { authority, identities } = createCertificates()

let descriptors: Descriptors
let app: App
/** Has the descriptors that it needs. */
let other: App

const sockets = {
  tcp: { connect: '*' },
  tcpServer: { listen: '*' },
  udp: { bind: '*', send: '*' },
}

beforeEach(() => {
  descriptors = new Descriptors(new DescriptorPool(limit))
  app = createAppOf({ sockets }, { createDelivery: (parts) => new Delivery(parts, descriptors) })
  other = createApp()
})

afterEach(() => {
  app.dispose()
  other.dispose()
  closeConnections()
})

describe('the limit of the system', () => {
  it.each([
    [
      'Limit   Soft Limit   Hard Limit   Units\nMax open files            1500                 4096                 files     \n',
      1500,
    ],
    [
      'Max processes 1 2 processes\nMax open files            unlimited            unlimited            files',
      Infinity,
    ],
    ['Max processes 1 2 processes', undefined],
    ['', undefined],
  ])('%j is %s', (text, expected) => {
    expect(parseLimit(text)).toBe(expected)
  })

  it.each([
    [Infinity, Infinity],
    [100_000, 97_952],
    [8192, 6144],
    [1500, 1125],
    [1024, 768],
    [300, 150],
    [256, 128],
  ])('of %i leaves %i for sockets', (system, spare) => {
    expect(spareOf(system)).toBe(spare)
  })

  it.each([
    [{ userLimits: { open_files: { soft: 1500, hard: 4096 } } }, 1500],
    [{ userLimits: { open_files: { soft: 'unlimited', hard: 'unlimited' } } }, Infinity],
    [{}, Infinity],
  ])('is asked of Node where there is no /proc: of %j it is %s', (report, expected) => {
    vi.spyOn(fs, 'readFileSync').mockImplementation(() => {
      throw new Error('ENOENT')
    })
    vi.spyOn(process.report, 'getReport').mockReturnValue(report)
    expect(readSystemLimit()).toBe(expected)
    vi.restoreAllMocks()
  })

  it('is known of this process', () => {
    expect(new Descriptors(DescriptorPool.ofProcess()).areLeft).toBe(true)
  })
})

const listen = async (): Promise<number | undefined> =>
  app.tcpServer.add((id) => new TcpServerSocket(id, app.delivery, 10))?.listen('127.0.0.1', 0, undefined)
const bind = async (): Promise<number | undefined> =>
  app.udp.add((id) => new UdpSocket(id, app.delivery))?.bind('127.0.0.1', 0)
const connect = async (port: number): Promise<number | undefined> =>
  app.tcp.add((id) => new TcpSocket(id, app.delivery))?.connect(loopback, port)

function closeAll(): void {
  for (const table of app.tables) for (const socket of table.removeAll(() => true)) socket.destroy()
}

/** Of TLS what Node says is waited for. */
async function closeAndSettle(): Promise<void> {
  closeAll()
  await settle()
}

describe('a descriptor comes back', () => {
  const check = (
    open: () => Promise<number | undefined>,
    giveBack: () => unknown = closeAll,
  ): Promise<void> =>
    expectLimitToComeBack({
      limit,
      take: async () => {
        const code = await open()
        expect([0, -12]).toContain(code)
        return code === 0
      },
      giveBack,
    })

  it('from a listener', () => check(listen))

  it('from a listener that left its address for another one, though there is no other', async () => {
    const server = app.tcpServer.add((id) => new TcpServerSocket(id, app.delivery, 10))
    for (let i = 1; i < limit; i += 1) await bind()
    for (let i = 0; i < 2 * limit; i += 1) {
      expect([await server?.listen('127.0.0.1', 0, undefined), descriptors.areLeft]).toEqual([0, false])
    }
  })

  it('from a datagram socket', () => check(bind))

  it('from what cannot even be made', () => {
    const fault = new Error('no such socket')
    const make = (): never => {
      throw fault
    }
    for (let i = 0; i < 2 * limit; i += 1) expect(() => descriptors.open(make)).toThrow(fault)
  })

  it('from a connection', async () => {
    const { port } = await serve(other)
    await check(() => connect(port))
    await check(
      () => connect(port),
      () => {
        for (const socket of app.tcp.removeAll(() => true)) socket.disconnect()
      },
    )
  })

  it('from clients that wait when their server goes', async () => {
    const { server, port } = await serve(app)
    for (let i = 1; i < limit; i += 1) track(await TcpPeer.connect(port))
    await until('all wait', () => server.heldConnections === limit - 1)
    server.disconnect()
    // They go in turns.
    for (let i = 0; i < limit; i += 1) await until('it is back', async () => (await bind()) === 0)
  })

  const secure = async (port: number, ...authorities: string[]): Promise<(number | undefined)[]> => {
    const socket = app.tcp.add((id) => new TcpSocket(id, app.delivery))
    socket?.setPaused(true)
    const code = await socket?.connect({ host: 'localhost', addresses: ['127.0.0.1'] }, port)
    return [code, code === 0 ? await socket?.secure({}, authorities) : undefined]
  }

  it('from a connection that is secured', async () => {
    const server = await TlsServer.open(identities.good)
    await check(async () => {
      const [connected, secured] = await secure(server.port, authority)
      expect(secured).toBe(connected === 0 ? 0 : undefined)
      return connected
    }, closeAndSettle)
    await server.close()
  })

  it('from a connection that could not be secured', async () => {
    const server = await TlsServer.open(identities.good)
    for (let i = 0; i < 2 * limit; i += 1) {
      expect(await secure(server.port)).toEqual([0, -202])
      await settle()
    }
    await server.close()
  })

  it('from a connection that lingers', async () => {
    const { port } = await serve(other)
    await check(
      () => connect(port),
      async () => {
        for (const socket of app.tcp.list()) socket.send(new Uint8Array(32 * 1024 * 1024), () => {})
        for (const socket of app.tcp.removeAll(() => true)) socket.disconnect()
        expect([app.lingering.size, descriptors.areLeft]).toEqual([limit, false])
        app.lingering.destroy()
        await settle()
      },
    )
  })

  it.each([
    ['a listen', async () => (await listenAt(other.tcpServer.list()[0]?.address?.localPort)) ?? 0],
    ['a bind', async () => (await bindTo('192.0.2.1')) ?? 0],
    ['a connect', async () => (await connect(1)) ?? 0],
  ])('from %s that fails', async (_what, attempt) => {
    await serve(other)
    for (let i = 0; i < 2 * limit; i += 1) {
      expect(await attempt()).toBeLessThan(-12)
      await settle()
    }
  })

  it('from clients that wait, and from those that were accepted', async () => {
    const { server, port } = await serve(app)
    addPage(app, 'tcpServer.onAccept')
    server.setPaused(true)
    await expectLimitToComeBack({
      limit: limit - 1,
      take: async () => {
        const count = (): number => server.heldConnections + app.tcp.size
        const before = count()
        const peer = track(TcpPeer.adopt(net.connect(port, '127.0.0.1')))
        await until('seen', () => count() > before || peer.socket.closed)
        return !peer.socket.closed
      },
      giveBack: async () => {
        server.setPaused(false)
        await until('accepted', () => server.heldConnections === 0)
        for (const client of app.tcp.removeAll(() => true)) client.destroy()
        server.setPaused(true)
        await settle()
      },
    })
  })
})

it('descriptors of clients that wait are back at once when their server is closed', async () => {
  const { server, port } = await serve(app)
  server.setPaused(true)
  for (let held = 1; held < limit; held += 1) {
    track(TcpPeer.adopt(net.connect(port, '127.0.0.1')))
    await until('held', () => server.heldConnections === held)
  }
  expect(descriptors.areLeft).toBe(false)
  server.disconnect()
  const opened = Array.from({ length: limit }, () => descriptors.open(() => new net.Socket()))
  expect(opened).not.toContain(undefined)
})

describe('a server', () => {
  it('that accepts the client which takes the last descriptor says so, and pauses', async () => {
    const page = addPage(app, 'tcpServer.onAccept', 'tcpServer.onAcceptError')
    keepUp(app, page)
    const { server, port } = await serve(app)
    for (let i = 1; i < limit - 1; i += 1) {
      track(await TcpPeer.connect(port))
      await until('accepted', () => app.tcp.size === i)
    }
    expect(server.paused).toBe(false)
    track(await TcpPeer.connect(port))
    await until('paused', () => server.paused)
    expect(app.tcp.size).toBe(limit - 1)
    const late = track(TcpPeer.adopt(net.connect(port, '127.0.0.1')))
    await until('reset', () => late.socket.closed)
    await until('told', () => page.port.events.some(({ event }) => event === 'tcpServer.onAcceptError'))
    for (const client of app.tcp.removeAll(() => true)) client.destroy()
    await settle()
    server.setPaused(false)
    track(await TcpPeer.connect(port))
    await until('accepted', () => app.tcp.size === 1)
  })
})

const listenAt = async (port = 0): Promise<number | undefined> =>
  app.tcpServer.add((id) => new TcpServerSocket(id, app.delivery, 10))?.listen('127.0.0.1', port, undefined)
const bindTo = async (address: string): Promise<number | undefined> =>
  app.udp.add((id) => new UdpSocket(id, app.delivery))?.bind(address, 0)
