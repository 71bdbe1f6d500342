import { closeChannels } from '../../../support/pages/page-builtins.ts'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { flowControl, itemKinds } from '../../../../src/renderer-types/wire.ts'
import { FacadePage } from '../../../support/pages/facade-page.ts'
import { countSaid, createReceiveError as event } from '../../../support/pages/messages.ts'
import { settle, takeTurns, until } from '../../../support/until.ts'

/** The time that pages go by. */
const clock = vi.hoisted(() => {
  const hands = { now: 1 }
  performance.now = () => hands.now
  return hands
})

let page: FacadePage

beforeEach(() => {
  page = new FacadePage()
})

afterEach(closeChannels)

/** Whether so many calls, sends and other records have come. */
const hasSaid = (count: number): boolean => page.records.length >= count

describe('an acknowledgement', () => {
  it('comes for a message that asks for it, though nobody listens and nothing else is to be said', async () => {
    page.post(event(1))
    await until('acknowledged', () => page.acknowledged === 1)
    expect(page.messages).toEqual([[1, undefined]])
  })

  it('does not come for a message that does not ask', async () => {
    page.tell({ kind: 'reply', id: 77, args: [] }, [itemKinds.sent, 78, 1])
    page.tell(event(1))
    page.post(event(2))
    await until('acknowledged', () => page.acknowledged > 0)
    await settle()
    expect(page.messages).toEqual([[1, undefined]])
  })

  it('counts every message once', async () => {
    for (let i = 1; i <= 50; i += 1) {
      page.post(event(i), event(i))
      if (i % 7 === 0) await takeTurns(1)
    }
    await until('acknowledged', () => page.acknowledged >= 50)
    await settle()
    expect(page.acknowledged).toBe(50)
  })

  it('rides along with what the listeners have said', async () => {
    page.chrome.sockets.tcp.onReceiveError.addListener(({ socketId }) => page.tcp.close?.(socketId))
    await until('interest', () => hasSaid(1))
    page.messages.length = 0
    page.post(event(1))
    await until('acknowledged', () => page.acknowledged === 1)
    expect(page.messages.map((message) => [message[0], message.length])).toEqual([[1, 3]])
  })

  /** Has a listener called 500 times by one message; returns how many calls came in each message. */
  async function callBack(listener: () => void): Promise<number[]> {
    page.chrome.sockets.tcp.onReceiveError.addListener(listener)
    await until('interest', () => hasSaid(1))
    page.messages.length = 0
    page.post(...Array.from({ length: 500 }, (_, i) => event(i)))
    await until('acknowledged', () => page.acknowledged === 1)
    expect(page.messages.at(-1)?.[0]).toBe(1)
    return page.messages.map(countSaid)
  }

  it('comes when all listeners have run, with all that they have said', async () => {
    const calls = await callBack(() => {
      page.tcp.close?.(1)
      clock.now += 0.01
    })
    expect(calls).toEqual([500])
  })

  it('comes when all listeners have run, though what slow ones said goes before', async () => {
    const calls = await callBack(() => {
      page.tcp.close?.(1)
      clock.now += 1
    })
    // As many as run without a break.
    expect(calls).toEqual([...Array.from({ length: 7 }, () => 64), 52])
  })

  it('comes when all listeners have run, though much of what they said goes before', async () => {
    const bytes = new Uint8Array(20_000)
    let left = 100
    const calls = await callBack(() => {
      if (left-- > 0) page.tcp.send?.(1, bytes, () => {})
    })
    // 256 KiB at most; what 64 of them leave is enough to go at the break.
    expect(calls).toEqual([13, 13, 13, 13, 12, 13, 13, 10, 0])
  })

  it('waits for nothing that waits for the main process', async () => {
    page.hears = false
    const calls = await callBack(() => page.tcp.send?.(1, new Uint8Array(100_000), () => {}))
    const { saidMessages } = flowControl
    expect(calls).toEqual([...Array.from({ length: saidMessages - 1 }, () => 2), 0])
  })

  it('comes for each message as soon as its own listeners have run', async () => {
    for (let i = 0; i < 3; i += 1) page.post(...Array.from({ length: 1000 }, (_, j) => event(i * 1000 + j)))
    await until('acknowledged', () => page.acknowledged === 3)
    expect(page.messages.map(([count]) => count)).toEqual([1, 1, 1])
  })

  it('comes once for messages that a listener was behind with', async () => {
    page.chrome.sockets.tcp.onReceiveError.addListener(() => page.tcp.close?.(1))
    for (let i = 0; i < 5; i += 1) page.post(...Array.from({ length: 100 }, () => event(1)))
    await until('acknowledged', () => page.acknowledged >= 5)
    await settle()
    expect([page.acknowledged, page.calls.length]).toEqual([5, 500])
  })

  it('of a message that ends the API comes, too', async () => {
    page.post(event(1), { kind: 'end' })
    await until('acknowledged', () => page.acknowledged === 1)
  })

  it('is not held up by a listener that throws', async () => {
    page.chrome.sockets.tcp.onReceiveError.addListener(() => {
      throw new Error('in listener')
    })
    page.post(event(1), event(2))
    await until('acknowledged', () => page.acknowledged === 1)
  })
})
