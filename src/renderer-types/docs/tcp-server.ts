import type { NamespaceDoc } from './doc-words.ts'
import { commonDictionaries, notFound } from './doc-words.ts'

const socketId = 'The id of the server socket.'

export const tcpServerDoc: NamespaceDoc<'tcpServer'> = {
  text: 'Servers that accept TCP connections.',
  source: 'https://developer.chrome.com/docs/apps/reference/sockets/tcpServer',
  methods: {
    close: {
      text: 'Stops listening, frees address and port, and forgets the socket. Accepted clients live on.',
      parameters: { socketId },
      errors: [notFound],
    },
    create: {
      text: 'Makes a server socket. It does nothing until {@link listen}.',
      parameters: { properties: 'What to set from the start.' },
    },
    disconnect: {
      text: 'Stops listening and frees address and port. The socket stays and may listen again; accepted clients live on.',
      parameters: { socketId },
      errors: [notFound],
    },
    getInfo: { text: 'Tells the state of a server socket.', parameters: { socketId }, errors: [notFound] },
    getSockets: { text: 'Lists the server sockets of this app.' },
    listen: {
      text: 'Listens for connections on an address and port. Each raises {@link onAccept}. The result is 0.',
      parameters: {
        socketId,
        address: 'An IPv4 or IPv6 literal without brackets; `0.0.0.0` or `::` for all interfaces.',
        port: '0 to 65535; 0 for a free one, which {@link getInfo} then tells.',
        backlog: 'Connections that may wait to be accepted, 1 or more. Default: what the system allows.',
      },
      errors: [
        notFound,
        {
          message: 'Does not have permission',
          when: "the manifest's `sockets.tcpServer.listen` does not allow it",
        },
        {
          message: 'net::ERR_INVALID_ARGUMENT',
          code: -4,
          when: 'the address is no IP literal, the port is out of range, or the backlog is 0',
        },
        { message: 'net::ERR_ADDRESS_IN_USE', code: -147, when: 'somebody listens there already' },
        { message: 'net::ERR_ADDRESS_INVALID', code: -108, when: 'the address is not one of this machine' },
        {
          message: 'net::ERR_ACCESS_DENIED',
          code: -10,
          when: 'the port is reserved for privileged programs',
        },
        { message: 'net::ERR_INSUFFICIENT_RESOURCES', code: -12, when: 'the process is out of descriptors' },
        {
          message: 'net::ERR_ABORTED',
          code: -3,
          when: 'the socket was disconnected before it listened',
        },
      ],
    },
    setPaused: {
      text: 'Pauses or resumes accepting. While paused, connections wait, up to the backlog; further ones are reset.',
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
    onAccept:
      'A client has connected. Its socket is one of `chrome.sockets.tcp` and is paused: add listeners, then call ' +
      '`chrome.sockets.tcp.setPaused(clientSocketId, false)` to receive.',
    onAcceptError:
      'Accepting has failed and the server socket is now paused; `setPaused(socketId, false)` resumes it.',
  },
  dictionaries: {
    SocketProperties: commonDictionaries.SocketProperties,
    CreateInfo: {
      socketId: 'The id of the new socket. Ids of tcpServer and tcp sockets are counted separately.',
    },
    SocketInfo: {
      localAddress: 'The address it listens on, when it does.',
      localPort: 'The port it listens on, when it does.',
      name: 'The name it was given, if any.',
      paused: 'True while it accepts no connections.',
      persistent: 'True if it outlives the last page of the app.',
      socketId: 'Its id.',
    },
    AcceptInfo: { clientSocketId: 'The id, in `chrome.sockets.tcp`, of the new client.', socketId },
    AcceptErrorInfo: { resultCode: "Chromium's net error code, negative.", socketId },
  },
}
