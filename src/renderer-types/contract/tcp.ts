import type { DictionaryWord, EnumWord, NamespaceRow } from './words.ts'

const socketId = { name: 'socketId', type: 'integer' } as const
const result = { name: 'result', type: 'integer' } as const

const socketProperties = {
  kind: 'dictionary',
  name: 'sockets.tcp.SocketProperties',
  properties: {
    persistent: { type: 'boolean', optional: true },
    name: { type: 'string', optional: true },
    bufferSize: { type: 'integer', optional: true },
  },
} as const satisfies DictionaryWord

const dnsQueryType = {
  kind: 'enum',
  name: 'sockets.tcp.DnsQueryType',
  values: ['any', 'ipv4', 'ipv6'],
} as const satisfies EnumWord

const tlsVersionConstraints = {
  kind: 'dictionary',
  name: 'sockets.tcp.TLSVersionConstraints',
  properties: { min: { type: 'string', optional: true }, max: { type: 'string', optional: true } },
} as const satisfies DictionaryWord

const secureOptions = {
  kind: 'dictionary',
  name: 'sockets.tcp.SecureOptions',
  properties: { tlsVersion: { type: tlsVersionConstraints, optional: true } },
} as const satisfies DictionaryWord

const createInfo = {
  kind: 'dictionary',
  name: 'sockets.tcp.CreateInfo',
  properties: { socketId: { type: 'integer' } },
} as const satisfies DictionaryWord

const sendInfo = {
  kind: 'dictionary',
  name: 'sockets.tcp.SendInfo',
  properties: { bytesSent: { type: 'integer', optional: true }, resultCode: { type: 'integer' } },
} as const satisfies DictionaryWord

const socketInfo = {
  kind: 'dictionary',
  name: 'sockets.tcp.SocketInfo',
  properties: {
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
  },
} as const satisfies DictionaryWord

const receiveInfo = {
  kind: 'dictionary',
  name: 'sockets.tcp.ReceiveInfo',
  properties: { data: { type: 'binary' }, socketId: { type: 'integer' } },
} as const satisfies DictionaryWord

const receiveErrorInfo = {
  kind: 'dictionary',
  name: 'sockets.tcp.ReceiveErrorInfo',
  properties: { resultCode: { type: 'integer' }, socketId: { type: 'integer' } },
} as const satisfies DictionaryWord

/** `chrome.sockets.tcp`. Rows stand in the order in which Chrome lists the namespace's keys. */
export const tcp = {
  path: 'sockets.tcp',
  denial: 'Does not have permission',
  enums: { DnsQueryType: { ANY: 'any', IPV4: 'ipv4', IPV6: 'ipv6' } },
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
      countsAgainstQuota: true,
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
