import type { Session } from 'electron'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { parseOrigin } from '../../../../src/main/ipc/origins.ts'
import { Registry } from '../../../../src/main/ipc/registry.ts'
import type { App } from '../../../../src/main/app/app.ts'
import { TcpSocket } from '../../../../src/main/sockets/tcp-socket.ts'
import { flowControl, maxUpItems } from '../../../../src/renderer-types/wire.ts'
import { closeConnections, connectPair } from '../../../support/sockets/connected-pair.ts'
import { MemoryPort } from '../../../support/pages/memory-port.ts'
import { createLimitedApp, createApp } from '../../../support/pages/test-app.ts'
import { settle, takeTurns, until } from '../../../support/until.ts'
import { createGate } from '../../../support/pages/create-gate.ts'

let app: App
afterEach(() => {
  vi.restoreAllMocks()
  app?.dispose()
  closeConnections()
})

function openGate(made: App): {
  say: (...items: unknown[]) => void
  receive: (m: unknown) => void
  port: MemoryPort
} {
  app = made
  const registry = new Registry()
  registry.add({ app, includes: () => true, sessions: [], origins: [parseOrigin('app://ours')] })
  const gate = createGate(registry)
  const port = new MemoryPort()
  const listener = gate.connect({ session: {} as Session, windowId: 1, url: new URL('app://ours/') }, port)
  return {
    say: (...items) => listener?.receive([0, undefined, ...items]),
    receive: (m) => listener?.receive(m),
    port,
  }
}

describe('answers alone that fill the outbox', () => {
  it('do not leave data waiting when they are gone', async () => {
    const { say, receive, port } = openGate(createApp())
    say({ kind: 'interest', event: 'tcp.onReceive', listening: true })
    const { socket, peer } = await connectPair()
    const tcp = app.tcp.add((id) => new TcpSocket(id, app.delivery, socket))
    tcp?.setPaused(false)
    peer.write('first')
    await until('busy', () => port.text === 'first')
    const getInfo = { kind: 'call', id: 1, method: 'tcp.getInfo', args: [1] }
    for (let answers = 0; answers < flowControl.waitingItems; answers += maxUpItems) {
      say(...Array.from({ length: maxUpItems }, () => getInfo))
      await settle()
    }
    peer.write('second')
    await settle()
    receive([1, undefined])
    await until('second', () => port.text === 'firstsecond')
  })
})

describe('a fault of ours in send', () => {
  it('is logged and answered, and gives the quota back', async () => {
    const { receive, port } = openGate(createApp())
    const { socket } = await connectPair()
    const tcp = app.tcp.add((id) => new TcpSocket(id, app.delivery, socket))
    if (tcp === undefined) throw new Error('x')
    vi.spyOn(tcp, 'send').mockImplementation(() => {
      throw new Error('fault')
    })
    expect(() => receive([0, new ArrayBuffer(1), [1, 1, 1]])).not.toThrow()
    await takeTurns(2)
    expect(port.replies).toMatchObject([{ id: 1, error: 'net::ERR_UNEXPECTED' }])
    expect(app.writeQuota.take(app.limits.writeQuota)).toBe(true)
  })
})

describe('a fault of ours in anything that a page says', () => {
  it('is logged, and neither ends the main process nor keeps the page waiting', async () => {
    const { receive, port } = openGate(createApp())
    const log = vi.spyOn(app.logger, 'error').mockReturnValue()
    const fault = new Error('fault')
    vi.spyOn(app, 'setInterest').mockImplementation(() => {
      throw fault
    })
    const acknowledge = vi.spyOn(app, 'acknowledge')
    const interest = { kind: 'interest', event: 'tcp.onReceive', listening: true }
    expect(() => receive([1, undefined, interest])).not.toThrow()
    expect(log.mock.calls).toEqual([[expect.stringContaining('message of a page'), fault]])
    expect(acknowledge).toHaveBeenCalledTimes(1)
    receive([0, undefined, { kind: 'call', id: 1, method: 'tcp.create', args: [] }])
    await takeTurns(1)
    expect(port.replies).toHaveLength(1)
  })
})

describe('a page that is behind with events', () => {
  it('is not cut off when it acknowledges, though few calls may wait', async () => {
    const { say, receive, port } = openGate(createLimitedApp({ pendingCalls: 1 }))
    say({ kind: 'interest', event: 'tcp.onReceiveError', listening: true })
    for (let i = 0; i < 4; i += 1) {
      app.delivery.receiveError({ id: i, name: '' } as TcpSocket, -100)
      await takeTurns(1)
    }
    expect(port.events).toHaveLength(1)
    receive([1, undefined])
    await takeTurns(1)
    expect(port.records.map(({ kind }) => kind)).toEqual(['event', 'event', 'event', 'event'])
  })
  it('is not cut off that makes calls while it deals with one message', async () => {
    const { say, receive, port } = openGate(createLimitedApp({ pendingCalls: 10 }))
    say({ kind: 'interest', event: 'tcp.onReceiveError', listening: true })
    app.delivery.receiveError({ id: 1, name: '' } as TcpSocket, -100)
    await takeTurns(1)
    for (let i = 0; i < 20; i += 1) {
      say({ kind: 'call', id: i, method: 'tcp.getInfo', args: [1] })
      await takeTurns(1)
    }
    receive([1, undefined])
    await takeTurns(1)
    expect(port.replies).toHaveLength(20)
  })
})
