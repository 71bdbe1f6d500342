import { dictionary } from '../common.ts'
import type { EnumWord, ParameterRow } from '../words.ts'

/** The events of `webview.request`, each with what a listener may ask for besides (Chromium: extensions/common/api/web_request.json). */
export const requestEvents = {
  onBeforeRequest: ['blocking', 'extraHeaders', 'requestBody'],
  onBeforeSendHeaders: ['blocking', 'extraHeaders', 'requestHeaders'],
  onSendHeaders: ['extraHeaders', 'requestHeaders'],
  onHeadersReceived: ['blocking', 'extraHeaders', 'responseHeaders'],
  onAuthRequired: ['asyncBlocking', 'blocking', 'extraHeaders', 'responseHeaders'],
  onBeforeRedirect: ['extraHeaders', 'responseHeaders'],
  onResponseStarted: ['extraHeaders', 'responseHeaders'],
  onCompleted: ['extraHeaders', 'responseHeaders'],
  onErrorOccurred: ['extraHeaders'],
} as const

export type RequestEventName = keyof typeof requestEvents
export const requestEventNames = Object.keys(requestEvents) as RequestEventName[]

const resourceType = {
  kind: 'enum',
  name: 'webRequest.ResourceType',
  values: [
    'csp_report',
    'font',
    'image',
    'main_frame',
    'media',
    'object',
    'other',
    'ping',
    'script',
    'stylesheet',
    'sub_frame',
    'webbundle',
    'websocket',
    'xmlhttprequest',
  ],
} as const satisfies EnumWord

export type ResourceType = (typeof resourceType.values)[number]

const requestFilter = dictionary('webRequest.RequestFilter', {
  urls: { type: { kind: 'list', of: 'string' } },
  types: { type: { kind: 'list', of: resourceType }, optional: true },
  tabId: { type: 'integer', optional: true },
  windowId: { type: 'integer', optional: true },
})

/** What follows the listener; `filter` must be there. */
export const declareListener = (extraInfo: readonly string[]) =>
  [
    { name: 'filter', type: requestFilter },
    {
      name: 'extraInfoSpec',
      type: { kind: 'list', of: { kind: 'enum', name: 'webRequest.ExtraInfo', values: extraInfo } },
      optional: true,
    },
  ] as const satisfies ParameterRow[]

const eventName = {
  kind: 'enum',
  name: 'webViewInternal.RequestEvent',
  values: [
    'onBeforeRequest',
    'onBeforeSendHeaders',
    'onSendHeaders',
    'onHeadersReceived',
    'onAuthRequired',
    'onBeforeRedirect',
    'onResponseStarted',
    'onCompleted',
    'onErrorOccurred',
  ],
} as const satisfies EnumWord

const extraInfo = {
  kind: 'enum',
  name: 'webViewInternal.ExtraInfo',
  values: ['asyncBlocking', 'blocking', 'extraHeaders', 'requestBody', 'requestHeaders', 'responseHeaders'],
} as const satisfies EnumWord

/** One listener of a page, by a number of the page's own. */
export const requestListener = dictionary('webViewInternal.RequestListener', {
  listenerId: { type: 'integer' },
  event: { type: eventName },
  filter: { type: requestFilter },
  extraInfo: { type: { kind: 'list', of: extraInfo } },
})

const header = dictionary('webRequest.HttpHeader', {
  name: { type: 'string' },
  value: { type: 'string', optional: true },
  binaryValue: { type: { kind: 'list', of: 'integer' }, optional: true },
})

/** What a listener answers that is waited for. */
export const blockingResponse = dictionary('webRequest.BlockingResponse', {
  cancel: { type: 'boolean', optional: true },
  redirectUrl: { type: 'string', optional: true },
  requestHeaders: { type: { kind: 'list', of: header }, optional: true },
  responseHeaders: { type: { kind: 'list', of: header }, optional: true },
  authCredentials: {
    type: dictionary('webRequest.AuthCredentials', {
      username: { type: 'string' },
      password: { type: 'string' },
    }),
    optional: true,
  },
})
