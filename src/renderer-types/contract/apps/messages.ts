import { dictionary } from '../common.ts'
import type { AppNamespaceRow } from './words.ts'

/** Chrome prints the kind of what it has no name for. */
const kind = 'object'

const sendOptions = dictionary(kind, { includeTlsChannelId: { type: 'boolean', optional: true } })

const connectInfo = dictionary(kind, {
  name: { type: 'string', optional: true },
  includeTlsChannelId: { type: 'boolean', optional: true },
})

const message = { name: 'message', type: 'any' } as const
const messageParameters = [
  message,
  { name: 'sender', type: 'object' },
  { name: 'sendResponse', type: 'any' },
] as const
const portParameters = [{ name: 'port', type: 'any' }] as const

/** The part of `chrome.runtime` by which pages talk to each other. */
export const messageEvents = {
  onMessageExternal: { parameters: messageParameters },
  onMessage: { parameters: messageParameters },
  onConnectExternal: { parameters: portParameters },
  onConnect: { parameters: portParameters },
} as const satisfies AppNamespaceRow['events']

const extensionId = { name: 'extensionId', type: 'string', optional: true } as const

export const connect = {
  home: 'page',
  hidesThrown: true,
  promise: false,
  noCallback: true,
  parameters: [extensionId, { name: 'connectInfo', type: connectInfo, optional: true }],
  returns: 'any',
} as const satisfies AppNamespaceRow['methods'][string]

export const sendMessage = {
  home: 'page',
  hidesThrown: true,
  promise: true,
  parameters: [extensionId, message, { name: 'options', type: sendOptions, optional: true }],
  result: { name: 'response', type: 'any' },
} as const satisfies AppNamespaceRow['methods'][string]
