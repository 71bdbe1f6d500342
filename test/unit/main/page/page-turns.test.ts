import { beforeEach, describe, expect, it } from 'vitest'
import { Page } from '../../../../src/main/page/page.ts'
import { defaultLimits, readLimits } from '../../../../src/main/install/limits.ts'
import { succeed } from '../../../../src/main/outcome.ts'
import { flowControl } from '../../../../src/renderer-types/wire.ts'
import { MemoryPort } from '../../../support/pages/memory-port.ts'
import { settle } from '../../../support/until.ts'

let port: MemoryPort
let page: Page

beforeEach(() => {
  port = new MemoryPort()
  page = new Page(port, defaultLimits, 'app://test/')
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
    await settle(1)
    expect(port.messages.map((message) => message.length - 1)).toEqual([1, 2, 3, 2])
    say(1)
    expect(await countAfterMicrotasks()).toBe(5)
  })

  it('waits for nothing where it is bulk data', async () => {
    for (let i = 0; i < 3; i += 1) page.reply(i, succeed())
    await settle(1)
    page.postData(1, 4096, Buffer.alloc(64 * 1024))
    await Promise.resolve()
    expect(port.messages).toHaveLength(2)
  })
})

describe('a page that takes no answers', () => {
  const most = 8 * flowControl.waitingItems

  it('is cut off though the answers of its sends are one item', async () => {
    page = new Page(port, readLimits({ pendingCalls: 1 }), 'app://test/')
    page.postEvent({ kind: 'event', event: 'tcp.onReceiveError', payload: { resultCode: -100, socketId: 1 } })
    await settle(1)
    for (let id = 0; id < most; id += 1) page.postSent(id, 1)
    expect(page.takesNoAnswers).toBe(false)
    page.postSent(most, 1)
    expect(page.takesNoAnswers).toBe(true)
    expect(port.messages).toHaveLength(1)
    page.acknowledge(1)
    await settle(1)
    expect([page.takesNoAnswers, port.replies.length]).toEqual([false, most + 1])
    page.postEvent({ kind: 'event', event: 'tcp.onReceiveError', payload: { resultCode: -100, socketId: 1 } })
    await settle(1)
    for (let id = 0; id < most; id += 1) page.postSent(id, 1)
    expect(page.takesNoAnswers).toBe(false)
  })
})
