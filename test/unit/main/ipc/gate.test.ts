import type { Session } from 'electron'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseOrigin } from '../../../../src/main/apps/origins.ts'
import { Registry } from '../../../../src/main/apps/registry.ts'
import { Scope } from '../../../../src/main/apps/scope.ts'
import { Gate } from '../../../../src/main/ipc/gate.ts'
import type { Sender } from '../../../../src/main/ipc/sender.ts'
import type { PortListener } from '../../../../src/main/ipc/transport.ts'
import { readManifest } from '../../../../src/main/permissions/manifest.ts'
import type { TcpServerSocket } from '../../../../src/main/sockets/tcp-server-socket.ts'
import type { TcpSocket } from '../../../../src/main/sockets/tcp-socket.ts'
import { protocolVersion } from '../../../../src/renderer-types/wire.ts'
import { MemoryPort } from '../../../support/memory-port.ts'
import { RecordingLogger } from '../../../support/recording-logger.ts'
import { createScope } from '../../../support/test-scope.ts'
import { settle } from '../../../support/until.ts'

const session = {} as Session
const hello = { protocol: protocolVersion, contextIsolated: true }
const from = (url: string, windowId = 1): Sender => ({ session, windowId, url: new URL(url) })
const ours = from('app://ours/index.html')

let scope: Scope
let registry: Registry
let logger: RecordingLogger
let gate: Gate

beforeEach(() => {
  scope = createScope()
  logger = new RecordingLogger()
  registry = new Registry()
  registry.add({ scope, includes: () => true, origins: [parseOrigin('app://ours')] })
  gate = new Gate(registry, logger)
})

afterEach(() => scope.dispose())

describe('a page of the app', () => {
  it('is granted the API, and nothing is logged', () => {
    expect(gate.grant(ours, hello)).toEqual({
      granted: true,
      manifest: scope.app.manifest,
      namespaces: ['tcp', 'tcpServer', 'udp'],
      runtimeId: scope.app.id,
    })
    expect([logger.warnings, logger.errors]).toEqual([[], []])
  })

  it('is told the namespaces that its manifest gives it', () => {
    const other = new Scope(readManifest({ permissions: ['system.network'], sockets: {} }))
    registry.add({ scope: other, includes: () => true, origins: [parseOrigin('app://other')] })
    expect(gate.grant(from('app://other/'), hello)).toMatchObject({
      granted: true,
      namespaces: ['tcp', 'tcpServer', 'udp', 'network'],
      runtimeId: other.app.id,
    })
    expect(gate.grant(ours, hello)).toMatchObject({ namespaces: ['tcp', 'tcpServer', 'udp'] })
  })

  it.each<[string, unknown, RegExp]>([
    ['a newer preload', { ...hello, protocol: protocolVersion + 1 }, /different versions of the package/],
    ['a hello that is none', 'hello', /different versions of the package/],
    ['no context isolation', { ...hello, contextIsolated: false }, /contextIsolation: false/],
  ])('is refused with a reason for %s', (_what, said, reason) => {
    expect(gate.grant(ours, said)).toEqual({ granted: false, reason: expect.stringMatching(reason) })
    expect(logger.errors).toEqual([[expect.stringMatching(reason)]])
  })
})

describe('a stranger', () => {
  it('is refused without a reason, whatever it says, and reported once for each origin', () => {
    for (const url of [
      'https://evil.test/a',
      'https://evil.test/b',
      'https://evil.test:8443/',
      'file:///x.html',
    ]) {
      expect(gate.grant(from(url), hello)).toEqual({ granted: false })
    }
    expect(gate.grant(from('https://evil.test/c'), undefined)).toEqual({ granted: false })
    expect(logger.warnings).toEqual(
      ['https://evil.test', 'https://evil.test:8443', 'file:///x.html'].map((origin) =>
        expect.stringMatching(`electron-chrome-sockets: ${origin} gets no chrome.sockets; add it`),
      ),
    )
  })

  it('that is no sender at all is refused in silence', () => {
    expect(gate.grant(undefined, hello)).toEqual({ granted: false })
    expect(logger.warnings).toEqual([])
  })

  it.each<[string, Sender | undefined]>([
    ['unknown', from('https://evil.test/')],
    ['nobody', undefined],
  ])('cannot connect: %s', (_what, sender) => {
    expect(gate.connect(sender, new MemoryPort())).toBeUndefined()
    expect(logger.warnings).toHaveLength(1)
  })
})

describe('a connection', () => {
  let port: MemoryPort
  let listener: PortListener

  beforeEach(() => {
    port = new MemoryPort()
    const opened = gate.connect(ours, port)
    if (opened === undefined) throw new Error('refused')
    listener = opened
  })

  const create = { kind: 'call', id: 1, method: 'tcpServer.create', args: [{ name: 'x' }] }
  const say = (...items: unknown[]): void => listener.receive([0, undefined, ...items])

  it('carries out what it is told, in order', async () => {
    say(create, { ...create, id: 2, method: 'tcpServer.getSockets', args: [] })
    await settle(2)
    expect(port.replies).toEqual([
      { kind: 'reply', id: 1, args: [{ socketId: 1 }] },
      { kind: 'reply', id: 2, args: [[{ name: 'x', paused: false, persistent: false, socketId: 1 }]] },
    ])
  })

  it.each<[string, unknown]>([
    ['undefined', undefined],
    ['a text', 'call'],
    ['a record alone', create],
    ['what an older page said', [create]],
    ['a record of ours', [0, undefined, { kind: 'reply', id: 1, args: [] }]],
    ['a list in a list', [0, undefined, [[create]]]],
    ['an unknown method', [0, undefined, { ...create, method: 'tcpServer.constructor' }]],
    ['something wrong after what is right', [0, undefined, create, [1, 1, 1]]],
  ])('that says %s is reported, and nothing else happens', async (_what, message) => {
    listener.receive(message)
    await settle(2)
    expect(logger.warnings).toHaveLength(1)
    expect(logger.warnings[0]).toMatch(/^electron-chrome-sockets: refused a malformed message of a page/)
    expect(port.records).toEqual([])
    expect(scope.tcpServer.list()).toEqual([])
  })

  it('is reported once for all that is malformed, and what is said after that is carried out', async () => {
    for (const message of [1, [0, undefined, create, 2], [0, undefined, 3, create]]) listener.receive(message)
    say(create)
    await settle(2)
    expect(scope.tcpServer.list()).toHaveLength(1)
    expect(logger.warnings).toHaveLength(1)
  })

  it('is reported apart from another one that is malformed, too', () => {
    gate.connect(from('app://ours/second.html', 2), new MemoryPort())?.receive(1)
    listener.receive(1)
    expect(logger.warnings).toHaveLength(2)
  })

  it('tells what it listens to, and takes it back', () => {
    say(create)
    const server = scope.tcpServer.get(1) as TcpServerSocket
    const listenOrNot = (listening: boolean): unknown => ({
      kind: 'interest',
      event: 'tcpServer.onAccept',
      listening,
    })
    expect(scope.canAccept(server)).toBe(false)
    say(listenOrNot(true))
    expect(scope.canAccept(server)).toBe(true)
    say(listenOrNot(false))
    expect(scope.canAccept(server)).toBe(false)
    say(listenOrNot(false), listenOrNot(true))
    expect(scope.canAccept(server)).toBe(true)
  })

  it('sends and calls in the order in which it says so', async () => {
    const bytes = new Uint8Array([1, 2, 3]).buffer
    const calls = ['tcp.create', 'tcp.close'].map((method, i) => ({
      kind: 'call',
      id: 10 + i,
      method,
      args: [i === 0 ? undefined : 1],
    }))
    listener.receive([0, bytes, [1, 1, 1], calls[0], [2, 1, 1], calls[1], [3, 1, 1]])
    await settle(2)
    expect(port.replies.map(({ id, error }) => [id, error])).toEqual([
      [1, 'Socket not found'],
      [10, undefined],
      [2, 'net::ERR_SOCKET_NOT_CONNECTED'],
      [11, undefined],
      [3, 'Socket not found'],
    ])
  })

  it('is told more when it has dealt with what it was told', async () => {
    say({ kind: 'interest', event: 'tcp.onReceiveError', listening: true })
    const tell = (socketId: number): void => scope.receiveError({ id: socketId } as TcpSocket, -100)
    tell(1)
    await settle(1)
    tell(2)
    await settle(1)
    expect(port.events).toHaveLength(1)
    listener.receive(['1', undefined])
    listener.receive([0, undefined])
    await settle(1)
    expect(port.events).toHaveLength(1)
    listener.receive([1, undefined])
    await settle(1)
    expect(port.events).toHaveLength(2)
  })

  it('may say that it has dealt with more than it was told, which changes nothing', async () => {
    listener.receive([2 ** 31 - 1, undefined, create])
    await settle(2)
    expect([port.replies.length, logger.warnings]).toEqual([1, []])
  })

  it('takes its sockets along when it closes', async () => {
    say(create)
    listener.close()
    expect(scope.tcpServer.list()).toEqual([])
  })

  it('gives way to the next document of its window, and its own close comes too late', () => {
    say(create)
    const next = gate.connect(ours, new MemoryPort())
    expect(scope.tcpServer.list()).toEqual([])
    next?.receive([0, undefined, create])
    listener.close()
    expect(scope.tcpServer.list()).toHaveLength(1)
    next?.close()
    expect(scope.tcpServer.list()).toEqual([])
  })

  it('of another window shares the sockets of the app', async () => {
    say(create)
    const second = new MemoryPort()
    gate
      .connect(from('app://ours/second.html', 2), second)
      ?.receive([0, undefined, { ...create, method: 'tcpServer.setPaused', args: [1, true] }])
    await settle(2)
    expect(second.replies).toEqual([{ kind: 'reply', id: 1, args: [] }])
    expect(scope.tcpServer.get(1)?.paused).toBe(true)
  })
})
