import type { Session } from 'electron'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { parseOrigin } from '../../src/main/apps/origins.ts'
import { Page } from '../../src/main/apps/page.ts'
import { Registry } from '../../src/main/apps/registry.ts'
import type { Scope } from '../../src/main/apps/scope.ts'
import { Gate } from '../../src/main/ipc/gate.ts'
import { parseMessage } from '../../src/main/ipc/parse-message.ts'
import { readLimits } from '../../src/main/limits.ts'
import { TcpSocket } from '../../src/main/sockets/tcp-socket.ts'
import { flowControl } from '../../src/renderer-types/wire.ts'
import { closeConnections, connectPair, track } from '../support/connected-pair.ts'
import { MemoryPort } from '../support/memory-port.ts'
import { RecordingLogger } from '../support/recording-logger.ts'
import { TcpPeer } from '../support/tcp-peer.ts'
import { addPage, createLimitedScope, createScope, keepUp, serve } from '../support/test-scope.ts'
import { settle, until } from '../support/until.ts'

let scope: Scope
afterEach(() => {
  vi.restoreAllMocks()
  scope?.dispose()
  closeConnections()
})

function openGate(made: Scope): { say: (...items: unknown[]) => void; receive: (m: unknown) => void; port: MemoryPort } {
  scope = made
  const registry = new Registry()
  registry.add({ scope, includes: () => true, origins: [parseOrigin('app://ours')] })
  const gate = new Gate(registry, new RecordingLogger())
  const port = new MemoryPort()
  const listener = gate.connect({ session: {} as Session, windowId: 1, url: new URL('app://ours/') }, port)
  return { say: (...items) => listener?.receive([0, undefined, ...items]), receive: (m) => listener?.receive(m), port }
}

describe('A: a page that never acknowledges', () => {
  it('cannot have the main process keep answers without end', async () => {
    const { say, port } = openGate(createLimitedScope({ pendingCalls: 100 }))
    say({ kind: 'interest', event: 'tcp.onReceiveError', listening: true })
    scope.receiveError({ id: 1 } as TcpSocket, -100)
    await settle(1)
    let refused = 0
    // eslint-disable-next-line
    for (let i = 0; i < 2000; i += 1) { say({ kind: 'call', id: i, method: 'tcp.getSockets', args: [] }); await Promise.resolve() }
    await settle(3)
    // answers that wait in the outbox of the main process: none was posted
    expect(port.replies.length).toBe(0)
    // to see how many wait: acknowledge
    say()
    scope.acknowledge
    const all = port.messages.length
    void all; void refused
    // Let them out
    ;(scope as any)
  })
})

describe('B: bytes of a message', () => {
  it('are refused that are far more than its sends name', () => {
    expect(parseMessage([0, new ArrayBuffer(64 * 1024 * 1024), [1, 1, 1]])).toBeUndefined()
  })
  it('B2: heap pinned', async () => {
    const { receive } = openGate(createScope())
    const { socket, peer } = await connectPair()
    peer.socket.pause()
    scope.tcp.add((id) => new TcpSocket(id, scope, socket))
    receive([0, new ArrayBuffer(8 * 1024 * 1024), [1, 1, 8 * 1024 * 1024]])
    await settle(2)
    const before = process.memoryUsage().arrayBuffers
    for (let i = 0; i < 20; i += 1) { receive([0, new ArrayBuffer(16 * 1024 * 1024), [i + 2, 1, 1]]); await settle(1) }
    ;(globalThis as any).gc?.()
    console.log('PINNED MiB', (process.memoryUsage().arrayBuffers - before) / 2 ** 20, 'quota left', scope.writeQuota.take(150 * 2 ** 20))
  })
})

describe('D: answers alone that fill the outbox', () => {
  it('do not leave data waiting when they are gone', async () => {
    const { say, receive, port } = openGate(createScope())
    say({ kind: 'interest', event: 'tcp.onReceive', listening: true })
    const { socket, peer } = await connectPair()
    const tcp = scope.tcp.add((id) => new TcpSocket(id, scope, socket))
    tcp?.setPaused(false)
    peer.write('first')
    await until('busy', () => port.data.length === 1)
    // the page is busy with one message; more data waits: as much as the window
    peer.write(Buffer.alloc(2 * flowControl.socketWindow))
    await settle(60)
    const before = port.text.length
    // In its listener the page makes more calls than may wait, and acknowledges in the same messages
    const calls = (n: number) => Array.from({ length: n }, (_, i) => ({ kind: 'call', id: i, method: 'tcp.getInfo', args: [1] }))
    receive([99, undefined, ...calls(flowControl.waitingItems)])
    await settle(60)
    console.log('D', before, port.text.length, port.asked)
    // page acknowledges whatever asks, as it comes
    let acked = port.asked
    receive([acked, undefined])
    for (let i = 0; i < 30; i += 1) { await settle(2); if (port.asked > acked) { receive([port.asked - acked, undefined]); acked = port.asked } }
    await until('all', () => port.text.length === 5 + 2 * flowControl.socketWindow || (port.asked > acked && (receive([port.asked - acked, undefined]), acked = port.asked, false)))
  })
})

describe('H: a fault of ours in send', () => {
  it('is logged and answered, and gives the quota back', async () => {
    const { receive, port } = openGate(createScope())
    const { socket } = await connectPair()
    const tcp = scope.tcp.add((id) => new TcpSocket(id, scope, socket))
    if (tcp === undefined) throw new Error('x')
    vi.spyOn(tcp, 'send').mockImplementation(() => { throw new Error('fault') })
    expect(() => receive([0, new ArrayBuffer(1), [1, 1, 1]])).not.toThrow()
    await settle(2)
    expect(port.replies).toMatchObject([{ id: 1, error: 'net::ERR_UNEXPECTED' }])
    expect(scope.writeQuota.take(scope.limits.writeQuota)).toBe(true)
  })
})

describe('J: a page that takes nothing', () => {
  it('does not hold up the data of one socket for the others longer than they are patient', async () => {
    let now = 0
    vi.spyOn(performance, 'now').mockImplementation(() => now)
    scope = createScope()
    const good = addPage(scope, 'tcpServer.onAccept', 'tcp.onReceive')
    keepUp(scope, good)
    addPage(scope, 'tcp.onReceive')
    const { port } = await serve(scope)
    const peer = track(await TcpPeer.connect(port))
    await until('accepted', () => scope.tcp.list().length > 0)
    scope.tcp.get(1)?.setPaused(false)
    const size = 3 * flowControl.socketWindow
    peer.write(Buffer.alloc(size, 'x'))
    await until('held up', () => good.port.text.length >= flowControl.socketWindow)
    await settle(60)
    const read = good.port.text.length
    expect(read).toBeLessThan(size)
    now += 100 * flowControl.patience
    scope.wake()
    await settle(60)
    expect(good.port.text.length).toBeGreaterThan(read)
  })
})

describe('K: a page that had nothing to do for long', () => {
  it('is not stuck in the turn in which it is sent much', () => {
    let now = 0
    vi.spyOn(performance, 'now').mockImplementation(() => now)
    const page = new Page(new MemoryPort(), readLimits({ unreadBytes: 1000 }))
    now += 100 * flowControl.patience
    page.postData(1, 4096, Buffer.alloc(1000))
    expect([page.isFull, page.isStuck]).toEqual([true, false])
  })
})
