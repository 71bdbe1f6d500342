import { closeChannels } from '../../../support/pages/page-builtins.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseMessage } from '../../../../src/main/calls/parse-message.ts'
import { capacity } from '../../../../src/preload/main-world/outbox.ts'
import { flowControl, itemKinds } from '../../../../src/renderer-types/wire.ts'
import type { FailureRecord } from '../../../../src/renderer-types/wire.ts'
import { FacadePage } from '../../../support/pages/facade-page.ts'
import { fullGrant } from '../../../support/pages/grants.ts'
import { createReceiveError } from '../../../support/pages/messages.ts'
import { takeTurns, until } from '../../../support/until.ts'

const { saidMessages } = flowControl
const writeQuota = 2 * saidMessages * capacity

let page: FacadePage
let answers: unknown[]

beforeEach(() => {
  page = new FacadePage({}, { ...fullGrant, sendLimits: { ...fullGrant.sendLimits, writeQuota } })
  page.hears = false
  answers = []
})

afterEach(closeChannels)

/** The answer is kept with its name. */
function send(name: string, socketId: number, bytes: number): void {
  page.tcp.send?.(socketId, new Uint8Array(bytes), (answer?: { resultCode: number }) =>
    answers.push([name, answer?.resultCode ?? page.chrome.runtime.lastError?.message]),
  )
}

/** So much is said that the next message waits. Its calls have the first ids. */
async function fill(): Promise<void> {
  for (let i = 0; i < saidMessages; i += 1) {
    page.tcp.close?.(99)
    await takeTurns(1)
  }
  await until('full', () => page.messages.length === saidMessages)
}

/** Ids of calls after {@link fill}, counted from 1. */
const idOf = (call: number): number => saidMessages + call

const cutOff = (call: number, socketId: number): FailureRecord => ({
  kind: 'failure',
  id: idOf(call),
  args: [{ resultCode: -2 }],
  error: 'net::ERR_FAILED',
  socketId,
})

const notConnected = (call: number, socketId: number): FailureRecord => ({
  ...cutOff(call, socketId),
  args: [{ resultCode: -15 }],
  error: 'net::ERR_SOCKET_NOT_CONNECTED',
})

/** What the page says when it may say everything: kinds and sockets, and the bytes that were carried. */
async function readRest(): Promise<unknown[]> {
  page.messages.length = 0
  page.tcp.getSockets?.(() => {})
  page.hears = true
  page.tell([itemKinds.heard, saidMessages])
  await until('everything said', () => page.calls.some(({ method }) => method === 'tcp.getSockets'))
  for (const message of page.messages) if (parseMessage(message) === undefined) throw new Error('refused')
  return page.messages.flatMap(([, bytes, ...items]) =>
    items.map((item) =>
      'kind' in item
        ? [item.kind, item.kind === 'call' ? item.method : Reflect.get(item, 'id') - saidMessages]
        : ['send', item[0] - saidMessages, bytes?.byteLength],
    ),
  )
}

const nothingElse = ['call', 'tcp.getSockets']

describe('a send of many parts', () => {
  it('of which some were said when it is refused goes no further', async () => {
    send('long', 1, (saidMessages + 5) * capacity)
    await until('some said', () => page.messages.length === saidMessages)
    page.tell({ kind: 'failure', id: 1, args: [], error: 'Exceeded write quota.' })
    await until('answered', () => answers.length === 1)
    expect(await readRest()).toEqual([['withdrawal', 1 - saidMessages], nothingElse])
    expect(answers).toEqual([['long', 'Exceeded write quota.']])
  })

  it('of which some were said goes no further when its socket has ended, and others as ever', async () => {
    await fill()
    send('long', 1, 3 * capacity)
    send('other', 2, 2 * capacity)
    page.tell([itemKinds.heard, 1])
    await until('one more said', () => page.messages.length === saidMessages + 1)
    page.tell(createReceiveError(1))
    await takeTurns(1)
    expect(await readRest()).toEqual([['withdrawal', 1], ['part', 2], ['part', 2], nothingElse])
  })

  it('of which nothing was said goes as one word', async () => {
    await fill()
    send('other', 2, capacity + 1)
    send('long', 1, 3 * capacity)
    send('longer', 3, 4 * capacity)
    page.tell(createReceiveError(1), createReceiveError(3))
    await takeTurns(1)
    send('after', 2, capacity + 1)
    expect(await readRest()).toEqual([
      ['part', 1],
      ['part', 1],
      ['withdrawal', 2],
      ['withdrawal', 3],
      ['part', 4],
      ['part', 4],
      nothingElse,
    ])
  })
})

describe('sends that wait for a socket that has ended', () => {
  it('go without their bytes, but for those in the message that is not full', async () => {
    await fill()
    for (const bytes of [200_000, 200_000, 100_000, 16, capacity, 16]) send('some', 1, bytes)
    page.tell(createReceiveError(1))
    await takeTurns(1)
    expect(await readRest()).toEqual([
      ['withdrawal', 1],
      ['withdrawal', 2],
      ['withdrawal', 3],
      ['withdrawal', 5],
      ['send', 6, 16],
      nothingElse,
    ])
    const withdrawn = page.records.flatMap((record) => (record.kind === 'withdrawal' ? [record.calls] : []))
    expect(withdrawn).toEqual([1, 1, 2, 1])
  })

  it('that were said behind another call are said: it may have connected the socket anew', async () => {
    await fill()
    page.tcp.connect?.(1, 'localhost', 80, () => {})
    send('large', 1, capacity)
    send('large', 1, capacity)
    page.tell(createReceiveError(1))
    await takeTurns(1)
    expect((await readRest()).filter((item) => Array.isArray(item) && item[0] === 'withdrawal')).toEqual([])
  })
})

describe('a connection that breaks off', () => {
  it('cuts off all sends that were said before the page was told, and not those after it', async () => {
    await fill()
    for (const name of ['a', 'b', 'c']) send(name, 1, 10)
    send('of another', 2, 10)
    page.tell(cutOff(1, 1))
    await until('told', () => answers.length === 1)
    send('late', 1, 10)
    page.tell(notConnected(2, 1), notConnected(3, 1), notConnected(4, 2), notConnected(5, 1))
    await until('all told', () => answers.length === 5)
    expect(answers).toEqual([
      ['a', -2],
      ['b', -2],
      ['c', -2],
      ['of another', -15],
      ['late', -15],
    ])
  })

  it.each([
    [-101, -2],
    [-100, -15],
  ])('is told by an event, too: of code %i', async (resultCode, expected) => {
    await fill()
    send('a', 1, 10)
    page.tell({ ...createReceiveError(1), payload: { resultCode, socketId: 1 } }, notConnected(1, 1))
    await until('told', () => answers.length === 1)
    send('late', 1, 10)
    page.tell(notConnected(2, 1))
    await until('told', () => answers.length === 2)
    expect(answers).toEqual([
      ['a', expected],
      ['late', -15],
    ])
  })

  it('has what waits for it go without bytes, once', async () => {
    await fill()
    for (const bytes of [capacity, capacity, 16]) send('early', 1, bytes)
    page.tell(cutOff(1, 1))
    await until('told', () => answers.length === 1)
    for (const bytes of [capacity, 16]) send('late', 1, bytes)
    page.tell(cutOff(2, 1))
    await until('told', () => answers.length === 2)
    expect(await readRest()).toEqual([
      ['withdrawal', 1],
      ['withdrawal', 2],
      ['send', 3, 16],
      ['send', 4, capacity],
      ['send', 5, 16],
      nothingElse,
    ])
  })
})

describe('bytes that wait in the page', () => {
  const large = writeQuota / 2

  it('count against the quota as if they had been said', async () => {
    await fill()
    send('first', 1, large)
    send('second', 1, large)
    send('too much', 1, 1)
    await until('refused', () => answers.length === 1)
    expect(answers).toEqual([['too much', 'Exceeded write quota.']])
    await readRest()
    send('goes', 1, large)
    await takeTurns(1)
    expect(answers).toHaveLength(1)
  })

  it('are not held against calls without bytes, even where small sends have made them too many', async () => {
    await fill()
    send('first', 1, writeQuota - 1000)
    for (let i = 0; i < capacity / 500; i += 1) send('small', 1, 1000)
    await until('refused', () => answers.length > 0)
    page.tcp.close?.(1, () => answers.push('closed'))
    await takeTurns(1)
    expect(answers).not.toContain('closed')
    expect(await readRest()).toContainEqual(['call', 'tcp.close'])
  })

  it('count no longer when they are given up', async () => {
    await fill()
    send('first', 1, large)
    send('second', 2, 100)
    send('third', 2, large)
    page.tell(createReceiveError(1))
    await takeTurns(1)
    send('fits', 3, large - 100)
    send('too much', 3, 1)
    await until('refused', () => answers.length === 1)
    expect(answers).toEqual([['too much', 'Exceeded write quota.']])
  })
})
