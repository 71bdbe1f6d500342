import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { App } from '../../../../src/main/app/app.ts'
import type { Limits } from '../../../../src/main/types.ts'
import type { SendRun } from '../../../../src/main/calls/parse-message.ts'
import { Payload } from '../../../../src/main/calls/payload.ts'
import { sendAll } from '../../../../src/main/calls/send.ts'
import { TcpSocket } from '../../../../src/main/sockets/tcp-socket.ts'
import { closeConnections, connectPair } from '../../../support/sockets/connected-pair.ts'
import type { TcpPeer } from '../../../support/sockets/tcp-peer.ts'
import type { Member } from '../../../support/pages/test-app.ts'
import { addPage, createLimitedApp } from '../../../support/pages/test-app.ts'
import { settle, takeTurns, until } from '../../../support/until.ts'

let app: App
let member: Member
let peer: TcpPeer
let socket: TcpSocket

async function enter(limits: Partial<Limits> = {}): Promise<void> {
  app = createLimitedApp(limits)
  member = addPage(app)
  const pair = await connectPair()
  ;({ peer } = pair)
  const added = app.tcp.add((id) => new TcpSocket(id, app.delivery, pair.socket))
  if (added === undefined) throw new Error('full')
  socket = added
}

beforeEach(() => enter())

afterEach(() => {
  app.dispose()
  closeConnections()
})

/** The run of successive sends of those texts, as the parser reads it: their calls are numbered from 1. */
function runOf(socketId: number, ...texts: string[]): SendRun {
  const bytes = Buffer.from(texts.join(''))
  return runOfBytes(socketId, bytes, ...texts.map(({ length }) => length))
}

function runOfBytes(socketId: number, bytes: Uint8Array, ...lengths: number[]): SendRun {
  const payload = new Payload(new Uint8Array(bytes).buffer)
  payload.addUser()
  const calls = lengths.map((byteLength, i) => ({ id: i + 1, byteLength }))
  return { kind: 'sends', socketId, calls, payload, start: 0, byteLength: bytes.byteLength }
}

/** More than the kernel takes while the peer does not read. */
const size = 16 * 1024 * 1024
const createLong = (): SendRun => runOfBytes(1, Buffer.alloc(size + 1, 'x'), size, 1)

const send = (run: SendRun): void => sendAll(app, member.page, run)

/** Each answer as it came: the id, the arguments and lastError's text. */
const answers = (): unknown[] =>
  member.port.replies.map(({ id, args, error }) => (error === undefined ? [id, args] : [id, args, error]))

const sent = (id: number, bytesSent: number): unknown => [id, [{ bytesSent, resultCode: 0 }]]

/** Everything that the app may hold is free again. */
function expectNothingHeld(): void {
  const { limits, writeQuota } = app
  expect(writeQuota.take(limits.writeQuota)).toBe(true)
  expect(member.page.beginCalls(limits.pendingCalls)).toBe(true)
}

describe('sends of one socket', () => {
  it('are written one behind the other, and each is answered with its own bytes, in order', async () => {
    const texts = ['first ', '', 'second ', 'x', 'last']
    send(runOf(1, ...texts))
    await until('answered', () => answers().length === texts.length)
    await until('received', () => peer.text === texts.join(''))
    expect(answers()).toEqual(texts.map((text, i) => sent(i + 1, text.length)))
    expectNothingHeld()
  })

  it('are the bytes of the run alone, wherever they lie in those of the message', async () => {
    const payload = new Payload(new Uint8Array(Buffer.from('not this|this|nor this')).buffer)
    payload.addUser()
    const calls = [{ id: 1, byteLength: 4 }]
    send({ kind: 'sends', socketId: 1, calls, payload, start: 9, byteLength: 4 })
    await until('answered', () => answers().length === 1)
    await until('received', () => peer.text === 'this')
    expect(answers()).toEqual([sent(1, 4)])
  })

  it('are not answered before the kernel has taken them', async () => {
    peer.socket.pause()
    send(createLong())
    await settle()
    expect(answers()).toEqual([])
    expect(app.writeQuota.take(app.limits.writeQuota - size)).toBe(false)
    expect(member.page.beginCalls(app.limits.pendingCalls - 1)).toBe(false)
    peer.socket.resume()
    await until('answered', () => answers().length === 2)
    expect(answers()).toEqual([sent(1, size), sent(2, 1)])
    expectNothingHeld()
  })
})

describe('a failure is the answer of each', () => {
  it.each([2, 0, -1, 2 ** 31 - 1])('where there is no socket %i', async (id) => {
    send(runOf(id, 'a', 'b', ''))
    await takeTurns(1)
    expect(answers()).toEqual([1, 2, 3].map((call) => [call, [], 'Socket not found']))
    expectNothingHeld()
  })

  it('where the socket is not connected', async () => {
    app.tcp.add((id) => new TcpSocket(id, app.delivery))
    send(runOf(2, 'a', 'b'))
    await takeTurns(1)
    const failed = [[{ resultCode: -15 }], 'net::ERR_SOCKET_NOT_CONNECTED']
    expect(answers()).toEqual([
      [1, ...failed],
      [2, ...failed],
    ])
    expectNothingHeld()
  })

  it('where the connection breaks', async () => {
    peer.socket.pause()
    send(createLong())
    await takeTurns(1)
    peer.socket.resetAndDestroy()
    await until('answered', () => answers().length === 2)
    const failed = [[{ resultCode: -2 }], 'net::ERR_FAILED']
    expect(answers()).toEqual([
      [1, ...failed],
      [2, ...failed],
    ])
    expectNothingHeld()
  })

  it('where the app ends, and nothing is held any more', async () => {
    peer.socket.pause()
    send(createLong())
    app.tcp.remove(socket)
    socket.destroy()
    await until('answered', () => answers().length === 2)
    expectNothingHeld()
  })

  it('even if the page has gone meanwhile: what it held is given back', async () => {
    peer.socket.pause()
    send(runOfBytes(1, Buffer.alloc(size), size))
    app.removePage(member.page)
    expect(app.tcp.list()).toEqual([])
    await until('given back', () => answers().length === 1)
    expectNothingHeld()
  })
})

/** Has the connection full: the kernel takes nothing more until the peer reads. */
async function clog(): Promise<number> {
  peer.socket.pause()
  socket.send(new Uint8Array(size), () => {})
  await settle()
  return size
}

describe('sends that go beyond a limit together', () => {
  it('of the quota are sent as long as it lasts, and those after it that still fit', async () => {
    await enter({ writeQuota: 10 })
    const before = await clog()
    send(runOf(1, 'four', 'four', 'four', '22', '1', ''))
    peer.socket.resume()
    await until('answered', () => answers().length === 6)
    const refused = [[], 'Exceeded write quota.']
    await until('received', () => peer.text.length === before + 10)
    expect(peer.text.slice(before)).toBe('fourfour22')
    expect(answers()).toEqual([
      [3, ...refused],
      [5, ...refused],
      sent(1, 4),
      sent(2, 4),
      sent(4, 2),
      sent(6, 0),
    ])
    expectNothingHeld()
  })

  it('of the size of one call are all sent that are within it by themselves', async () => {
    await enter({ messageBytes: 4 })
    send(runOf(1, 'four', '1', 'fives', '22'))
    await until('answered', () => answers().length === 4)
    await until('received', () => peer.text === 'four122')
    expect(answers()).toEqual([sent(1, 4), sent(2, 1), [3, [], 'net::ERR_MSG_TOO_BIG'], sent(4, 2)])
    expectNothingHeld()
  })

  it('of the number of calls are sent up to it, and the others fail', async () => {
    await enter({ pendingCalls: 2 })
    const before = await clog()
    send(runOf(1, 'a', 'b', 'c', 'd'))
    peer.socket.resume()
    await until('answered', () => answers().length === 4)
    await until('received', () => peer.text.length === before + 2)
    expect(peer.text.slice(before)).toBe('ab')
    const refused = [[], 'net::ERR_INSUFFICIENT_RESOURCES']
    expect(answers()).toEqual([[3, ...refused], [4, ...refused], sent(1, 1), sent(2, 1)])
    expectNothingHeld()
  })

  it('hold nothing of what the kernel has taken at once', async () => {
    await enter({ writeQuota: 10, pendingCalls: 4 })
    for (let i = 0; i < 3; i += 1) send(runOf(1, 'four', 'five5', 'x'))
    expectNothingHeld()
    await until('received', () => peer.text === 'fourfive5x'.repeat(3))
  })

  it('are all refused where nothing is left, and take nothing', async () => {
    await enter({ writeQuota: 10 })
    app.writeQuota.take(10)
    send(runOf(1, 'a', 'b'))
    await settle()
    const refused = [[], 'Exceeded write quota.']
    expect([answers(), peer.text]).toEqual([
      [
        [1, ...refused],
        [2, ...refused],
      ],
      '',
    ])
    app.writeQuota.giveBack(10)
    expectNothingHeld()
  })

  it('are refused for the quota before anybody asks whether there is such a socket', async () => {
    await enter({ writeQuota: 1 })
    send(runOf(99, 'ab', 'c'))
    await takeTurns(1)
    expect(answers()).toEqual([
      [1, [], 'Exceeded write quota.'],
      [2, [], 'Socket not found'],
    ])
    expectNothingHeld()
  })
})
