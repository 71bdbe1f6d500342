import type { Session } from 'electron'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Gate } from '../../../../src/main/ipc/gate.ts'
import { parseOrigin } from '../../../../src/main/ipc/origins.ts'
import { Registry } from '../../../../src/main/ipc/registry.ts'
import { startTrace, Trace } from '../../../../src/main/ipc/trace.ts'
import type { App } from '../../../../src/main/app/app.ts'
import { DebugLog } from '../../../../src/main/watch/debug-log.ts'
import { followEvents } from '../../../../src/main/watch/follow-events.ts'
import { protocolVersion } from '../../../../src/renderer-types/wire.ts'
import { MemoryPort } from '../../../support/pages/memory-port.ts'
import { createApp } from '../../../support/pages/test-app.ts'
import { TcpPeer } from '../../../support/sockets/tcp-peer.ts'
import { takeTurns, until } from '../../../support/until.ts'
import { createGate } from '../../../support/pages/create-gate.ts'

const session = {} as Session
const caller = { session, windowId: 3, url: new URL('app://ours/index.html') }

let app: App
let lines: string[]
let gate: Gate

/** What was written since the last time, without the time. */
const read = (): string[] =>
  lines
    .splice(0)
    .map((line) => line.replace(/^\S+ electron-chrome-sockets /, '').replace(/ \([\d.]+ ms\)$/, ''))

beforeEach(() => {
  app = createApp({ tcpServer: { listen: '127.0.0.1:*' } })
  const registry = new Registry()
  registry.add({ app, includes: () => true, origins: [parseOrigin('app://ours')], sessions: [session] })
  lines = []
  const log = new DebugLog((line) => lines.push(line))
  gate = createGate(registry, { trace: new Trace(log) })
  followEvents(app.watch.events, log)
})

afterEach(() => {
  app.dispose()
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

it('who is let in, and who is not', async () => {
  gate.grant(caller, { protocol: protocolVersion, contextIsolated: true })
  gate.grant(caller, { protocol: protocolVersion, contextIsolated: false })
  gate.grant({ ...caller, url: new URL('https://other.test/') }, {})
  await takeTurns(1)
  expect(read().filter((line) => line.startsWith('window'))).toEqual([
    `window 3: app://ours is granted tcp, tcpServer, udp of ${app.manifest.id}`,
    expect.stringMatching(/^window 3: app:\/\/ours is granted nothing: .*contextIsolation/),
    'window 3: https://other.test is granted nothing',
  ])
})

it('calls, answers and events, without payload', async () => {
  // However slow it is, what is said at once is one turn.
  vi.spyOn(performance, 'now').mockReturnValue(1)
  const port = new MemoryPort()
  const listener = gate.connect(caller, port)
  const say = (...items: unknown[]): void => listener?.receive([port.asked, undefined, ...items])
  const call = (id: number, method: string, ...args: unknown[]): void =>
    say({ kind: 'call', id, method, args })
  say({ kind: 'interest', event: 'tcpServer.onAccept', listening: true })
  say({ kind: 'interest', event: 'tcp.onReceive', listening: true })
  call(0, 'tcpServer.create', { name: 'echo' })
  call(1, 'tcpServer.listen', 1, '127.0.0.1', 0, undefined)
  await until('listening', () => port.replies.length === 2)
  call(2, 'tcpServer.listen', 1, '0.0.0.0', 80, undefined)
  call(3, 'tcp.close', 9)
  await until('answered', () => port.replies.length === 4)
  await until('told', () => lines.length >= 12)
  const first = read()
  expect(first.filter((line) => !line.startsWith('window'))).toEqual([
    'opened tcpServer 1',
    'refused tcpServer.listen of 0.0.0.0:80, socket 1: not permitted',
  ])
  expect(first.filter((line) => line.startsWith('window'))).toEqual([
    'window 3: listens to tcpServer.onAccept',
    'window 3: listens to tcp.onReceive',
    'window 3: #0 tcpServer.create({ name: "echo" })',
    'window 3: #1 tcpServer.listen(1, "127.0.0.1", 0, undefined)',
    'window 3: #0 tcpServer.create -> { socketId: 1 }',
    'window 3: #1 tcpServer.listen -> 0',
    'window 3: #2 tcpServer.listen(1, "0.0.0.0", 80, undefined)',
    'window 3: #3 tcp.close(9)',
    'window 3: #2 tcpServer.listen -> Does not have permission',
    'window 3: #3 tcp.close -> Socket not found',
  ])

  const peer = await TcpPeer.connect(app.tcpServer.get(1)?.address?.localPort ?? 0)
  await until('accepted', () => lines.some((line) => line.includes('onAccept {')))
  const { localPort } = peer.socket
  call(4, 'tcp.setPaused', 1, false)
  peer.write('secret')
  await until('received', () => port.text === 'secret')
  listener?.receive([port.asked, new TextEncoder().encode('hidden').buffer, [5, 1, 4, 2]])
  await until('sent', () => peer.text === 'hidden')
  await until('answered', () => port.replies.length === 7)
  peer.socket.destroy()
  await until('ended', () => lines.some((line) => line.includes('onReceiveError') || line.includes('failed')))
  const told = read()
  expect(told.join('\n')).not.toMatch(/secret|hidden/)
  expect(told).toEqual(
    expect.arrayContaining([
      'window 3: tcpServer.onAccept { socketId: 1, clientSocketId: 1 }',
      expect.stringMatching(
        `^accepted tcp 1 by tcpServer 1: 127\\.0\\.0\\.1:\\d+ - 127\\.0\\.0\\.1:${localPort}$`,
      ),
      'window 3: #4 tcp.setPaused -> done',
      'window 3: tcp.onReceive { socketId: 1, data: <6 bytes> }',
      'window 3: #5 tcp.send(1, <6 bytes>) in 2 calls',
      'window 3: #5 tcp.send -> <6 bytes> in 2 answers',
      'failed tcp 1: receive: net::ERR_CONNECTION_CLOSED',
    ]),
  )
})

it('is not there unless it is asked for', () => {
  vi.stubEnv('DEBUG', 'express')
  expect(startTrace()).toBeUndefined()
  vi.stubEnv('DEBUG', 'express,electron-chrome-sockets')
  expect(startTrace()).toBeInstanceOf(Trace)
})
