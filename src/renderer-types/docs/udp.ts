import type { ErrorDoc, NamespaceDoc } from './doc-words.ts'
import { commonDictionaries, notFound } from './doc-words.ts'

const socketId = 'The id of the socket.'
const denied = (key: string): ErrorDoc => ({
  message: 'App does not have permission',
  when: `the manifest's \`sockets.udp.${key}\` does not allow it`,
})
const settled: ErrorDoc = {
  message: 'net::ERR_SOCKET_IS_CONNECTED',
  code: -23,
  when: 'the socket was bound already: these options come before {@link bind}',
}

export const udpDoc: NamespaceDoc<'udp'> = {
  text: 'UDP sockets: datagrams to and from anybody.',
  source: 'https://developer.chrome.com/docs/apps/reference/sockets/udp',
  methods: {
    bind: {
      text: 'Gives the socket an address and port of its own: it may send and, unless paused, receives. The result is 0.',
      parameters: {
        socketId,
        address: 'An IPv4 or IPv6 literal without brackets; `0.0.0.0` or `::` for all interfaces.',
        port: '0 to 65535; 0 for a free one, which {@link getInfo} then tells.',
      },
      errors: [
        notFound,
        denied('bind'),
        {
          message: 'net::ERR_INVALID_ARGUMENT',
          code: -4,
          when: 'the address is no IP literal, or the port is out of range',
        },
        { message: 'net::ERR_CONNECTION_FAILED', code: -104, when: 'the socket is bound already' },
        { message: 'net::ERR_SOCKET_IS_CONNECTED', code: -23, when: 'another bind of it is under way' },
        { message: 'net::ERR_ADDRESS_IN_USE', code: -147, when: 'somebody is bound there already' },
        { message: 'net::ERR_ADDRESS_INVALID', code: -108, when: 'the address is not one of this machine' },
        {
          message: 'net::ERR_ACCESS_DENIED',
          code: -10,
          when: 'the port is reserved for privileged programs',
        },
      ],
    },
    close: {
      text: 'Frees address and port and forgets the socket. Datagrams that wait are lost.',
      parameters: { socketId },
      errors: [notFound],
    },
    create: {
      text: 'Makes a socket that is not bound.',
      parameters: { properties: 'What to set from the start.' },
    },
    getInfo: { text: 'Tells the state of a socket.', parameters: { socketId }, errors: [notFound] },
    getJoinedGroups: {
      text: 'Lists the multicast groups of a socket in the order in which it joined them.',
      parameters: { socketId },
      errors: [notFound, denied('multicastMembership')],
    },
    getSockets: { text: 'Lists the UDP sockets of this app.' },
    joinGroup: {
      text: 'Joins a multicast group. The result is 0.',
      parameters: { socketId, address: "The group's address, of the family the socket is bound to." },
      errors: [
        notFound,
        denied('multicastMembership'),
        {
          message: 'net::ERR_ADDRESS_INVALID',
          code: -108,
          when: 'it is no IP literal, of the other family, or joined already',
        },
        { message: 'net::ERR_UNEXPECTED', code: -9, when: 'the socket is not bound' },
        { message: 'net::ERR_INVALID_ARGUMENT', code: -4, when: 'it is not a multicast address' },
      ],
    },
    leaveGroup: {
      text: 'Leaves a multicast group. The result is 0.',
      parameters: { socketId, address: 'The group.' },
      errors: [
        notFound,
        denied('multicastMembership'),
        { message: 'net::ERR_ADDRESS_INVALID', code: -108, when: 'the socket has not joined it' },
        {
          message: 'net::ERR_INVALID_ARGUMENT',
          code: -4,
          when: 'its network interface has gone; the group stays in the list, as in Chrome',
        },
      ],
    },
    send: {
      text: 'Sends one datagram. The answer comes when the system has taken it; nobody knows whether it arrives.',
      parameters: {
        socketId,
        data: 'The bytes, read at the time of the call: at most 65507.',
        address:
          'A host name, of which the first address is used, or an IPv4 or IPv6 literal without brackets.',
        port: '1 to 65535.',
        dnsQueryType: 'Which addresses of a host name to use. Default: `any`.',
      },
      errors: [
        notFound,
        denied('send'),
        { message: 'Exceeded write quota.', when: 'more than 200 MiB of this app wait to be sent' },
        { message: 'net::ERR_SOCKET_NOT_CONNECTED', code: -15, when: 'the socket is not bound' },
        { message: 'net::ERR_NAME_NOT_RESOLVED', code: -105, when: 'the host name has no such address' },
        { message: 'net::ERR_MSG_TOO_BIG', code: -142, when: 'it is too long for a datagram' },
        {
          message: 'net::ERR_ADDRESS_UNREACHABLE',
          code: -109,
          when: 'there is no route, or the families differ',
        },
        {
          message: 'net::ERR_ACCESS_DENIED',
          code: -10,
          when: 'it is a broadcast and {@link setBroadcast} is off',
        },
        { message: 'net::ERR_INVALID_ARGUMENT', code: -4, when: 'the port is out of range' },
      ],
    },
    setBroadcast: {
      text: 'Allows or forbids sending to broadcast addresses. The result is 0. It is forbidden at first.',
      parameters: { socketId, enabled: 'True to allow.' },
      errors: [
        notFound,
        { message: 'net::ERR_SOCKET_NOT_CONNECTED', code: -15, when: 'the socket is not bound' },
      ],
    },
    setMulticastLoopbackMode: {
      text: 'Says whether datagrams to a group come back to sockets of this machine. The result is 0. They do at first.',
      parameters: { socketId, enabled: 'True if they shall come back.' },
      errors: [notFound, settled],
    },
    setMulticastTimeToLive: {
      text: 'Says how many routers a datagram to a group may pass. The result is 0. It is 1 at first.',
      parameters: { socketId, ttl: '0 to 255.' },
      errors: [
        notFound,
        settled,
        { message: 'net::ERR_INVALID_ARGUMENT', code: -4, when: 'it is out of range' },
      ],
    },
    setPaused: {
      text: 'Pauses or resumes receiving. While paused datagrams wait, up to 256 KiB; what comes on top is lost.',
      parameters: { socketId, paused: 'True to pause, false to resume.' },
      errors: [notFound],
    },
    update: {
      text: 'Changes the properties that are given and leaves the others.',
      parameters: { socketId, properties: 'What to change.' },
      errors: [notFound],
    },
  },
  events: {
    onReceive: 'A datagram has come, whole.',
    onReceiveError:
      'Receiving has failed and the socket is now paused: -142 when a datagram was longer than `bufferSize`, and is lost.',
  },
  dictionaries: {
    SocketProperties: {
      ...commonDictionaries.SocketProperties,
      bufferSize: 'Bytes of the longest datagram to be received. Default, also for 0 and less: 4096.',
    },
    CreateInfo: {
      socketId: 'The id of the new socket. Ids of udp and of tcp sockets are counted separately.',
    },
    SendInfo: commonDictionaries.SendInfo,
    SocketInfo: {
      bufferSize: 'Bytes of the longest datagram to be received, if it was set.',
      localAddress: 'Its own address, when bound.',
      localPort: 'Its own port, when bound.',
      name: 'The name it was given, if any.',
      paused: 'True while nothing is received.',
      persistent: 'True if it outlives the last page of the app.',
      socketId: 'Its id.',
    },
    ReceiveInfo: {
      data: 'The bytes, none for an empty datagram.',
      remoteAddress: "The sender's address.",
      remotePort: "The sender's port.",
      socketId,
    },
    ReceiveErrorInfo: commonDictionaries.ReceiveErrorInfo,
  },
}
