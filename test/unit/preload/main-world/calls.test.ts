import { closeChannels, consoleErrors } from '../../../support/pages/page-builtins.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Calls } from '../../../../src/preload/main-world/calls.ts'
import { LastError } from '../../../../src/preload/main-world/last-error.ts'
import type { FailureRecord, UpRecord } from '../../../../src/renderer-types/wire.ts'
import { FacadePage } from '../../../support/pages/facade-page.ts'
import { until } from '../../../support/until.ts'

let page: FacadePage

beforeEach(() => {
  consoleErrors.length = 0
  page = new FacadePage()
})

afterEach(closeChannels)

/** Makes a call whose callback keeps what it is given, and what lastError is meanwhile. */
function call(method: string, ...args: unknown[]): { args: unknown[]; lastError: unknown }[] {
  const answers: { args: unknown[]; lastError: unknown }[] = []
  page.tcpServer[method]?.(...args, (...answer: unknown[]) => {
    answers.push({ args: answer, lastError: page.chrome.runtime.lastError })
  })
  return answers
}

describe('a callback', () => {
  it('is given the answer, with no lastError', async () => {
    const answers = call('create', {})
    page.answer((await page.call(0)).id, [{ socketId: 1 }])
    await until('answered', () => answers.length === 1)
    expect(answers).toEqual([{ args: [{ socketId: 1 }], lastError: undefined }])
  })

  it('is given no argument at all where there is no result', async () => {
    const answers = call('close', 1)
    page.answer((await page.call(0)).id)
    await until('answered', () => answers.length === 1)
    expect(answers[0]?.args).toHaveLength(0)
  })

  it('is given the code and lastError of a call that failed', async () => {
    const answers = call('listen', 1, 'a', 1)
    page.answer((await page.call(0)).id, [-4], 'net::ERR_INVALID_ARGUMENT')
    await until('answered', () => answers.length === 1)
    expect(answers).toEqual([{ args: [-4], lastError: { message: 'net::ERR_INVALID_ARGUMENT' } }])
    await until('gone', () => !('lastError' in page.chrome.runtime))
    expect(consoleErrors).toEqual([])
  })

  it('of a call that failed is followed by one that sees no lastError', async () => {
    const seen: unknown[] = []
    page.tcpServer.close?.(1, () => seen.push(page.chrome.runtime.lastError))
    page.tcpServer.create?.({}, () => seen.push('lastError' in page.chrome.runtime))
    await page.call(1)
    page.post(
      { kind: 'reply', id: 1, args: [], error: 'Socket not found' },
      { kind: 'reply', id: 2, args: [{ socketId: 1 }] },
    )
    await until('answered', () => seen.length === 2)
    expect(seen).toEqual([{ message: 'Socket not found' }, false])
  })

  it('is called once, with the window as this', async () => {
    const seen: unknown[] = []
    page.tcpServer.create?.({}, function (this: unknown) {
      seen.push(this)
    })
    const { id } = await page.call(0)
    page.answer(id)
    page.answer(id)
    page.answer(77)
    const after = call('getSockets')
    page.answer((await page.call(1)).id, [[]])
    await until('answered', () => after.length === 1)
    expect(seen).toEqual([globalThis])
  })

  it('that throws is reported as Chrome does, and the next one is called', async () => {
    page.tcpServer.create?.({}, () => {
      throw new Error('in callback')
    })
    page.tcpServer.create?.({}, () => {
      throw 5 as unknown as Error
    })
    page.tcpServer.getInfo?.(1, () => {
      throw new Error('both')
    })
    const last = call('getSockets')
    await page.call(3)
    for (const id of [1, 2]) page.answer(id)
    page.answer(3, [], 'Socket not found')
    page.answer(4, [[]])
    await until('answered', () => last.length === 1)
    const texts = consoleErrors.map(([text]) => String(text).split('\n')[0])
    expect(texts).toEqual([
      'Error handling response: Error: in callback',
      'Error handling response: Uncaught 5',
      'Error handling response: Error: both',
      'Unchecked runtime.lastError: Socket not found',
    ])
    expect(last[0]?.lastError).toBeUndefined()
  })
})

it('a method that has no answer at all says in the console what is wrong', () => {
  const pending: number[] = []
  const connection = {
    send: (record: UpRecord) => record.kind === 'call' && pending.push(record.id) > 0,
    sendBytes: () => {},
    waitingBytes: 0,
    giveUp: () => {},
    giveUpSocket: () => {},
  }
  const calls = new Calls(new LastError({}), connection, { messageBytes: 9, writeQuota: 9 }, () => {})
  for (let i = 0; i < 2; i += 1) calls.say('life.keepAlive', { args: [], callback: undefined })
  const [first = 0, second = 0] = pending
  calls.settle(first, [], undefined)
  expect(consoleErrors).toEqual([])
  calls.settle(second, [], 'wrong')
  expect(consoleErrors).toEqual([['Unchecked runtime.lastError: wrong']])
})

it('a call that no message has room for is answered in the page', () => {
  const failures: FailureRecord[] = []
  const connection = {
    send: () => false,
    sendBytes: () => {},
    waitingBytes: 0,
    giveUp: () => {},
    giveUpSocket: () => {},
  }
  const limits = { messageBytes: 9, writeQuota: 9 }
  const calls = new Calls(new LastError({}), connection, limits, (failure) => failures.push(failure))
  calls.post('tcp.create', [[]], () => {})
  expect(failures).toEqual([{ kind: 'failure', id: 1, args: [], error: 'net::ERR_MSG_TOO_BIG' }])
})

describe('a call without callback', () => {
  it('returns a promise of the answer', async () => {
    const promise = page.tcpServer.create?.() as Promise<unknown>
    expect(promise).toBeInstanceOf(Promise)
    page.answer((await page.call(0)).id, [{ socketId: 3 }])
    await expect(promise).resolves.toEqual({ socketId: 3 })
  })

  it('returns a promise of undefined where there is no result', async () => {
    const promise = page.tcpServer.close?.(1, null) as Promise<unknown>
    page.answer((await page.call(0)).id)
    await expect(promise).resolves.toBeUndefined()
  })

  it('rejects with a plain Error, and lastError is not touched', async () => {
    const promise = page.tcpServer.close?.(1) as Promise<unknown>
    page.answer((await page.call(0)).id, [], 'Socket not found')
    const error: unknown = await promise.catch((reason: unknown) => reason)
    expect(error).toEqual(new Error('Socket not found'))
    expect(Object.getPrototypeOf(error)).toBe(Error.prototype)
    expect(Object.keys(error as object)).toEqual([])
    expect('lastError' in page.chrome.runtime).toBe(false)
    expect(consoleErrors).toEqual([])
  })

  it('returns nothing when a callback is given', () => {
    expect(page.tcpServer.create?.({}, () => {})).toBeUndefined()
  })
})

describe('the end', () => {
  it('answers what still waits, and every later call throws', async () => {
    const callback = call('create', {})
    const promise = page.tcpServer.getSockets?.() as Promise<unknown>
    await page.call(1)
    page.post({ kind: 'end' })
    await expect(promise).rejects.toThrow(new Error('Extension context invalidated.'))
    expect(callback).toEqual([{ args: [], lastError: { message: 'Extension context invalidated.' } }])
    expect(() => page.tcpServer.create?.({}, () => {})).toThrow(new Error('Extension context invalidated.'))
    expect(() => page.tcp.close?.(1)).toThrow(new Error('Extension context invalidated.'))
    expect(page.calls).toHaveLength(2)
  })

  it('comes after the answers that were sent before it', async () => {
    const first = call('create', {})
    const second = call('create', {})
    await page.call(1)
    page.post({ kind: 'reply', id: 1, args: [{ socketId: 1 }] }, { kind: 'end' })
    await until('answered', () => second.length === 1)
    expect(first).toEqual([{ args: [{ socketId: 1 }], lastError: undefined }])
  })

  it('comes before wrong arguments', async () => {
    const last = call('create', {})
    await page.call(0)
    page.post({ kind: 'end' })
    await until('ended', () => last.length === 1)
    expect(() => page.tcpServer.create?.(1)).toThrow('Extension context invalidated.')
  })
})
