import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { App } from '../../../../src/main/app/app.ts'
import { TcpSocket } from '../../../../src/main/sockets/tcp-socket.ts'
import { maxUpItems } from '../../../../src/renderer-types/wire.ts'
import type { UpMessage } from '../../../../src/renderer-types/wire.ts'
import { GatePage } from '../../../support/pages/gate-page.ts'
import { createLimitedApp } from '../../../support/pages/test-app.ts'
import { closeConnections, connectPair } from '../../../support/sockets/connected-pair.ts'
import type { TcpPeer } from '../../../support/sockets/tcp-peer.ts'
import { settle, takeTurns, until } from '../../../support/until.ts'

const quota = 100

let app: App
let page: GatePage
let peer: TcpPeer

beforeEach(async () => {
  app = createLimitedApp({ writeQuota: quota })
  page = new GatePage(app)
  const pair = await connectPair()
  ;({ peer } = pair)
  app.tcp.add((id) => new TcpSocket(id, app.delivery, pair.socket))
  // While time stands still nothing that is said waits for a later turn.
  vi.spyOn(performance, 'now').mockReturnValue(performance.now())
})

afterEach(() => {
  vi.restoreAllMocks()
  app.dispose()
  closeConnections()
})

const bytes = (text: string): ArrayBuffer => new Uint8Array(Buffer.from(text)).buffer

/** A part of the call 1, of as many bytes as are said to be sent with it. */
const part = (text: string, byteLength: number, socketId = 1, id = 1): UpMessage => [
  0,
  bytes(text),
  { kind: 'part', id, socketId, byteLength },
]
const send = (text: string, id: number): UpMessage => [0, bytes(text), [id, 1, text.length]]

const withdrawal = (id: number, socketId = 1, calls = 1): UpMessage => [
  0,
  undefined,
  { kind: 'withdrawal', id, socketId, calls },
]

const answers = (): unknown[] => page.port.replies.map(({ id, args, error }) => [id, error ?? args[0]])
const sent = (id: number, bytesSent: number): unknown => [id, { bytesSent, resultCode: 0 }]

/** Exactly the quota is free. */
function expectNothingHeld(): void {
  expect([app.writeQuota.take(quota), app.writeQuota.take(1)]).toEqual([true, false])
  app.writeQuota.giveBack(quota)
}

describe('a send in parts', () => {
  it('is sent with its last part and answered once, before what was said after it', async () => {
    page.tell(part('abc', 8), part('def', 8))
    await settle()
    expect([peer.text, page.port.replies]).toEqual(['', []])
    page.tell(part('gh', 8), send('after', 2))
    await until('received', () => peer.text === 'abcdefghafter')
    await until('answered', () => page.port.replies.length === 2)
    expect(answers()).toEqual([sent(1, 8), sent(2, 5)])
    expectNothingHeld()
  })

  it('is not torn by what another page sends', async () => {
    const other = new GatePage(app)
    page.tell(part('abc', 6))
    other.tell(send('between', 7))
    page.tell(part('def', 6))
    await until('received', () => peer.text === 'betweenabcdef')
  })

  it('is charged as a whole with its first part', () => {
    page.tell(part('a', 90))
    expect([app.writeQuota.take(11), app.writeQuota.take(10)]).toEqual([false, true])
  })

  it('may be of one part', async () => {
    page.tell(part('all', 3))
    await until('received', () => peer.text === 'all')
  })

  it('that is too long is answered with its first part, and taken to its end', async () => {
    page.tell(part('a'.repeat(60), quota + 1))
    await takeTurns(1)
    expect(answers()).toEqual([[1, 'Exceeded write quota.']])
    expectNothingHeld()
    page.tell(part('a'.repeat(41), quota + 1), send('after', 2))
    await until('received', () => peer.text === 'after')
    await until('answered', () => page.port.replies.length === 2)
    expectNothingHeld()
  })

  it('to no socket is answered with its last part', async () => {
    page.tell(part('abc', 6, 9), part('def', 6, 9))
    await until('answered', () => page.port.replies.length === 1)
    expect(answers()).toEqual([[1, 'Socket not found']])
    expectNothingHeld()
  })

  it('that fails is answered once', async () => {
    app.tcp.add((id) => new TcpSocket(id, app.delivery))
    page.tell(part('abc', 6, 2), part('def', 6, 2))
    await until('answered', () => page.port.replies.length === 1)
    expect(answers()).toEqual([[1, 'net::ERR_SOCKET_NOT_CONNECTED']])
    await settle()
    expect(page.port.replies).toHaveLength(1)
    expectNothingHeld()
  })

  it.each([
    [2, 'net::ERR_SOCKET_NOT_CONNECTED'],
    [3, 'Socket not found'],
  ])('of a socket that takes nothing is answered with its first part: %i', async (id, answer) => {
    app.tcp.add((number) => new TcpSocket(number, app.delivery))
    page.tell(part('abc', 9, id))
    await until('answered', () => page.port.replies.length === 1)
    expect(answers()).toEqual([[1, answer]])
    expectNothingHeld()
    page.tell(part('def', 9, id), withdrawal(1, id), send('after', 2))
    await until('received', () => peer.text === 'after')
    await until('answered', () => page.port.replies.length === 2)
    expect(answers()[1]).toEqual(sent(2, 5))
    expectNothingHeld()
  })

  it('whose connection breaks off is answered at once, and taken to its end', async () => {
    page.tell(part('abc', 9))
    app.tcp.get(1)?.setPaused(false)
    peer.socket.resetAndDestroy()
    await until('broken off', () => app.tcp.get(1)?.connected === false)
    page.tell(part('def', 9))
    await until('answered', () => page.port.replies.length === 1)
    expect(answers()).toEqual([[1, 'net::ERR_FAILED']])
    expectNothingHeld()
    page.tell(part('ghi', 9))
    await settle()
    expect([page.port.replies.length, page.port.closed]).toEqual([1, false])
    expectNothingHeld()
  })

  it('that is given up is answered, and what was said of it is forgotten', async () => {
    page.tell(part('abc', 6), withdrawal(1), send('after', 2))
    await until('received', () => peer.text === 'after')
    await until('answered', () => page.port.replies.length === 2)
    expect(answers()).toEqual([[1, 'net::ERR_SOCKET_NOT_CONNECTED'], sent(2, 5)])
    expectNothingHeld()
  })

  it('that is given up because it was refused is answered once', async () => {
    page.tell(part('abc', quota + 1), withdrawal(1), send('after', 2))
    await until('received', () => peer.text === 'after')
    await until('answered', () => page.port.replies.length === 2)
    expect(answers()).toEqual([[1, 'Exceeded write quota.'], sent(2, 5)])
    expectNothingHeld()
  })

  it('of a page that goes is forgotten', () => {
    page.tell(part('abc', 6))
    page.close()
    expectNothingHeld()
  })
})

describe('sends whose bytes are not said', () => {
  const told = (id: number, error: string, socketId?: number): unknown => ({
    kind: 'reply',
    id,
    error,
    args: socketId === undefined ? [] : [{ resultCode: -15 }],
    ...(socketId !== undefined && { socketId }),
  })

  it('are answered as sends of a socket without connection, one by one', async () => {
    page.tell(withdrawal(5, 1, 2))
    await until('answered', () => page.port.replies.length === 2)
    expect(page.port.replies).toEqual([5, 6].map((id) => told(id, 'net::ERR_SOCKET_NOT_CONNECTED', 1)))
    expect(peer.text).toBe('')
  })

  it('of a socket that has gone are answered so', async () => {
    page.tell(withdrawal(5, 9))
    await until('answered', () => page.port.replies.length === 1)
    expect(page.port.replies).toEqual([told(5, 'Socket not found')])
  })

  it('are as many as calls may be in a message', () => {
    page.tell(withdrawal(1, 1, maxUpItems))
    expect(page.port.closed).toBe(false)
    page.tell(withdrawal(1, 1, maxUpItems + 1))
    expect(page.port.closed).toBe(true)
  })
})

describe('a page is cut off whose part', () => {
  it.each<[string, UpMessage]>([
    ['is of another call', part('def', 6, 1, 2)],
    ['is of another socket', part('def', 6, 2)],
    ['is of another length', part('def', 7)],
    ['is more than is missing', part('defg', 6)],
    ['is followed by something else', send('other', 2)],
    ['is empty', part('', 6)],
    ['is followed by the end of another call', withdrawal(2)],
    ['is followed by the end of a call of another socket', withdrawal(1, 2)],
    ['is followed by the end of more calls', withdrawal(1, 1, 2)],
  ])('%s', (_what, next) => {
    page.tell(part('abc', 6), next)
    expect(page.port.closed).toBe(true)
    expectNothingHeld()
  })

  it.each<[string, UpMessage]>([
    ['is longer than the whole', part('abc', 2)],
    ['has company', [0, bytes('abc'), { kind: 'part', id: 1, socketId: 1, byteLength: 6 }, [2, 1, 0]]],
    ['comes later', [0, bytes('abc'), [2, 1, 1], { kind: 'part', id: 1, socketId: 1, byteLength: 6 }]],
  ])('%s', (_what, message) => {
    page.tell(message)
    expect(page.port.closed).toBe(true)
  })
})
