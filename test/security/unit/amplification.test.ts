import net from 'node:net'
import type { Session } from 'electron'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { parseOrigin } from '../../../src/main/ipc/origins.ts'
import { Registry } from '../../../src/main/ipc/registry.ts'
import type { App } from '../../../src/main/app/app.ts'
import type { Gate } from '../../../src/main/ipc/gate.ts'
import type { PortListener } from '../../../src/main/ipc/transport.ts'
import type { MethodName } from '../../../src/renderer-types/contract/index.ts'
import type { CallRecord } from '../../../src/renderer-types/wire.ts'
import { flowControl, maxUpBytes } from '../../../src/renderer-types/wire.ts'
import { TcpSocket } from '../../../src/main/sockets/tcp-socket.ts'
import { MemoryPort } from '../../support/pages/memory-port.ts'
import type { RecordingLogger } from '../../support/pages/recording-logger.ts'
import { createLimitedApp, loggerOf } from '../../support/pages/test-app.ts'
import { takeTurns, until } from '../../support/until.ts'
import { createGate } from '../../support/pages/create-gate.ts'

const mebibyte = 1024 * 1024
const session = {} as Session
/** Node's pool of small buffers is shared by many. */

let app: App
let logger: RecordingLogger
let gate: Gate
let port: MemoryPort
let listener: PortListener

const connect = (to: MemoryPort): PortListener => {
  const opened = gate.connect({ session, windowId: 1, url: new URL('app://ours/') }, to)
  if (opened === undefined) throw new Error('refused')
  return opened
}

const call = (method: MethodName, ...args: unknown[]): CallRecord => ({ kind: 'call', id: 1, method, args })
const many = <T>(length: number, item: T): T[] => Array.from({ length }, () => item)

beforeEach(() => {
  app = createLimitedApp({ pendingCalls: 20_000 })
  logger = loggerOf(app)
  const registry = new Registry()
  registry.add({ app, includes: () => true, origins: [parseOrigin('app://ours')], sessions: [session] })
  gate = createGate(registry)
  port = new MemoryPort()
  listener = connect(port)
})

afterEach(() => {
  vi.restoreAllMocks()
  app.dispose()
})

describe('a page that wants little and costs much', () => {
  it('is logged a few times, however many malformed calls it makes', () => {
    for (let i = 0; i < 100; i += 1)
      connect(new MemoryPort()).receive([0, undefined, ...many(100, call('tcp.create', 5))])
    expect(logger.warnings).toHaveLength(1)
  })

  it('is not told the network interfaces that its manifest does not give it', async () => {
    listener.receive([0, undefined, call('network.getNetworkInterfaces')])
    await takeTurns(2)
    expect(port.replies).toEqual([expect.objectContaining({ error: expect.any(String) })])
  })

  it('wakes its sockets a few times for a message, however often it changes its mind', async () => {
    listener.receive([0, undefined, ...many(100, call('tcp.create'))])
    const pump = vi.spyOn(Object.getPrototypeOf(app.tcp.get(1)), 'pump')
    const change = (_: unknown, index: number) => {
      return { kind: 'interest', event: 'tcp.onReceive', listening: index % 2 === 0 }
    }
    listener.receive([0, undefined, ...Array.from({ length: 1000 }, change)])
    await takeTurns(2)
    expect(pump.mock.calls.length).toBeLessThanOrEqual(200)
  })

  it('cannot have memory kept that no send of it counts', async () => {
    listener.receive([0, undefined, call('tcp.create')])
    const send = vi.spyOn(TcpSocket.prototype, 'send').mockImplementation(() => {})
    for (let i = 0; i < 100; i += 1) {
      listener.receive([0, new ArrayBuffer(maxUpBytes), [2 * i, 1, 1], [2 * i + 1, 999, maxUpBytes - 1]])
      await takeTurns(1)
    }
    const kept = send.mock.calls.map(([data]) => data.buffer.byteLength)
    expect(kept).toHaveLength(100)
    expect(kept.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(17 * mebibyte)
  })

  it('has its port closed when another takes its place', () => {
    connect(new MemoryPort())
    expect(port.closed).toBe(true)
  })

  it('that acknowledges nothing is cut off, and its answers do not pile up', async () => {
    listener.receive([
      0,
      undefined,
      { kind: 'interest', event: 'tcpServer.onAccept', listening: true },
      call('tcpServer.create'),
      call('tcpServer.listen', 1, '127.0.0.1', 0),
    ])
    await until('listening', () => app.tcpServer.get(1)?.address !== undefined)
    const peer = net.connect(app.tcpServer.get(1)?.address?.localPort ?? 0, '127.0.0.1')
    peer.on('error', () => {})
    await until('told', () => port.events.length === 1)
    const { answers, saidMessages } = flowControl
    for (let i = 0; i < answers / 1000 + 2 * saidMessages && !port.closed; i += 1) {
      listener.receive([0, undefined, ...many(1000, [1, 0, 0])])
      await takeTurns(2)
    }
    expect(port.replies.length).toBeLessThanOrEqual(answers + saidMessages * 1000)
    peer.destroy()
    expect(port.closed).toBe(true)
  })
})
