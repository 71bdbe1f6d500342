import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { App } from '../../../../src/main/app/app.ts'
import { Router } from '../../../../src/main/calls/router.ts'
import type { Identified, SocketTable } from '../../../../src/main/sockets/socket-table.ts'
import type { MethodName } from '../../../../src/renderer-types/contract/index.ts'
import { GatePage, toUpMessages } from '../../../support/pages/gate-page.ts'
import type { MemoryPort } from '../../../support/pages/memory-port.ts'
import type { RecordingLogger } from '../../../support/pages/recording-logger.ts'
import { listMethods, sampleArguments } from '../../../support/pages/samples.ts'
import { addPage, createLimitedApp, createApp, loggerOf } from '../../../support/pages/test-app.ts'
import { until } from '../../../support/until.ts'

let app: App
let page: GatePage
let port: MemoryPort
let logger: RecordingLogger
let lastId = 0

function open(made: App): void {
  app = made
  logger = loggerOf(app)
  page = new GatePage(app)
  ;({ port } = page)
}

const enter = (sockets?: unknown): void => open(createApp(sockets))

async function call(
  method: MethodName,
  ...args: unknown[]
): Promise<{ args: unknown; error?: string | undefined }> {
  lastId += 1
  const id = lastId
  page.tell(...toUpMessages(id, method, args))
  await until(`answer of ${method}`, () => port.replies.some((reply) => reply.id === id))
  const {
    kind: _kind,
    id: _id,
    ...answer
  } = port.replies.find((reply) => reply.id === id) ?? {
    args: [],
  }
  return answer
}

beforeEach(() => {
  enter()
})

afterEach(() => {
  vi.restoreAllMocks()
  app.dispose()
})

const withId = listMethods().filter(([, { parameters }]) => parameters[0]?.name === 'socketId')

/** In Chrome a few methods answer an unknown id with a number, too. */
const codes: Partial<Record<MethodName, number>> = {
  'tcp.secure': -4,
  'tcp.setKeepAlive': -2,
  'tcp.setNoDelay': -2,
}

describe('an id that the app does not have', () => {
  it.each(withId)('is answered by %s with "Socket not found"', async (name, row) => {
    const code = codes[name]
    const args = code === undefined ? [] : [code]
    expect(await call(name, ...sampleArguments(row))).toEqual({ args, error: 'Socket not found' })
  })

  it('may be one of the other namespace, or of another app', async () => {
    await call('tcpServer.create', {})
    expect(await call('tcp.getInfo', 1)).toEqual({ args: [], error: 'Socket not found' })
    enter()
    expect(await call('tcpServer.getInfo', 1)).toEqual({ args: [], error: 'Socket not found' })
  })
})

describe('the order of errors', () => {
  it('is: quota before id', async () => {
    app.writeQuota.take(app.limits.writeQuota)
    expect(await call('tcp.send', 99, new ArrayBuffer(1))).toEqual({
      args: [],
      error: 'Exceeded write quota.',
    })
    expect(await call('tcp.send', 99, new ArrayBuffer(0))).toEqual({ args: [], error: 'Socket not found' })
    const unsent = await call('udp.send', 99, new ArrayBuffer(1), '127.0.0.1', 80, undefined)
    expect(unsent).toEqual({ args: [], error: 'Exceeded write quota.' })
    app.writeQuota.giveBack(app.limits.writeQuota)
  })

  it('is: id before permission, permission before what the call does', async () => {
    enter({ tcpServer: { listen: '127.0.0.1:80' } })
    expect((await call('tcpServer.listen', 99, '0.0.0.0', 80)).error).toBe('Socket not found')
    await call('tcpServer.create', {})
    expect(await call('tcpServer.listen', 1, '0.0.0.0', 80)).toEqual({
      args: [],
      error: 'Does not have permission',
    })
    for (const [host, listenPort] of [
      ['nonsense', 80],
      ['127.0.0.1', 81],
      ['127.0.0.1', 65_616],
    ] as const) {
      expect((await call('tcpServer.listen', 1, host, listenPort)).error).toBe('Does not have permission')
    }
    await call('tcp.create', {})
    expect((await call('tcp.connect', 1, '127.0.0.1', 80)).error).toBe('Does not have permission')
  })

  it('is the same for UDP, in words of its own', async () => {
    enter({ udp: { bind: '127.0.0.1:80', send: '127.0.0.1' } })
    const denied = { args: [], error: 'App does not have permission' }
    expect((await call('udp.bind', 99, '0.0.0.0', 80)).error).toBe('Socket not found')
    await call('udp.create', {})
    expect(await call('udp.bind', 1, 'nonsense', 80)).toEqual(denied)
    expect(await call('udp.send', 1, new ArrayBuffer(1), 'localhost', 80, undefined)).toEqual(denied)
    const sent = await call('udp.send', 1, new ArrayBuffer(1), '127.0.0.1', 80, undefined)
    expect(sent.error).toBe('net::ERR_SOCKET_NOT_CONNECTED')
    for (const method of ['udp.joinGroup', 'udp.leaveGroup'] as const)
      expect(await call(method, 1, 'nonsense')).toEqual(denied)
    expect(await call('udp.getJoinedGroups', 1)).toEqual(denied)
    enter({ udp: { multicastMembership: '' } })
    await call('udp.create', {})
    expect(await call('udp.getJoinedGroups', 1)).toEqual({ args: [[]] })
    expect(await call('udp.bind', 1, '127.0.0.1', 0)).toEqual(denied)
  })

  it('ends with what the call does', async () => {
    await call('tcpServer.create', {})
    expect(await call('tcpServer.listen', 1, 'localhost', 80)).toEqual({
      args: [-4],
      error: 'net::ERR_INVALID_ARGUMENT',
    })
  })
})

describe('the quota', () => {
  beforeEach(() => open(createLimitedApp({ writeQuota: 200 })))

  it('is given back with the answer, whatever the answer is', async () => {
    await call('tcp.create', {})
    const big = new ArrayBuffer(64)
    for (const id of [1, 99, 1, 99, 1]) await call('tcp.send', id, big)
    expect(await call('tcp.send', 1, big)).toEqual({
      args: [{ resultCode: -15 }],
      socketId: 1,
      error: 'net::ERR_SOCKET_NOT_CONNECTED',
    })
  })

  it('counts what was given and not answered yet', async () => {
    await call('tcp.create', {})
    let answer = (_code: number): void => {}
    vi.spyOn(socketOf(app.tcp), 'send').mockImplementationOnce((_data, finish) => {
      answer = finish
    })
    const first = call('tcp.send', 1, new ArrayBuffer(150))
    const second = new ArrayBuffer(51)
    expect((await call('tcp.send', 1, second)).error).toBe('Exceeded write quota.')
    answer(0)
    expect(await first).toEqual({ args: [{ bytesSent: 150, resultCode: 0 }] })
    expect((await call('tcp.send', 1, second)).error).toBe('net::ERR_SOCKET_NOT_CONNECTED')
  })
})

describe('calls that wait for their answer', () => {
  it('may be as many as the limit; one more fails, until one is answered', async () => {
    open(createLimitedApp({ pendingCalls: 2 }))
    await call('tcp.create', {})
    const answers: ((code: number) => void)[] = []
    vi.spyOn(socketOf(app.tcp), 'send').mockImplementation((_data, finish) => void answers.push(finish))
    const waiting = [1, 2].map(() => call('tcp.send', 1, new ArrayBuffer(1)))
    const tooMany = { args: [], error: 'net::ERR_INSUFFICIENT_RESOURCES' }
    expect([await call('tcp.getInfo', 1), await call('tcp.getInfo', 9)]).toEqual([tooMany, tooMany])
    answers[0]?.(0)
    await waiting[0]
    for (let i = 0; i < 5; i += 1) expect((await call('tcp.getInfo', 9)).error).toBe('Socket not found')
    answers[1]?.(0)
    await waiting[1]
  })

  it('are not those that were malformed', async () => {
    open(createLimitedApp({ pendingCalls: 1 }))
    expect((await call('tcp.close', 'x')).error).toBe('net::ERR_INVALID_ARGUMENT')
    expect(port.closed).toBe(true)
  })

  it('are given back by a fault of ours, too', async () => {
    open(createLimitedApp({ pendingCalls: 1 }))
    vi.spyOn(app.tcp, 'add').mockImplementation(fault)
    for (let i = 0; i < 5; i += 1) expect((await call('tcp.create', {})).error).toBe('net::ERR_UNEXPECTED')
    vi.restoreAllMocks()
    expect((await call('tcp.create', {})).error).toBeUndefined()
  })
})

describe('arguments that do not parse', () => {
  it.each<[MethodName, ...unknown[]]>([
    ['tcpServer.close', '1'],
    ['tcpServer.close'],
    ['tcpServer.close', 1, 2],
    ['tcpServer.create', { bufferSize: 1 }],
    ['udp.send', 1, 'text', 'localhost', 1],
  ])('are refused and logged, and nothing is done: %s %o', async (method, ...args) => {
    await call('tcpServer.create', { persistent: true })
    expect(await call(method, ...args)).toEqual({ args: [], error: 'net::ERR_INVALID_ARGUMENT' })
    expect(logger.warnings).toEqual([
      expect.stringMatching(
        `^electron-chrome-sockets: refused a malformed call: ${method} \\(window 1; more`,
      ),
    ])
    expect(app.tcpServer.list()).toHaveLength(1)
  })
})

describe('a fault of ours', () => {
  const reported = (method: MethodName): unknown[] => [
    [`electron-chrome-sockets: ${method} failed unexpectedly`, new Error('/secret/path')],
  ]

  it('that throws is logged, and tells the page nothing of itself', async () => {
    vi.spyOn(app.tcpServer, 'add').mockImplementation(fault)
    expect(await call('tcpServer.create', {})).toEqual({ args: [], error: 'net::ERR_UNEXPECTED' })
    expect(logger.errors).toEqual(reported('tcpServer.create'))
    expect(JSON.stringify(port.records)).not.toMatch(/secret|stack| at /)
  })

  it('that comes later is logged, and tells the page nothing of itself', async () => {
    await call('tcpServer.create', {})
    vi.spyOn(socketOf(app.tcpServer), 'listen').mockImplementation(async () => fault())
    const answer = await call('tcpServer.listen', 1, '127.0.0.1', 0)
    expect(answer).toEqual({ args: [], error: 'net::ERR_UNEXPECTED' })
    expect(logger.errors).toEqual(reported('tcpServer.listen'))
    expect(JSON.stringify(port.records)).not.toMatch(/secret|stack| at /)
  })

  it('in send gives the quota back', async () => {
    open(createLimitedApp({ writeQuota: 200 }))
    await call('tcp.create', {})
    vi.spyOn(socketOf(app.tcp), 'send').mockImplementation(fault)
    for (let i = 0; i < 5; i += 1)
      expect((await call('tcp.send', 1, new ArrayBuffer(64))).error).toBe('net::ERR_UNEXPECTED')
  })
})

/** The one with the id 1. */
function socketOf<S extends Identified>(table: SocketTable<S>): S {
  const socket = table.get(1)
  if (socket === undefined) throw new Error('no socket')
  return socket
}

function fault(): never {
  throw new Error('/secret/path')
}

describe('short texts of calls', () => {
  it('are no bytes to send, but those of calls that wait for their answer are only so many', async () => {
    const { page: member, port: told } = addPage(app)
    const router = new Router()
    const create = async (id: number, length: number): Promise<unknown> => {
      const args = [{ name: 'x'.repeat(length) }]
      router.carryOut(app, member, { kind: 'call', id, method: 'tcp.create', args })
      await until('an answer', () => told.replies.some((reply) => reply.id === id))
      return told.replies.find((reply) => reply.id === id)?.error
    }
    app.writeQuota.take(app.limits.writeQuota)
    const most = 16 * 1024 * 1024
    expect(member.beginCalls(0, most - 100)).toBe(true)
    expect(await create(1, 101)).toBe('net::ERR_INSUFFICIENT_RESOURCES')
    for (let id = 2; id < 5; id += 1) expect(await create(id, 100)).toBeUndefined()
    expect(app.tcp.size).toBe(3)
    expect([member.beginCalls(0, 101), member.beginCalls(0, 100)]).toEqual([false, true])
    member.endCalls(0, most)
    expect(await create(5, 512)).toBeUndefined()
    expect(await create(6, 513)).toBe('Exceeded write quota.')
  })
})
