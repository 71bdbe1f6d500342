import { declareCommonWords, dictionary, result, socketId } from './common.ts'
import type { NamespaceRow } from './words.ts'

const path = 'sockets.tcpServer'
const { createInfo } = declareCommonWords(path)

const socketProperties = dictionary(`${path}.SocketProperties`, {
  persistent: { type: 'boolean', optional: true },
  name: { type: 'string', optional: true },
})

const socketInfo = dictionary(`${path}.SocketInfo`, {
  localAddress: { type: 'string', optional: true },
  localPort: { type: 'integer', optional: true },
  name: { type: 'string', optional: true },
  paused: { type: 'boolean' },
  persistent: { type: 'boolean' },
  socketId: { type: 'integer' },
})

const acceptInfo = dictionary(`${path}.AcceptInfo`, {
  clientSocketId: { type: 'integer' },
  socketId: { type: 'integer' },
})

const acceptErrorInfo = dictionary(`${path}.AcceptErrorInfo`, {
  resultCode: { type: 'integer' },
  socketId: { type: 'integer' },
})

/** `chrome.sockets.tcpServer`. Rows stand in the order in which Chrome lists the namespace's keys. */
export const tcpServer = {
  path,
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
      result,
      permission: { operation: 'tcpServer.listen', host: 'address', port: 'port' },
    },
    setPaused: { parameters: [socketId, { name: 'paused', type: 'boolean' }], promise: true },
    update: { parameters: [socketId, { name: 'properties', type: socketProperties }], promise: true },
  },
} as const satisfies NamespaceRow
