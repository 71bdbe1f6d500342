import { EventEmitter } from 'node:events'
import type { WebContents } from 'electron'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { GuestRequests } from '../../../../../src/main/chrome-app/guest-requests/guest-requests.ts'
import type { ListenerRow } from '../../../../../src/main/chrome-app/guest-requests/request-listeners.ts'
import { expectLimitToComeBack } from '../../../../support/limits.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const request = { id: 1, url: 'http://a.test/', method: 'GET', resourceType: 'image', timestamp: 1 }

const row = (listenerId: number, extraInfo: ListenerRow['extraInfo'] = ['blocking']): ListenerRow => ({
  listenerId,
  event: extraInfo.includes('asyncBlocking') ? 'onAuthRequired' : 'onBeforeRequest',
  filter: { urls: ['<all_urls>'], types: undefined, tabId: undefined, windowId: undefined },
  extraInfo,
})

interface Told {
  readonly listenerId: number
  readonly questionId?: number
  readonly details?: object
}

function create({ hears = true } = {}) {
  const contents = new EventEmitter()
  const told: Told[] = []
  const raise = (_name: string, fields: object): boolean => {
    if (hears) told.push(fields as Told)
    return hears
  }
  const requests = new GuestRequests(contents as unknown as WebContents, raise, () => {})
  return { contents, told, requests }
}

describe('the requests of a guest', () => {
  it('go on at once where nobody is asked', () => {
    const { requests, told } = create()
    requests.add(row(1, []))
    expect(requests.ask('onBeforeRequest', request)).toBe(undefined)
    expect(requests.ask('onBeforeSendHeaders', request)).toBe(undefined)
    expect(told).toMatchObject([{ listenerId: 1, details: { url: 'http://a.test/', type: 'image' } }])
  })

  it('show what they send: bytes, files, or not all of it', () => {
    const { requests, told } = create()
    requests.add(row(1, ['requestBody']))
    const bytes = Buffer.from('text')
    const file = { bytes: undefined as unknown as Buffer, file: '/a/file.txt' }
    const blob = { bytes: undefined as unknown as Buffer, blobUUID: 'blob' }
    for (const uploadData of [[{ bytes }, file], [{ bytes }, blob], []])
      void requests.ask('onBeforeRequest', { ...request, uploadData })
    expect(told.map(({ details }) => Reflect.get(details ?? {}, 'requestBody') as unknown)).toEqual([
      { raw: [{ bytes: bytes.toString('base64') }, { file: '/a/file.txt' }] },
      { error: 'Unknown error.' },
      undefined,
    ])
  })

  it('wait until all that are asked have answered', async () => {
    const { requests, told } = create()
    requests.add(row(1))
    requests.add(row(2))
    const asked = requests.ask('onBeforeRequest', request)
    expect(told.map(({ questionId }) => questionId)).toEqual([1, 2])
    requests.answer(2, { cancel: true })
    requests.answer(1, undefined)
    requests.answer(1, { redirectUrl: 'http://b.test/' })
    expect(await asked).toMatchObject({ isCancelled: true, redirectUrl: undefined })
  })

  it('go on when nobody answers in time, and do not hold up those of another guest', async () => {
    const [mute, other] = [create(), create()]
    for (const { requests } of [mute, other]) requests.add(row(1))
    const asked = mute.requests.ask('onBeforeRequest', request)
    const others = other.requests.ask('onBeforeRequest', request)
    other.requests.answer(1, {})
    expect(await others).toMatchObject({ isCancelled: false })
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await asked).toMatchObject({ isCancelled: false })
  })

  it('go on when their listener, or the guest, has gone', async () => {
    const { contents, requests } = create()
    requests.add(row(1))
    const first = requests.ask('onBeforeRequest', request)
    requests.remove(1)
    expect(await first).toMatchObject({ isCancelled: false })
    requests.add(row(2))
    const second = requests.ask('onBeforeRequest', request)
    contents.emit('destroyed')
    expect(await second).toMatchObject({ isCancelled: false })
    expect(vi.getTimerCount()).toBe(0)
  })

  it('are refused where a page that has to be asked cannot be', async () => {
    const deaf = create({ hears: false })
    deaf.requests.add(row(1))
    expect(await deaf.requests.ask('onBeforeRequest', request)).toMatchObject({ isCancelled: true })
    const { requests } = create()
    requests.add(row(1))
    for (let i = 0; i < 1024; i += 1) void requests.ask('onBeforeRequest', request)
    expect(await requests.ask('onBeforeRequest', request)).toMatchObject({ isCancelled: true })
    requests.answer(1, {})
    const again = requests.ask('onBeforeRequest', request)
    requests.answer(1025, {})
    expect(await again).toMatchObject({ isCancelled: false })
  })

  it('are refused where they are longer than anybody compares, if somebody had to be asked', async () => {
    const url = `http://a.test/${'a'.repeat(20_000)}`
    const { requests, told } = create()
    requests.add(row(1, []))
    expect(requests.ask('onBeforeRequest', { ...request, url })).toBe(undefined)
    requests.add(row(2))
    expect(await requests.ask('onBeforeRequest', { ...request, url })).toMatchObject({ isCancelled: true })
    expect(told).toEqual([])
  })

  it('are described once for all listeners that see the same of them', () => {
    const { requests, told } = create()
    const wishes = [
      [],
      ['responseHeaders'],
      ['responseHeaders'],
      ['responseHeaders', 'extraHeaders'],
    ] as const
    for (const [id, extraInfo] of wishes.entries())
      requests.add({ ...row(id), event: 'onCompleted', extraInfo: [...extraInfo] })
    requests.tell('onCompleted', { ...request, responseHeaders: { a: ['b'], 'Set-Cookie': ['c'] } })
    const [none, one, two, all] = told.map(({ details }) => details)
    const a = { name: 'a', value: 'b' }
    expect(none).not.toHaveProperty('responseHeaders')
    expect(one).toMatchObject({ responseHeaders: [a] })
    expect(two).toBe(one)
    expect(all).toMatchObject({ responseHeaders: [a, { name: 'Set-Cookie', value: 'c' }] })
  })

  it('are refused where they have more headers than the page could answer with', async () => {
    const { requests, told } = create()
    const event = 'onHeadersReceived'
    const some = row(1, ['blocking'])
    requests.add({ ...some, event })
    const send = (count: number): ReturnType<typeof requests.ask> =>
      requests.ask(event, { ...request, responseHeaders: { a: Array<string>(count).fill('b') } })
    void send(129)
    expect(told).toHaveLength(1)
    requests.remove(1)
    requests.add({ ...some, event, extraInfo: ['blocking', 'responseHeaders'] })
    expect(await send(129)).toMatchObject({ isCancelled: true })
    expect(told).toHaveLength(1)
    void send(128)
    expect(told).toHaveLength(2)
  })

  it('have filters of so many listeners, patterns and characters', () => {
    const { requests } = create()
    const add = (id: number, urls: string[]): string | undefined =>
      requests.add({ ...row(id), filter: { ...row(id).filter, urls } })
    const tooMany = 'There are too many filters.'
    expect(add(1, Array(257).fill('<all_urls>') as string[])).toBe(tooMany)
    expect(add(1, [`http://a.test/${'a'.repeat(70_000)}`])).toBe(tooMany)
    for (let id = 1; id <= 64; id += 1) expect(add(id, ['<all_urls>'])).toBe(undefined)
    expect(add(65, [])).toBe(tooMany)
    requests.remove(64)
    expect(add(65, [])).toBe(undefined)
    expect(add(66, ['x'])).toBe(tooMany)
  })

  it('are answered with what can be sent', () => {
    const { requests } = create()
    expect(requests.answer(1, { requestHeaders: [{ name: 'a b', value: 'x' }] })).toBe('Invalid header name.')
    expect(requests.answer(1, { responseHeaders: [{ name: 'a', value: 'x\r\nSet-Cookie: b=1' }] })).toBe(
      "Header 'a' has an invalid value.",
    )
    expect(requests.answer(1, { requestHeaders: [{ name: 'a' }] })).toBe(
      `Invalid header specification '{"name":"a"}'.`,
    )
    expect(requests.answer(1, { redirectUrl: `http://${'a'.repeat(2000)}/` })).toMatch(
      /is not a valid URL\.$/,
    )
    const headers = Array.from({ length: 256 }, (_, at) => ({ name: `x${at}`, value: 'y' }))
    expect(requests.answer(1, { responseHeaders: headers })).toBe(undefined)
    expect(requests.answer(1, { responseHeaders: [...headers, ...headers.slice(0, 1)] })).toBe(
      'There are too many headers.',
    )
  })

  it('of a server that asks who the user is are known, however many have been answered elsewhere', () => {
    const { contents, requests, told } = create()
    requests.add({ ...row(1, []), event: 'onAuthRequired' })
    for (let id = 2; id < 100; id += 1) {
      void requests.ask('onHeadersReceived', { ...request, id, url: `http://a.test/${id}`, statusCode: 401 })
      requests.tell('onCompleted', { ...request, id, url: 'http://b.test/' })
    }
    void requests.ask('onHeadersReceived', { ...request, statusCode: 401 })
    const info = { host: 'a.test', isProxy: false, port: 80, realm: 'r', scheme: 'basic' }
    contents.emit('login', {}, { url: request.url }, info, () => {})
    expect(told).toMatchObject([{ details: { requestId: '1', type: 'image' } }])
  })

  it('of a server that asks who the user is are remembered, 64 at a time, until they end', async () => {
    const { contents, requests, told } = create()
    requests.add(row(1, ['asyncBlocking']))
    const info = { host: 'a.test', isProxy: false, port: 80, realm: 'r', scheme: 'basic' }
    let id = 0
    await expectLimitToComeBack({
      limit: 64,
      take: () => {
        id += 1
        const details = { ...request, id, url: `http://a.test/${id}`, statusCode: 401 }
        void requests.ask('onHeadersReceived', details)
        contents.emit('login', { preventDefault: () => {} }, { url: details.url }, info, () => {})
        return Reflect.get(told.at(-1)?.details ?? {}, 'requestId') === String(id)
      },
      giveBack: () => {
        for (let ended = 1; ended <= id; ended += 1)
          requests.tell('onCompleted', { ...request, id: ended, url: `http://a.test/${ended}` })
      },
    })
  })

  it('of a server that asks who the user is wait as long as the user needs', async () => {
    const { contents, requests, told } = create()
    requests.add(row(1, ['asyncBlocking']))
    const answer = vi.fn()
    const preventDefault = vi.fn()
    const info = { host: 'a.test', isProxy: false, port: 80, realm: 'r', scheme: 'basic' }
    contents.emit('login', { preventDefault }, { url: request.url }, info, answer)
    expect([preventDefault.mock.calls.length, told.length]).toEqual([1, 1])
    await vi.advanceTimersByTimeAsync(600_000)
    expect(answer).not.toHaveBeenCalled()
    requests.answer(1, { authCredentials: { username: 'u', password: 'p' } })
    await vi.advanceTimersByTimeAsync(0)
    expect(answer).toHaveBeenCalledWith('u', 'p')
  })
})
