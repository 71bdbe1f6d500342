import type { DictionaryWord, NamespaceRow } from './words.ts'

const socketId = { name: 'socketId', type: 'integer' } as const

const socketProperties = {
  kind: 'dictionary',
  name: 'sockets.tcpServer.SocketProperties',
  properties: {
    persistent: { type: 'boolean', optional: true },
    name: { type: 'string', optional: true },
  },
} as const satisfies DictionaryWord

const createInfo = {
  kind: 'dictionary',
  name: 'sockets.tcpServer.CreateInfo',
  properties: { socketId: { type: 'integer' } },
} as const satisfies DictionaryWord

const socketInfo = {
  kind: 'dictionary',
  name: 'sockets.tcpServer.SocketInfo',
  properties: {
    localAddress: { type: 'string', optional: true },
    localPort: { type: 'integer', optional: true },
    name: { type: 'string', optional: true },
    paused: { type: 'boolean' },
    persistent: { type: 'boolean' },
    socketId: { type: 'integer' },
  },
} as const satisfies DictionaryWord

const acceptInfo = {
  kind: 'dictionary',
  name: 'sockets.tcpServer.AcceptInfo',
  properties: { clientSocketId: { type: 'integer' }, socketId: { type: 'integer' } },
} as const satisfies DictionaryWord

const acceptErrorInfo = {
  kind: 'dictionary',
  name: 'sockets.tcpServer.AcceptErrorInfo',
  properties: { resultCode: { type: 'integer' }, socketId: { type: 'integer' } },
} as const satisfies DictionaryWord

/** `chrome.sockets.tcpServer`. Rows stand in the order in which Chrome lists the namespace's keys. */
export const tcpServer = {
  path: 'sockets.tcpServer',
  denial: 'Does not have permission',
  enums: {},
  events: {
    onAcceptError: { payload: acceptErrorInfo },
    onAccept: { payload: acceptInfo },
  },
  methods: {
    close: { parameters: [socketId], promise: true },
    create: {
      parameters: [{ name: 'properties', type: socketProperties, optional: true }],
      promise: true,
      result: { name: 'createInfo', type: createInfo },
    },
    disconnect: { parameters: [socketId], promise: true },
    getInfo: { parameters: [socketId], promise: true, result: { name: 'socketInfo', type: socketInfo } },
    getSockets: {
      parameters: [],
      promise: true,
      result: { name: 'socketInfos', type: { kind: 'list', of: socketInfo } },
    },
    listen: {
      parameters: [
        socketId,
        { name: 'address', type: 'string' },
        { name: 'port', type: 'integer' },
        { name: 'backlog', type: 'integer', optional: true },
      ],
      promise: false,
      result: { name: 'result', type: 'integer' },
      permission: { operation: 'tcpServer.listen', host: 'address', port: 'port' },
    },
    setPaused: { parameters: [socketId, { name: 'paused', type: 'boolean' }], promise: true },
    update: { parameters: [socketId, { name: 'properties', type: socketProperties }], promise: true },
  },
} as const satisfies NamespaceRow
