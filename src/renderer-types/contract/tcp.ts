import { declareCommonWords, dictionary, result, socketId } from './common.ts'
import type { NamespaceRow } from './words.ts'

const path = 'sockets.tcp'
const { createInfo, dnsQueryType, enums, receiveErrorInfo, sendInfo, socketProperties } =
  declareCommonWords(path)

const tlsVersionConstraints = dictionary(`${path}.TLSVersionConstraints`, {
  min: { type: 'string', optional: true },
  max: { type: 'string', optional: true },
})

const secureOptions = dictionary(`${path}.SecureOptions`, {
  tlsVersion: { type: tlsVersionConstraints, optional: true },
})

const socketInfo = dictionary(`${path}.SocketInfo`, {
  bufferSize: { type: 'integer', optional: true },
  connected: { type: 'boolean' },
  localAddress: { type: 'string', optional: true },
  localPort: { type: 'integer', optional: true },
  name: { type: 'string', optional: true },
  paused: { type: 'boolean' },
  peerAddress: { type: 'string', optional: true },
  peerPort: { type: 'integer', optional: true },
  persistent: { type: 'boolean' },
  socketId: { type: 'integer' },
})

const receiveInfo = dictionary(`${path}.ReceiveInfo`, {
  data: { type: 'binary' },
  socketId: { type: 'integer' },
})

/** `chrome.sockets.tcp`. Rows stand in the order in which Chrome lists the namespace's keys. */
export const tcp = {
  path,
  denial: 'Does not have permission',
  enums,
  events: {
    onReceiveError: { payload: receiveErrorInfo },
    onReceive: { payload: receiveInfo },
  },
  methods: {
    close: { parameters: [socketId], promise: true },
    connect: {
      parameters: [
        socketId,
        { name: 'peerAddress', type: 'string' },
        { name: 'peerPort', type: 'integer' },
        { name: 'dnsQueryType', type: dnsQueryType, optional: true },
      ],
      promise: false,
      result,
      permission: { operation: 'tcp.connect', host: 'peerAddress', port: 'peerPort' },
    },
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
    secure: {
      parameters: [socketId, { name: 'options', type: secureOptions, optional: true }],
      promise: false,
      result,
      codeWhenNotFound: -4,
    },
    send: {
      parameters: [socketId, { name: 'data', type: 'binary' }],
      promise: false,
      result: { name: 'sendInfo', type: sendInfo },
      isStream: true,
    },
    setKeepAlive: {
      parameters: [
        socketId,
        { name: 'enable', type: 'boolean' },
        { name: 'delay', type: 'integer', optional: true },
      ],
      promise: false,
      result,
      codeWhenNotFound: -2,
    },
    setNoDelay: {
      parameters: [socketId, { name: 'noDelay', type: 'boolean' }],
      promise: false,
      result,
      codeWhenNotFound: -2,
    },
    setPaused: { parameters: [socketId, { name: 'paused', type: 'boolean' }], promise: true },
    update: { parameters: [socketId, { name: 'properties', type: socketProperties }], promise: true },
  },
} as const satisfies NamespaceRow
