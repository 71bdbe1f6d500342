import { beforeEach, describe, expect, it } from 'vitest'
import { Page } from '../../../../src/main/page/page.ts'
import { defaultLimits } from '../../../../src/main/install/limits.ts'
import { fail, succeed } from '../../../../src/main/outcome.ts'
import { flowControl } from '../../../../src/renderer-types/wire.ts'
import { MemoryPort } from '../../../support/pages/memory-port.ts'
import { takeTurns } from '../../../support/until.ts'

let port: MemoryPort
let page: Page

beforeEach(() => {
  port = new MemoryPort()
  page = new Page(port, defaultLimits, { url: 'app://test/', windowId: 1 })
})

describe('what a page is told', () => {
  it('goes at once where it is alone, and waits a turn of the loop where the last message was a batch', async () => {
    const say = (count: number): void => {
      for (let i = 0; i < count; i += 1) page.reply(i, succeed())
    }
    const countAfterMicrotasks = async (): Promise<number> => {
      await Promise.resolve()
      return port.messages.length
    }
    say(1)
    expect(await countAfterMicrotasks()).toBe(1)
    say(2)
    expect(await countAfterMicrotasks()).toBe(2)
    say(3)
    expect(await countAfterMicrotasks()).toBe(3)
    say(1)
    expect(await countAfterMicrotasks()).toBe(3)
    say(1)
    await takeTurns(1)
    expect(port.messages.map((message) => message.length - 1)).toEqual([1, 2, 3, 2])
    say(1)
    expect(await countAfterMicrotasks()).toBe(5)
  })

  it('waits for nothing where it is bulk data', async () => {
    for (let i = 0; i < 3; i += 1) page.reply(i, succeed())
    await takeTurns(1)
    page.postData(1, 4096, Buffer.alloc(64 * 1024))
    await Promise.resolve()
    expect(port.messages).toHaveLength(2)
  })
})

const loseConnection = (page_: Page): void =>
  page_.postEvent({ kind: 'event', event: 'tcp.onReceiveError', payload: { resultCode: -100, socketId: 1 } })

describe('answers that wait for the page', () => {
  const { answerBytes, answers, heavyAnswer, messageBytes } = flowControl

  /** The page is busy with an event from then on. */
  beforeEach(async () => {
    loseConnection(page)
    await takeTurns(1)
  })

  it.each<[string, (id: number) => void]>([
    ['of sends, which share an item', (id) => page.postSent(id, 1)],
    ['of calls', (id) => page.reply(id, succeed())],
    ['of calls that failed', (id) => page.reply(id, fail('x'))],
  ])('are a backlog when they are as many as may be, each time again: %s', async (_what, answer) => {
    for (let round = 1; round <= 3; round += 1) {
      for (let id = 1; id < answers; id += 1) answer(id)
      expect(page.hasBacklog).toBe(false)
      answer(answers)
      expect([page.hasBacklog, port.replies.length]).toEqual([true, (round - 1) * answers])
      page.acknowledge(1)
      await takeTurns(2)
      expect([page.hasBacklog, page.isBusy, port.replies.length]).toEqual([false, false, round * answers])
      loseConnection(page)
      await takeTurns(2)
    }
  })

  it('are a backlog when they are as long as may be, each time again', async () => {
    const long = succeed({ name: 'x'.repeat(answerBytes / 64) })
    for (let round = 1; round <= 3; round += 1) {
      for (let id = 0; id < 63; id += 1) page.reply(id, long)
      expect(page.hasBacklog).toBe(false)
      page.reply(63, long)
      expect(page.hasBacklog).toBe(true)
      while (page.isBusy) {
        page.acknowledge(1)
        await takeTurns(2)
      }
      expect([page.hasBacklog, port.replies.length]).toEqual([false, 64 * round])
      loseConnection(page)
      await takeTurns(2)
    }
  })

  it('count their bytes: a page that reads and takes nothing has a backlog', async () => {
    const bytes = succeed({ data: new ArrayBuffer(answerBytes / 64), resultCode: 1 })
    for (let id = 0; id < 62; id += 1) page.reply(id, bytes)
    expect(page.hasBacklog).toBe(false)
    for (let id = 62; id < 64; id += 1) page.reply(id, bytes)
    expect(page.hasBacklog).toBe(true)
  })

  it('are only so many bytes, however many calls were begun before: the page is told of the rest', async () => {
    const most = flowControl.mostAnswerBytes
    /** An answer of so many bytes. */
    const long = (bytes: number) => succeed('x'.repeat(bytes - 32))
    const told = 'net::ERR_INSUFFICIENT_RESOURCES'
    const takeErrors = async (): Promise<unknown[]> => {
      while (page.isBusy) {
        page.acknowledge(1)
        await takeTurns(2)
      }
      const errors = port.replies.map(({ error }) => error)
      port.messages.length = 0
      loseConnection(page)
      await takeTurns(2)
      return errors
    }
    for (let round = 0; round < 2; round += 1) {
      for (let id = 0; id < 3; id += 1) page.reply(id, long(most / 4))
      page.reply(3, long(most / 4 + 1))
      // What it is told instead has 16.
      page.reply(4, long(most / 4 - 16))
      page.reply(5, long(257))
      page.reply(6, long(256))
      expect(await takeErrors()).toEqual([undefined, undefined, undefined, told, undefined, told, undefined])
    }
    page.reply(0, long(2 * most))
    page.reply(1, long(257))
    expect(await takeErrors()).toEqual([undefined, told])
  })

  it('go in messages that are closed at their size, whatever is in them', async () => {
    page.acknowledge(1)
    const small = succeed({ name: 'x'.repeat(heavyAnswer / 4) })
    for (let id = 0; id < 200; id += 1) page.reply(id, small)
    await takeTurns(2)
    const sizes = port.messages.map((message) => JSON.stringify(message).length)
    expect(port.replies).toHaveLength(200)
    expect(Math.max(...sizes)).toBeLessThan(messageBytes * 1.1)
  })

  it('and are long must be dealt with before others follow', async () => {
    page.acknowledge(1)
    for (let id = 0; id < 100; id += 1) page.reply(id, succeed({ name: 'x'.repeat(messageBytes) }))
    await takeTurns(2)
    expect([page.isBusy, port.replies.length < 5]).toEqual([true, true])
    for (let i = 0; i < 100; i += 1) {
      page.acknowledge(1)
      await takeTurns(1)
    }
    expect([page.isBusy, port.replies.length]).toEqual([false, 100])
  })
})
