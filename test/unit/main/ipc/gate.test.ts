import type { Session } from 'electron'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { parseOrigin } from '../../../../src/main/ipc/origins.ts'
import { Registry } from '../../../../src/main/ipc/registry.ts'
import type { App } from '../../../../src/main/app/app.ts'
import type { Gate } from '../../../../src/main/ipc/gate.ts'
import type { Caller, Intruder, Sender } from '../../../../src/main/ipc/sender.ts'
import { blankDocument } from '../../../../src/main/ipc/sender.ts'
import type { PortListener } from '../../../../src/main/ipc/transport.ts'
import type { TcpServerSocket } from '../../../../src/main/sockets/tcp-server-socket.ts'
import type { TcpSocket } from '../../../../src/main/sockets/tcp-socket.ts'
import { itemKinds, protocolVersion } from '../../../../src/renderer-types/wire.ts'
import { MemoryPort } from '../../../support/pages/memory-port.ts'
import type { RecordingLogger } from '../../../support/pages/recording-logger.ts'
import { createAppOf, createApp, loggerOf } from '../../../support/pages/test-app.ts'
import { takeTurns } from '../../../support/until.ts'
import { createGate } from '../../../support/pages/create-gate.ts'

const session = {} as Session
const hello = { protocol: protocolVersion, contextIsolated: true }
const from = (url: string, windowId = 1): Sender => ({ session, windowId, url: new URL(url) })
const ours = from('app://ours/index.html')
const intruder: Intruder = {
  session,
  windowId: undefined,
  description: 'a frame inside of a page, of app://ours',
}

const isOurs = (candidate: Session): boolean => candidate === session

let app: App
let registry: Registry
let logger: RecordingLogger
let gate: Gate

beforeEach(() => {
  app = createApp()
  logger = loggerOf(app)
  registry = new Registry()
  registry.add({ app, includes: isOurs, sessions: [session], origins: [parseOrigin('app://ours')] })
  gate = createGate(registry)
})

afterEach(() => app.dispose())

describe('a page of the app', () => {
  it('is granted the API, and nothing is logged', () => {
    expect(gate.grant(ours, hello)).toEqual({
      granted: true,
      manifest: app.manifest.json,
      namespaces: ['tcp', 'tcpServer', 'udp'],
      runtimeId: app.manifest.id,
      sendLimits: { messageBytes: app.limits.messageBytes, writeQuota: app.limits.writeQuota },
    })
    expect([logger.warnings, logger.errors]).toEqual([[], []])
  })

  it('is told the namespaces that its manifest gives it', () => {
    const other = createAppOf({ permissions: ['system.network'], sockets: {} })
    registry.add({
      app: other,
      includes: isOurs,
      sessions: [session],
      origins: [parseOrigin('app://other')],
    })
    expect(gate.grant(from('app://other/'), hello)).toMatchObject({
      granted: true,
      namespaces: ['tcp', 'tcpServer', 'udp', 'network'],
      runtimeId: other.manifest.id,
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

  it('of a session that nobody has named is told of that', () => {
    const sender = { ...from('app://ours/index.html'), session: {} as Session }
    expect(gate.grant(sender, hello)).toEqual({ granted: false })
    expect(logger.warnings).toEqual([
      'electron-chrome-sockets: app://ours gets no chrome.sockets; add its session to the option "sessions" if it is yours',
    ])
  })

  it('that has no origin is refused and reported', () => {
    const caller = { session, windowId: 1, description: 'a document of app://ours that has no origin' }
    for (let i = 0; i < 3; i += 1) expect(gate.grant(caller, hello)).toEqual({ granted: false })
    expect(logger.warnings).toEqual([
      'electron-chrome-sockets: a document of app://ours that has no origin gets no chrome.sockets',
    ])
  })

  it.each<[string, Caller]>([
    ['a blank page', { session, windowId: 1, description: blankDocument }],
    ['a frame', { ...from('https://evil.test/'), frameId: 2, above: [ours.url] }],
    ['a frame of an app that has no frames', { ...ours, frameId: 2, above: [ours.url] }],
    ['a frame without origin', { ...intruder, windowId: 1, frameId: 2 }],
    ['a frame that has gone', intruder],
  ])('that is %s is refused in silence, until it tries to connect', (_what, caller) => {
    expect(gate.grant(caller, hello)).toEqual({ granted: false })
    expect(logger.warnings).toEqual([])
    expect(gate.connect(caller, new MemoryPort())).toBeUndefined()
    expect(logger.warnings).toHaveLength(1)
  })

  it.each<[string, Caller, string]>([
    ['unknown', from('https://evil.test/?token'), 'https://evil.test'],
    ['an intruder', intruder, intruder.description],
  ])('cannot connect, however often it tries, and is reported once: %s', (_what, caller, shown) => {
    for (let i = 0; i < 3; i += 1) expect(gate.connect(caller, new MemoryPort())).toBeUndefined()
    expect(logger.warnings).toEqual([
      `electron-chrome-sockets: refused a connection of ${shown}, which was not granted the API`,
    ])
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
    await takeTurns(2)
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
    ['a record of ours', [0, undefined, { kind: 'failure', id: 1, args: [], error: '' }]],
    ['an answer of ours', [0, undefined, [itemKinds.done, 1]]],
    ['a list in a list', [0, undefined, [[create]]]],
    ['a send as a record', [0, undefined, { ...create, method: 'tcp.send', args: [1, new ArrayBuffer(1)] }]],
    ['an unknown method', [0, undefined, { ...create, method: 'tcpServer.constructor' }]],
    ['something wrong after what is right', [0, undefined, create, [1, 1, 1]]],
  ])('that says %s is reported, and nothing else happens', async (_what, message) => {
    listener.receive(message)
    await takeTurns(2)
    expect(logger.warnings).toHaveLength(1)
    expect(logger.warnings[0]).toMatch(/^electron-chrome-sockets: refused a malformed message of a page/)
    expect(port.records).toEqual([{ kind: 'end' }])
    expect(app.tcpServer.list()).toEqual([])
  })

  it('is told that it is gone once it has said something malformed, and nothing after that is heard', async () => {
    say(create)
    for (const message of [1, [0, undefined, create, 2], [0, undefined, 3, create]]) listener.receive(message)
    say(create)
    await takeTurns(2)
    expect(port.records).toEqual([expect.objectContaining({ kind: 'reply', id: create.id }), { kind: 'end' }])
    expect([port.closed, app.tcpServer.list()]).toEqual([true, []])
    expect(logger.warnings).toHaveLength(1)
  })

  it('is reported apart from another one that is malformed, too', () => {
    gate.connect(from('app://ours/second.html', 2), new MemoryPort())?.receive(1)
    listener.receive(1)
    expect(logger.warnings).toHaveLength(2)
  })

  it('tells what it listens to, and takes it back', () => {
    // While time stands still nothing that is said waits for a later turn.
    vi.spyOn(performance, 'now').mockReturnValue(performance.now())
    say(create)
    const server = app.tcpServer.get(1) as TcpServerSocket
    const listenOrNot = (listening: boolean): unknown => ({
      kind: 'interest',
      event: 'tcpServer.onAccept',
      listening,
    })
    expect(app.delivery.askToAccept(server)).toBe('unheard')
    say(listenOrNot(true))
    expect(app.delivery.askToAccept(server)).toBe('ready')
    say(listenOrNot(false))
    expect(app.delivery.askToAccept(server)).toBe('unheard')
    say(listenOrNot(false), listenOrNot(true))
    expect(app.delivery.askToAccept(server)).toBe('ready')
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
    await takeTurns(2)
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
    const tell = (socketId: number): void => app.delivery.receiveError({ id: socketId } as TcpSocket, -100)
    tell(1)
    await takeTurns(1)
    tell(2)
    await takeTurns(1)
    expect(port.events).toHaveLength(1)
    listener.receive([1, undefined])
    await takeTurns(1)
    expect(port.events).toHaveLength(2)
  })

  it('may say that it has dealt with more than it was told, which changes nothing', async () => {
    listener.receive([2 ** 31 - 1, undefined, create])
    await takeTurns(2)
    expect([port.replies.length, logger.warnings]).toEqual([1, []])
  })

  it.each<[string, Caller, boolean]>([
    ['the next document of its window', ours, true],
    ['a stranger in its window', from('https://evil.test/'), true],
    ['a document without an origin in its window', { ...intruder, windowId: 1 }, true],
    ['a document of another window', from('app://ours/', 2), false],
    ['a frame inside of it', { ...ours, frameId: 2, above: [ours.url] }, false],
    ['nobody', intruder, false],
  ])('ends when somebody says hello: %s: %s', async (_who, caller, expected) => {
    say(create)
    gate.grant(caller, hello)
    say({ ...create, id: 2 })
    await takeTurns(2)
    expect(port.closed).toBe(expected)
    expect(app.tcpServer.list()).toHaveLength(expected ? 0 : 2)
  })

  it('takes its sockets along when it closes', async () => {
    say(create)
    listener.close()
    expect(app.tcpServer.list()).toEqual([])
  })

  it('gives way to the next document of its window, and its own close comes too late', () => {
    say(create)
    const next = gate.connect(ours, new MemoryPort())
    expect(app.tcpServer.list()).toEqual([])
    next?.receive([0, undefined, create])
    listener.close()
    expect(app.tcpServer.list()).toHaveLength(1)
    next?.close()
    expect(app.tcpServer.list()).toEqual([])
  })

  it('of another window shares the sockets of the app', async () => {
    say(create)
    const second = new MemoryPort()
    gate
      .connect(from('app://ours/second.html', 2), second)
      ?.receive([0, undefined, { ...create, method: 'tcpServer.setPaused', args: [1, true] }])
    await takeTurns(2)
    expect(second.replies).toEqual([{ kind: 'reply', id: 1, args: [] }])
    expect(app.tcpServer.get(1)?.paused).toBe(true)
  })
})
