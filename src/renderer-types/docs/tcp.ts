import type { NamespaceDoc } from './doc-words.ts'
import { commonDictionaries, notFound } from './doc-words.ts'

const socketId = 'The id of the socket.'
const notFoundWithCode = { ...notFound, code: -2 }
const refusedOption = {
  message: 'net::ERR_FAILED',
  code: -2,
  when: 'the socket is not connected, or the system refuses the value',
}

export const tcpDoc: NamespaceDoc<'tcp'> = {
  text: 'TCP connections: those a server has accepted, and those the app opens itself.',
  source: 'https://developer.chrome.com/docs/apps/reference/sockets/tcp',
  methods: {
    close: {
      text: 'Sends what is waiting to be sent, closes the connection and forgets the socket.',
      parameters: { socketId },
      errors: [notFound],
    },
    connect: {
      text: 'Connects to a server. The result is 0; received bytes then raise {@link onReceive} unless paused.',
      parameters: {
        socketId,
        peerAddress: 'A host name, or an IPv4 or IPv6 literal without brackets.',
        peerPort: '0 to 65535.',
        dnsQueryType: 'Which addresses of a host name to use. Default: `any`.',
      },
      errors: [
        notFound,
        {
          message: 'Does not have permission',
          when: "the manifest's `sockets.tcp.connect` does not allow it",
        },
        { message: 'net::ERR_NAME_NOT_RESOLVED', code: -105, when: 'the host name has no such address' },
        { message: 'net::ERR_CONNECTION_REFUSED', code: -102, when: 'nobody listens there' },
        { message: 'net::ERR_CONNECTION_TIMED_OUT', code: -118, when: 'nobody answers' },
        { message: 'net::ERR_ADDRESS_UNREACHABLE', code: -109, when: 'there is no route' },
        { message: 'net::ERR_INTERNET_DISCONNECTED', code: -106, when: 'there is no network at all' },
        { message: 'net::ERR_SOCKET_IS_CONNECTED', code: -23, when: 'the socket is connected already' },
        {
          message: 'net::ERR_CONNECTION_FAILED',
          code: -104,
          when: 'a connect is under way, or the socket came from a server',
        },
        { message: 'net::ERR_INVALID_ARGUMENT', code: -4, when: 'the port is out of range' },
        { message: 'net::ERR_ABORTED', code: -3, when: 'the socket was disconnected meanwhile' },
      ],
    },
    create: {
      text: 'Makes a socket that is not connected.',
      parameters: { properties: 'What to set from the start.' },
    },
    disconnect: {
      text:
        'Sends what is waiting to be sent and closes the connection; the socket stays and may connect again. ' +
        'If it was receiving, {@link onReceiveError} with -100 follows and it is paused, as in Chrome.',
      parameters: { socketId },
      errors: [notFound],
    },
    getInfo: { text: 'Tells the state of a socket.', parameters: { socketId }, errors: [notFound] },
    getSockets: { text: 'Lists the TCP sockets of this app, accepted ones included.' },
    secure: {
      text:
        'Begins TLS on a connected client socket. The result is 0; the socket then has no name and no bufferSize. ' +
        'It must have been paused before {@link connect}, as in Chrome; after a failure it is gone.',
      parameters: {
        socketId,
        options: 'The versions of TLS to allow. Default: 1.2 and 1.3.',
      },
      errors: [
        { ...notFound, code: -4 },
        { message: 'Socket not connected', code: -4, when: 'it is not connected' },
        {
          message: 'Socket must be a connected client TCP socket.',
          code: -4,
          when: 'it was secured already',
        },
        {
          message: 'net::ERR_FAILED',
          code: -2,
          when: 'it was not paused before connect, or came from a server',
        },
        {
          message: 'net::ERR_CERT_COMMON_NAME_INVALID',
          code: -200,
          when: 'the certificate is for another host',
        },
        {
          message: 'net::ERR_CERT_DATE_INVALID',
          code: -201,
          when: 'the certificate is expired, or not yet valid',
        },
        {
          message: 'net::ERR_CERT_AUTHORITY_INVALID',
          code: -202,
          when: 'nobody trusted has issued the certificate',
        },
        { message: 'net::ERR_SSL_PROTOCOL_ERROR', code: -107, when: 'the peer does not speak TLS' },
        {
          message: 'net::ERR_SSL_VERSION_OR_CIPHER_MISMATCH',
          code: -113,
          when: 'there is no version or cipher both know',
        },
        {
          message: 'net::ERR_CONNECTION_CLOSED',
          code: -100,
          when: 'the peer closed the connection meanwhile',
        },
        { message: 'net::ERR_CONNECTION_RESET', code: -101, when: 'the peer reset the connection meanwhile' },
      ],
    },
    send: {
      text: 'Sends bytes. The answer comes when the system has taken all of them; answers keep the order of the calls.',
      parameters: { socketId, data: 'The bytes, read at the time of the call.' },
      errors: [
        notFound,
        { message: 'Exceeded write quota.', when: 'more than 200 MiB of this app wait to be sent' },
        { message: 'net::ERR_SOCKET_NOT_CONNECTED', code: -15, when: 'the socket is not connected' },
        {
          message: 'net::ERR_FAILED',
          code: -2,
          when: 'the connection broke; the socket is now disconnected',
        },
      ],
    },
    setKeepAlive: {
      text: 'Switches TCP keep-alive. The result is 0.',
      parameters: {
        socketId,
        enable: 'True to switch it on.',
        delay: "Seconds without traffic until the first probe, 0 to 32767. Default: 0, the system's own.",
      },
      errors: [notFoundWithCode, refusedOption],
    },
    setNoDelay: {
      text: "Switches Nagle's algorithm off (true) or on (false). The result is 0.",
      parameters: { socketId, noDelay: 'True to send small pieces at once.' },
      errors: [notFoundWithCode, refusedOption],
    },
    setPaused: {
      text: 'Pauses or resumes receiving. While paused the bytes wait and the peer is slowed down.',
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
    onReceive: 'Bytes have come.',
    onReceiveError:
      'Nothing more will come and the socket is disconnected and paused: -100 when the peer has closed the connection, ' +
      '-101 when it was reset.',
  },
  dictionaries: {
    SocketProperties: {
      ...commonDictionaries.SocketProperties,
      bufferSize: 'Bytes of one {@link onReceive}, at most. Default, also for 0 and less: 4096.',
    },
    CreateInfo: {
      socketId: 'The id of the new socket. Ids of tcpServer and tcp sockets are counted separately.',
    },
    SecureOptions: { tlsVersion: 'The lowest and the highest version of TLS to allow.' },
    TLSVersionConstraints: {
      min: '`tls1.2` or `tls1.3`; older ones count as `tls1.2`.',
      max: '`tls1.2` or `tls1.3`.',
    },
    SendInfo: commonDictionaries.SendInfo,
    SocketInfo: {
      bufferSize: 'Bytes of one {@link onReceive}, at most, if it was set.',
      connected: 'True while it is connected.',
      localAddress: 'Its own address, when connected.',
      localPort: 'Its own port, when connected.',
      name: 'The name it was given, if any.',
      paused: 'True while nothing is received.',
      peerAddress: "The peer's address, when connected.",
      peerPort: "The peer's port, when connected.",
      persistent: 'True if it outlives the last page of the app.',
      socketId: 'Its id.',
    },
    ReceiveInfo: { data: 'The bytes: at least one, at most `bufferSize`.', socketId },
    ReceiveErrorInfo: commonDictionaries.ReceiveErrorInfo,
  },
}
