import { EventEmitter } from 'node:events'
import type { WebContents, WebRequest } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { GuestRequests } from '../../../../../src/main/chrome-app/guest-requests/guest-requests.ts'
import { hearRequests } from '../../../../../src/main/chrome-app/guest-requests/hear-requests.ts'
import { createReport } from '../../../../../src/main/chrome-app/guest-requests/report.ts'
import type { ListenerRow } from '../../../../../src/main/chrome-app/guest-requests/request-listeners.ts'

const filter = { urls: ['<all_urls>'], types: undefined, tabId: undefined, windowId: undefined }
const details = {
  id: 1,
  url: 'http://a.test/',
  method: 'GET',
  resourceType: 'image',
  timestamp: 1,
  webContentsId: 1,
}
const failure = new Error('ours')

type Heard = (request: object, callback: (response: unknown) => void) => void

function listenTo() {
  const listeners: Record<string, Heard> = {}
  const get = (_: object, name: string | symbol) => (listener: Heard) => (listeners[String(name)] = listener)
  return { listeners, webRequest: new Proxy({}, { get }) as WebRequest }
}

/** A guest whose page cannot even be told. */
function create(event: ListenerRow['event'], extraInfo: ListenerRow['extraInfo']) {
  const error = vi.fn()
  const report = createReport({ error, warn: () => {} })
  const contents = new EventEmitter()
  const raise = (): never => {
    throw failure
  }
  const requests = new GuestRequests(contents as unknown as WebContents, raise, report)
  requests.add({ listenerId: 1, event, filter, extraInfo })
  const { listeners, webRequest } = listenTo()
  hearRequests(webRequest, () => requests, report)
  const hear = (callback: (response: unknown) => void = () => {}): unknown =>
    listeners[event]?.(details, callback)
  return { contents, error, hear }
}

describe('where we fail', () => {
  it.each(['onBeforeRequest', 'onBeforeSendHeaders', 'onHeadersReceived'] as const)(
    'a request that waits for %s is refused, and the app told once',
    async (event) => {
      const { error, hear } = create(event, ['blocking'])
      for (let i = 0; i < 2; i += 1)
        expect(await new Promise((resolve) => void hear(resolve))).toEqual({ cancel: true })
      expect(error.mock.calls).toEqual([[expect.stringContaining('a request of a <webview>'), failure]])
    },
  )

  it.each([
    'onSendHeaders',
    'onBeforeRedirect',
    'onResponseStarted',
    'onCompleted',
    'onErrorOccurred',
  ] as const)('the program goes on after %s', (event) => {
    const { error, hear } = create(event, [])
    hear()
    expect(error).toHaveBeenCalledOnce()
  })

  it.each([[['asyncBlocking']], [[]]] as const)(
    'a question who the user is goes unanswered: %j',
    async (wishes) => {
      const { contents, error } = create('onAuthRequired', [...wishes])
      const answer = vi.fn()
      const info = { host: 'a.test', isProxy: false, port: 80, realm: 'r', scheme: 'basic' }
      contents.emit('login', { preventDefault: () => {} }, { url: details.url }, info, answer)
      await vi.waitFor(() => expect(error).toHaveBeenCalledOnce())
      expect(answer.mock.calls).toEqual(wishes.length === 0 ? [] : [[]])
    },
  )
})

describe('a request whose frame has gone', () => {
  it('is still told to the page of its guest as what it was, until it is over', () => {
    const told: unknown[] = []
    const raise = (_name: string, fields: object): boolean => told.push(fields) > 0
    const contents = new EventEmitter() as unknown as WebContents
    const requests = new GuestRequests(contents, raise, () => {})
    requests.add({ listenerId: 5, event: 'onCompleted', filter, extraInfo: [] })
    const { listeners, webRequest } = listenTo()
    const report = (): never => expect.unreachable()
    hearRequests(webRequest, (id) => (id === 1 ? requests : undefined), report)
    const page = { frameTreeNodeId: 1, parent: null, origin: 'http://page.test' }
    const frame = { frameTreeNodeId: 7, parent: page, origin: 'null' }
    const { webContentsId: _, ...later } = { ...details, resourceType: 'subFrame', frame: null }
    listeners['onBeforeRequest']?.({ ...later, webContentsId: 1, frame }, () => {})
    for (const request of [later, later, { ...later, id: 2 }]) listeners['onCompleted']?.(request, () => {})
    const origin = { frameId: 7, frameType: 'sub_frame', parentFrameId: 0, initiator: 'http://page.test' }
    expect(told).toEqual([{ listenerId: 5, details: expect.objectContaining({ requestId: '1', ...origin }) }])
  })
})
