import { dictionary, result, socketId } from '../common.ts'
import type { EnumWord, ListWord } from '../words.ts'
import type { AppNamespaceRow } from './words.ts'

const printed = 'socket'
const permission = 'socket'

const SocketType = { TCP: 'tcp', UDP: 'udp' } as const

const socketType = {
  kind: 'enum',
  name: `${printed}.SocketType`,
  values: [SocketType.TCP, SocketType.UDP],
} as const satisfies EnumWord

const createOptions = dictionary(`${printed}.CreateOptions`, {})
const createInfo = dictionary(`${printed}.CreateInfo`, { socketId: { type: 'integer' } })

const acceptInfo = dictionary(`${printed}.AcceptInfo`, {
  resultCode: { type: 'integer' },
  socketId: { type: 'integer', optional: true },
})

const readInfo = dictionary(`${printed}.ReadInfo`, {
  data: { type: 'binary' },
  resultCode: { type: 'integer' },
})

const writeInfo = dictionary(`${printed}.WriteInfo`, { bytesWritten: { type: 'integer' } })

const recvFromInfo = dictionary(`${printed}.RecvFromInfo`, {
  address: { type: 'string' },
  data: { type: 'binary' },
  port: { type: 'integer' },
  resultCode: { type: 'integer' },
})

const socketInfo = dictionary(`${printed}.SocketInfo`, {
  connected: { type: 'boolean' },
  localAddress: { type: 'string', optional: true },
  localPort: { type: 'integer', optional: true },
  peerAddress: { type: 'string', optional: true },
  peerPort: { type: 'integer', optional: true },
  socketType: { type: socketType },
})

const networkInterface = dictionary(`${printed}.NetworkInterface`, {
  address: { type: 'string' },
  name: { type: 'string' },
  prefixLength: { type: 'integer' },
})

const networkInterfaces = { kind: 'list', of: networkInterface } as const satisfies ListWord
const groups = { kind: 'list', of: 'string' } as const satisfies ListWord

const tlsVersionConstraints = dictionary(`${printed}.TLSVersionConstraints`, {
  max: { type: 'string', optional: true },
  min: { type: 'string', optional: true },
})

const secureOptions = dictionary(`${printed}.SecureOptions`, {
  tlsVersion: { type: tlsVersionConstraints, optional: true },
})

const address = { name: 'address', type: 'string' } as const
const port = { name: 'port', type: 'integer' } as const
const data = { name: 'data', type: 'binary' } as const
const bufferSize = { name: 'bufferSize', type: 'integer', optional: true } as const
const code = { home: 'main', promise: false, result } as const
const flag = { home: 'main', promise: false, result: { name: 'result', type: 'boolean' } } as const

/** `chrome.socket`, which was there before `chrome.sockets`: it is asked for what has come. */
export const socket = {
  path: printed,
  printed,
  permission,
  enums: { SocketType },
  events: {},
  methods: {
    accept: {
      home: 'main',
      promise: false,
      parameters: [socketId],
      result: { name: 'acceptInfo', type: acceptInfo },
    },
    bind: { ...code, parameters: [socketId, address, port] },
    connect: { ...code, parameters: [socketId, { name: 'hostname', type: 'string' }, port] },
    create: {
      home: 'main',
      promise: true,
      parameters: [
        { name: 'type', type: socketType },
        { name: 'options', type: createOptions, optional: true },
      ],
      result: { name: 'createInfo', type: createInfo },
    },
    destroy: { home: 'main', promise: false, noCallback: true, parameters: [socketId] },
    disconnect: { home: 'main', promise: false, noCallback: true, parameters: [socketId] },
    getInfo: {
      home: 'main',
      promise: true,
      parameters: [socketId],
      result: { name: 'result', type: socketInfo },
    },
    getJoinedGroups: {
      home: 'main',
      promise: false,
      parameters: [socketId],
      result: { name: 'groups', type: groups },
    },
    getNetworkList: {
      home: 'main',
      promise: true,
      parameters: [],
      result: { name: 'result', type: networkInterfaces },
    },
    joinGroup: { ...code, parameters: [socketId, address] },
    leaveGroup: { ...code, parameters: [socketId, address] },
    listen: {
      ...code,
      parameters: [socketId, address, port, { name: 'backlog', type: 'integer', optional: true }],
    },
    read: {
      home: 'main',
      promise: false,
      parameters: [socketId, bufferSize],
      result: { name: 'readInfo', type: readInfo },
    },
    recvFrom: {
      home: 'main',
      promise: false,
      parameters: [socketId, bufferSize],
      result: { name: 'recvFromInfo', type: recvFromInfo },
    },
    secure: { ...code, parameters: [socketId, { name: 'options', type: secureOptions, optional: true }] },
    sendTo: {
      home: 'main',
      promise: false,
      parameters: [socketId, data, address, port],
      result: { name: 'writeInfo', type: writeInfo },
    },
    setKeepAlive: {
      ...flag,
      parameters: [
        socketId,
        { name: 'enable', type: 'boolean' },
        { name: 'delay', type: 'integer', optional: true },
      ],
    },
    setMulticastLoopbackMode: { ...code, parameters: [socketId, { name: 'enabled', type: 'boolean' }] },
    setMulticastTimeToLive: { ...code, parameters: [socketId, { name: 'ttl', type: 'integer' }] },
    setNoDelay: { ...flag, parameters: [socketId, { name: 'noDelay', type: 'boolean' }] },
    write: {
      home: 'page',
      promise: false,
      parameters: [socketId, data],
      result: { name: 'writeInfo', type: writeInfo },
    },
  },
} as const satisfies AppNamespaceRow

/** What `write` gives the main process: no more at a time than a message takes. */
export const socketPieces = {
  path: undefined,
  printed: 'socketPieces',
  permission,
  enums: {},
  events: {},
  methods: {
    write: {
      home: 'main',
      promise: false,
      parameters: [socketId, data],
      result: { name: 'bytesWritten', type: 'integer' },
    },
  },
} as const satisfies AppNamespaceRow
