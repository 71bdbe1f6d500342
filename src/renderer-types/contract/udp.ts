import { declareCommonWords, dictionary, result, socketId } from './common.ts'
import type { NamespaceRow } from './words.ts'

const path = 'sockets.udp'
const { createInfo, dnsQueryType, enums, receiveErrorInfo, sendInfo, socketProperties } =
  declareCommonWords(path)

const socketInfo = dictionary(`${path}.SocketInfo`, {
  bufferSize: { type: 'integer', optional: true },
  localAddress: { type: 'string', optional: true },
  localPort: { type: 'integer', optional: true },
  name: { type: 'string', optional: true },
  paused: { type: 'boolean' },
  persistent: { type: 'boolean' },
  socketId: { type: 'integer' },
})

const receiveInfo = dictionary(`${path}.ReceiveInfo`, {
  data: { type: 'binary' },
  remoteAddress: { type: 'string' },
  remotePort: { type: 'integer' },
  socketId: { type: 'integer' },
})

const group = { name: 'address', type: 'string' } as const
const multicast = { operation: 'udp.multicastMembership' } as const
const oneGroup = { ...multicast, host: 'address' } as const

/** `chrome.sockets.udp`. Rows stand in the order in which Chrome lists the namespace's keys. */
export const udp = {
  path,
  denial: 'App does not have permission',
  enums,
  events: {
    onReceiveError: { payload: receiveErrorInfo },
    onReceive: { payload: receiveInfo },
  },
  methods: {
    bind: {
      parameters: [socketId, { name: 'address', type: 'string' }, { name: 'port', type: 'integer' }],
      promise: false,
      result,
      permission: { operation: 'udp.bind', host: 'address', port: 'port' },
    },
    close: { parameters: [socketId], promise: true },
    create: {
      parameters: [{ name: 'properties', type: socketProperties, optional: true }],
      promise: true,
      result: { name: 'createInfo', type: createInfo },
    },
    getInfo: { parameters: [socketId], promise: true, result: { name: 'socketInfo', type: socketInfo } },
    getJoinedGroups: {
      parameters: [socketId],
      promise: true,
      result: { name: 'groups', type: { kind: 'list', of: 'string' } },
      permission: multicast,
    },
    getSockets: {
      parameters: [],
      promise: true,
      result: { name: 'socketInfos', type: { kind: 'list', of: socketInfo } },
    },
    joinGroup: { parameters: [socketId, group], promise: false, result, permission: oneGroup },
    leaveGroup: { parameters: [socketId, group], promise: false, result, permission: oneGroup },
    send: {
      parameters: [
        socketId,
        { name: 'data', type: 'binary' },
        { name: 'address', type: 'string' },
        { name: 'port', type: 'integer' },
        { name: 'dnsQueryType', type: dnsQueryType, optional: true },
      ],
      promise: false,
      result: { name: 'sendInfo', type: sendInfo },
      permission: { operation: 'udp.send', host: 'address', port: 'port' },
    },
    setBroadcast: {
      parameters: [socketId, { name: 'enabled', type: 'boolean' }],
      promise: false,
      result,
    },
    setMulticastLoopbackMode: {
      parameters: [socketId, { name: 'enabled', type: 'boolean' }],
      promise: false,
      result,
    },
    setMulticastTimeToLive: {
      parameters: [socketId, { name: 'ttl', type: 'integer' }],
      promise: false,
      result,
    },
    setPaused: { parameters: [socketId, { name: 'paused', type: 'boolean' }], promise: true },
    update: { parameters: [socketId, { name: 'properties', type: socketProperties }], promise: true },
  },
} as const satisfies NamespaceRow
