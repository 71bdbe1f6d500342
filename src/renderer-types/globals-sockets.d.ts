// Generated from the contract by `npm run generate`; to change it, change src/renderer-types.

declare namespace chrome.sockets {
  /** An event of `chrome.sockets`. Every listener is called with the same object. */
  interface SocketEvent<Info> {
    /** Adds a listener; one that is there already is not added again. */
    addListener(callback: (info: Info) => void): void
    /** Removes the very function that was added. */
    removeListener(callback: (info: Info) => void): void
    hasListener(callback: (info: Info) => void): boolean
    hasListeners(): boolean
  }

  /**
   * TCP connections: those a server has accepted, and those the app opens itself.
   * @see https://developer.chrome.com/docs/apps/reference/sockets/tcp
   */
  namespace tcp {
    type DnsQueryType = 'any' | 'ipv4' | 'ipv6'

    interface SocketProperties {
      /** True keeps the socket when the last page of the app goes. Default: false. */
      persistent?: boolean | null | undefined
      /** Any text, for the app's own use. */
      name?: string | null | undefined
      /** Bytes of one {@link onReceive}, at most. Default, also for 0 and less: 4096. */
      bufferSize?: number | null | undefined
    }

    interface CreateInfo {
      /** The id of the new socket. Ids of tcpServer and tcp sockets are counted separately. */
      socketId: number
    }

    interface SocketInfo {
      /** Bytes of one {@link onReceive}, at most, if it was set. */
      bufferSize?: number | undefined
      /** True while it is connected. */
      connected: boolean
      /** Its own address, when connected. */
      localAddress?: string | undefined
      /** Its own port, when connected. */
      localPort?: number | undefined
      /** The name it was given, if any. */
      name?: string | undefined
      /** True while nothing is received. */
      paused: boolean
      /** The peer's address, when connected. */
      peerAddress?: string | undefined
      /** The peer's port, when connected. */
      peerPort?: number | undefined
      /** True if it outlives the last page of the app. */
      persistent: boolean
      /** Its id. */
      socketId: number
    }

    interface SecureOptions {
      /** The lowest and the highest version of TLS to allow. */
      tlsVersion?: TLSVersionConstraints | null | undefined
    }

    interface TLSVersionConstraints {
      /** `tls1.2` or `tls1.3`; older ones count as `tls1.2`. */
      min?: string | null | undefined
      /** `tls1.2` or `tls1.3`. */
      max?: string | null | undefined
    }

    interface SendInfo {
      /** Bytes sent: all of them, when resultCode is 0. */
      bytesSent?: number | undefined
      /** 0, or Chromium's net error code, negative. */
      resultCode: number
    }

    interface ReceiveErrorInfo {
      /** Chromium's net error code, negative. */
      resultCode: number
      /** The id of the socket. */
      socketId: number
    }

    interface ReceiveInfo {
      /** The bytes: at least one, at most `bufferSize`. */
      data: ArrayBuffer
      /** The id of the socket. */
      socketId: number
    }

    const DnsQueryType: { ANY: 'any'; IPV4: 'ipv4'; IPV6: 'ipv6' }

    /**
     * Sends what is waiting to be sent, closes the connection and forgets the socket.
     *
     * Errors:
     * - `Socket not found`: no socket of this app has this id
     *
     * @param socketId The id of the socket.
     * @see https://developer.chrome.com/docs/apps/reference/sockets/tcp#method-close
     */
    function close(socketId: number, callback: () => void): void
    function close(socketId: number): Promise<void>

    /**
     * Connects to a server. The result is 0; received bytes then raise {@link onReceive} unless paused.
     *
     * Errors:
     * - `Socket not found`: no socket of this app has this id
     * - `Does not have permission`: the manifest's `sockets.tcp.connect` does not allow it
     * - `net::ERR_NAME_NOT_RESOLVED` (-105): the host name has no such address
     * - `net::ERR_CONNECTION_REFUSED` (-102): nobody listens there
     * - `net::ERR_CONNECTION_TIMED_OUT` (-118): nobody answers
     * - `net::ERR_ADDRESS_UNREACHABLE` (-109): there is no route
     * - `net::ERR_INTERNET_DISCONNECTED` (-106): there is no network at all
     * - `net::ERR_SOCKET_IS_CONNECTED` (-23): the socket is connected already
     * - `net::ERR_CONNECTION_FAILED` (-104): a connect is under way, or the socket came from a server
     * - `net::ERR_INVALID_ARGUMENT` (-4): the port is out of range
     * - `net::ERR_ABORTED` (-3): the socket was disconnected meanwhile
     *
     * @param socketId The id of the socket.
     * @param peerAddress A host name, or an IPv4 or IPv6 literal without brackets.
     * @param peerPort 0 to 65535.
     * @param dnsQueryType Which addresses of a host name to use. Default: `any`.
     * @see https://developer.chrome.com/docs/apps/reference/sockets/tcp#method-connect
     */
    function connect(
      socketId: number,
      peerAddress: string,
      peerPort: number,
      callback: (result: number) => void,
    ): void
    function connect(
      socketId: number,
      peerAddress: string,
      peerPort: number,
      dnsQueryType: DnsQueryType | null | undefined,
      callback: (result: number) => void,
    ): void

    /**
     * Makes a socket that is not connected.
     *
     * @param properties What to set from the start.
     * @see https://developer.chrome.com/docs/apps/reference/sockets/tcp#method-create
     */
    function create(callback: (createInfo: CreateInfo) => void): void
    function create(
      properties: SocketProperties | null | undefined,
      callback: (createInfo: CreateInfo) => void,
    ): void
    function create(properties?: SocketProperties | null): Promise<CreateInfo>

    /**
     * Sends what is waiting to be sent and closes the connection; the socket stays and may connect again. If it was receiving, {@link onReceiveError} with -100 follows and it is paused, as in Chrome.
     *
     * Errors:
     * - `Socket not found`: no socket of this app has this id
     *
     * @param socketId The id of the socket.
     * @see https://developer.chrome.com/docs/apps/reference/sockets/tcp#method-disconnect
     */
    function disconnect(socketId: number, callback: () => void): void
    function disconnect(socketId: number): Promise<void>

    /**
     * Tells the state of a socket.
     *
     * Errors:
     * - `Socket not found`: no socket of this app has this id
     *
     * @param socketId The id of the socket.
     * @see https://developer.chrome.com/docs/apps/reference/sockets/tcp#method-getInfo
     */
    function getInfo(socketId: number, callback: (socketInfo: SocketInfo) => void): void
    function getInfo(socketId: number): Promise<SocketInfo>

    /**
     * Lists the TCP sockets of this app, accepted ones included.
     *
     * @see https://developer.chrome.com/docs/apps/reference/sockets/tcp#method-getSockets
     */
    function getSockets(callback: (socketInfos: SocketInfo[]) => void): void
    function getSockets(): Promise<SocketInfo[]>

    /**
     * Begins TLS on a connected client socket. The result is 0; the socket then has no name and no bufferSize. It must have been paused before {@link connect}, as in Chrome; after a failure it is gone.
     *
     * Errors:
     * - `Socket not found` (-4): no socket of this app has this id
     * - `Socket not connected` (-4): it is not connected
     * - `Socket must be a connected client TCP socket.` (-4): it was secured already
     * - `net::ERR_FAILED` (-2): it was not paused before connect, or came from a server
     * - `net::ERR_CERT_COMMON_NAME_INVALID` (-200): the certificate is for another host
     * - `net::ERR_CERT_DATE_INVALID` (-201): the certificate is expired, or not yet valid
     * - `net::ERR_CERT_AUTHORITY_INVALID` (-202): nobody trusted has issued the certificate
     * - `net::ERR_SSL_PROTOCOL_ERROR` (-107): the peer does not speak TLS
     * - `net::ERR_SSL_VERSION_OR_CIPHER_MISMATCH` (-113): there is no version or cipher both know
     * - `net::ERR_CONNECTION_CLOSED` (-100): the peer closed the connection meanwhile
     * - `net::ERR_CONNECTION_RESET` (-101): the peer reset the connection meanwhile
     *
     * @param socketId The id of the socket.
     * @param options The versions of TLS to allow. Default: 1.2 and 1.3.
     * @see https://developer.chrome.com/docs/apps/reference/sockets/tcp#method-secure
     */
    function secure(socketId: number, callback: (result: number) => void): void
    function secure(
      socketId: number,
      options: SecureOptions | null | undefined,
      callback: (result: number) => void,
    ): void

    /**
     * Sends bytes. The answer comes when the system has taken all of them; answers keep the order of the calls.
     *
     * Errors:
     * - `Socket not found`: no socket of this app has this id
     * - `Exceeded write quota.`: more than 200 MiB of this app wait to be sent
     * - `net::ERR_SOCKET_NOT_CONNECTED` (-15): the socket is not connected
     * - `net::ERR_FAILED` (-2): the connection broke; the socket is now disconnected
     *
     * @param socketId The id of the socket.
     * @param data The bytes, read at the time of the call.
     * @see https://developer.chrome.com/docs/apps/reference/sockets/tcp#method-send
     */
    function send(
      socketId: number,
      data: ArrayBuffer | ArrayBufferView,
      callback: (sendInfo: SendInfo) => void,
    ): void

    /**
     * Switches TCP keep-alive. The result is 0.
     *
     * Errors:
     * - `Socket not found` (-2): no socket of this app has this id
     * - `net::ERR_FAILED` (-2): the socket is not connected, or the system refuses the value
     *
     * @param socketId The id of the socket.
     * @param enable True to switch it on.
     * @param delay Seconds without traffic until the first probe, 0 to 32767. Default: 0, the system's own.
     * @see https://developer.chrome.com/docs/apps/reference/sockets/tcp#method-setKeepAlive
     */
    function setKeepAlive(socketId: number, enable: boolean, callback: (result: number) => void): void
    function setKeepAlive(
      socketId: number,
      enable: boolean,
      delay: number | null | undefined,
      callback: (result: number) => void,
    ): void

    /**
     * Switches Nagle's algorithm off (true) or on (false). The result is 0.
     *
     * Errors:
     * - `Socket not found` (-2): no socket of this app has this id
     * - `net::ERR_FAILED` (-2): the socket is not connected, or the system refuses the value
     *
     * @param socketId The id of the socket.
     * @param noDelay True to send small pieces at once.
     * @see https://developer.chrome.com/docs/apps/reference/sockets/tcp#method-setNoDelay
     */
    function setNoDelay(socketId: number, noDelay: boolean, callback: (result: number) => void): void

    /**
     * Pauses or resumes receiving. While paused the bytes wait and the peer is slowed down.
     *
     * Errors:
     * - `Socket not found`: no socket of this app has this id
     *
     * @param socketId The id of the socket.
     * @param paused True to pause, false to resume.
     * @see https://developer.chrome.com/docs/apps/reference/sockets/tcp#method-setPaused
     */
    function setPaused(socketId: number, paused: boolean, callback: () => void): void
    function setPaused(socketId: number, paused: boolean): Promise<void>

    /**
     * Changes the properties that are given and leaves the others.
     *
     * Errors:
     * - `Socket not found`: no socket of this app has this id
     *
     * @param socketId The id of the socket.
     * @param properties What to change.
     * @see https://developer.chrome.com/docs/apps/reference/sockets/tcp#method-update
     */
    function update(socketId: number, properties: SocketProperties, callback: () => void): void
    function update(socketId: number, properties: SocketProperties): Promise<void>

    /**
     * Nothing more will come and the socket is disconnected and paused: -100 when the peer has closed the connection, -101 when it was reset.
     * @see https://developer.chrome.com/docs/apps/reference/sockets/tcp#event-onReceiveError
     */
    const onReceiveError: SocketEvent<ReceiveErrorInfo>

    /**
     * Bytes have come.
     * @see https://developer.chrome.com/docs/apps/reference/sockets/tcp#event-onReceive
     */
    const onReceive: SocketEvent<ReceiveInfo>
  }

  /**
   * Servers that accept TCP connections.
   * @see https://developer.chrome.com/docs/apps/reference/sockets/tcpServer
   */
  namespace tcpServer {
    interface SocketProperties {
      /** True keeps the socket when the last page of the app goes. Default: false. */
      persistent?: boolean | null | undefined
      /** Any text, for the app's own use. */
      name?: string | null | undefined
    }

    interface CreateInfo {
      /** The id of the new socket. Ids of tcpServer and tcp sockets are counted separately. */
      socketId: number
    }

    interface SocketInfo {
      /** The address it listens on, when it does. */
      localAddress?: string | undefined
      /** The port it listens on, when it does. */
      localPort?: number | undefined
      /** The name it was given, if any. */
      name?: string | undefined
      /** True while it accepts no connections. */
      paused: boolean
      /** True if it outlives the last page of the app. */
      persistent: boolean
      /** Its id. */
      socketId: number
    }

    interface AcceptErrorInfo {
      /** Chromium's net error code, negative. */
      resultCode: number
      /** The id of the server socket. */
      socketId: number
    }

    interface AcceptInfo {
      /** The id, in `chrome.sockets.tcp`, of the new client. */
      clientSocketId: number
      /** The id of the server socket. */
      socketId: number
    }

    /**
     * Stops listening, frees address and port, and forgets the socket. Accepted clients live on.
     *
     * Errors:
     * - `Socket not found`: no socket of this app has this id
     *
     * @param socketId The id of the server socket.
     * @see https://developer.chrome.com/docs/apps/reference/sockets/tcpServer#method-close
     */
    function close(socketId: number, callback: () => void): void
    function close(socketId: number): Promise<void>

    /**
     * Makes a server socket. It does nothing until {@link listen}.
     *
     * @param properties What to set from the start.
     * @see https://developer.chrome.com/docs/apps/reference/sockets/tcpServer#method-create
     */
    function create(callback: (createInfo: CreateInfo) => void): void
    function create(
      properties: SocketProperties | null | undefined,
      callback: (createInfo: CreateInfo) => void,
    ): void
    function create(properties?: SocketProperties | null): Promise<CreateInfo>

    /**
     * Stops listening and frees address and port. The socket stays and may listen again; accepted clients live on.
     *
     * Errors:
     * - `Socket not found`: no socket of this app has this id
     *
     * @param socketId The id of the server socket.
     * @see https://developer.chrome.com/docs/apps/reference/sockets/tcpServer#method-disconnect
     */
    function disconnect(socketId: number, callback: () => void): void
    function disconnect(socketId: number): Promise<void>

    /**
     * Tells the state of a server socket.
     *
     * Errors:
     * - `Socket not found`: no socket of this app has this id
     *
     * @param socketId The id of the server socket.
     * @see https://developer.chrome.com/docs/apps/reference/sockets/tcpServer#method-getInfo
     */
    function getInfo(socketId: number, callback: (socketInfo: SocketInfo) => void): void
    function getInfo(socketId: number): Promise<SocketInfo>

    /**
     * Lists the server sockets of this app.
     *
     * @see https://developer.chrome.com/docs/apps/reference/sockets/tcpServer#method-getSockets
     */
    function getSockets(callback: (socketInfos: SocketInfo[]) => void): void
    function getSockets(): Promise<SocketInfo[]>

    /**
     * Listens for connections on an address and port. Each raises {@link onAccept}. The result is 0.
     *
     * Errors:
     * - `Socket not found`: no socket of this app has this id
     * - `Does not have permission`: the manifest's `sockets.tcpServer.listen` does not allow it
     * - `net::ERR_INVALID_ARGUMENT` (-4): the address is no IP literal, the port is out of range, or the backlog is 0
     * - `net::ERR_ADDRESS_IN_USE` (-147): somebody listens there already
     * - `net::ERR_ADDRESS_INVALID` (-108): the address is not one of this machine
     * - `net::ERR_ACCESS_DENIED` (-10): the port is reserved for privileged programs
     * - `net::ERR_INSUFFICIENT_RESOURCES` (-12): the process is out of descriptors
     * - `net::ERR_ABORTED` (-3): the socket was disconnected before it listened
     *
     * @param socketId The id of the server socket.
     * @param address An IPv4 or IPv6 literal without brackets; `0.0.0.0` or `::` for all interfaces.
     * @param port 0 to 65535; 0 for a free one, which {@link getInfo} then tells.
     * @param backlog Connections that may wait to be accepted, 1 or more. Default: what the system allows.
     * @see https://developer.chrome.com/docs/apps/reference/sockets/tcpServer#method-listen
     */
    function listen(socketId: number, address: string, port: number, callback: (result: number) => void): void
    function listen(
      socketId: number,
      address: string,
      port: number,
      backlog: number | null | undefined,
      callback: (result: number) => void,
    ): void

    /**
     * Pauses or resumes accepting. While paused, connections wait, up to the backlog; further ones are reset.
     *
     * Errors:
     * - `Socket not found`: no socket of this app has this id
     *
     * @param socketId The id of the server socket.
     * @param paused True to pause, false to resume.
     * @see https://developer.chrome.com/docs/apps/reference/sockets/tcpServer#method-setPaused
     */
    function setPaused(socketId: number, paused: boolean, callback: () => void): void
    function setPaused(socketId: number, paused: boolean): Promise<void>

    /**
     * Changes the properties that are given and leaves the others.
     *
     * Errors:
     * - `Socket not found`: no socket of this app has this id
     *
     * @param socketId The id of the server socket.
     * @param properties What to change.
     * @see https://developer.chrome.com/docs/apps/reference/sockets/tcpServer#method-update
     */
    function update(socketId: number, properties: SocketProperties, callback: () => void): void
    function update(socketId: number, properties: SocketProperties): Promise<void>

    /**
     * Accepting has failed and the server socket is now paused; `setPaused(socketId, false)` resumes it.
     * @see https://developer.chrome.com/docs/apps/reference/sockets/tcpServer#event-onAcceptError
     */
    const onAcceptError: SocketEvent<AcceptErrorInfo>

    /**
     * A client has connected. Its socket is one of `chrome.sockets.tcp` and is paused: add listeners, then call `chrome.sockets.tcp.setPaused(clientSocketId, false)` to receive.
     * @see https://developer.chrome.com/docs/apps/reference/sockets/tcpServer#event-onAccept
     */
    const onAccept: SocketEvent<AcceptInfo>
  }

  /**
   * UDP sockets: datagrams to and from anybody.
   * @see https://developer.chrome.com/docs/apps/reference/sockets/udp
   */
  namespace udp {
    interface SocketProperties {
      /** True keeps the socket when the last page of the app goes. Default: false. */
      persistent?: boolean | null | undefined
      /** Any text, for the app's own use. */
      name?: string | null | undefined
      /** Bytes of the longest datagram to be received. Default, also for 0 and less: 4096. */
      bufferSize?: number | null | undefined
    }

    interface CreateInfo {
      /** The id of the new socket. Ids of udp and of tcp sockets are counted separately. */
      socketId: number
    }

    interface SocketInfo {
      /** Bytes of the longest datagram to be received, if it was set. */
      bufferSize?: number | undefined
      /** Its own address, when bound. */
      localAddress?: string | undefined
      /** Its own port, when bound. */
      localPort?: number | undefined
      /** The name it was given, if any. */
      name?: string | undefined
      /** True while nothing is received. */
      paused: boolean
      /** True if it outlives the last page of the app. */
      persistent: boolean
      /** Its id. */
      socketId: number
    }

    type DnsQueryType = 'any' | 'ipv4' | 'ipv6'

    interface SendInfo {
      /** Bytes sent: all of them, when resultCode is 0. */
      bytesSent?: number | undefined
      /** 0, or Chromium's net error code, negative. */
      resultCode: number
    }

    interface ReceiveErrorInfo {
      /** Chromium's net error code, negative. */
      resultCode: number
      /** The id of the socket. */
      socketId: number
    }

    interface ReceiveInfo {
      /** The bytes, none for an empty datagram. */
      data: ArrayBuffer
      /** The sender's address. */
      remoteAddress: string
      /** The sender's port. */
      remotePort: number
      /** The id of the socket. */
      socketId: number
    }

    const DnsQueryType: { ANY: 'any'; IPV4: 'ipv4'; IPV6: 'ipv6' }

    /**
     * Gives the socket an address and port of its own: it may send and, unless paused, receives. The result is 0.
     *
     * Errors:
     * - `Socket not found`: no socket of this app has this id
     * - `App does not have permission`: the manifest's `sockets.udp.bind` does not allow it
     * - `net::ERR_INVALID_ARGUMENT` (-4): the address is no IP literal, or the port is out of range
     * - `net::ERR_CONNECTION_FAILED` (-104): the socket is bound already
     * - `net::ERR_SOCKET_IS_CONNECTED` (-23): another bind of it is under way
     * - `net::ERR_ADDRESS_IN_USE` (-147): somebody is bound there already
     * - `net::ERR_ADDRESS_INVALID` (-108): the address is not one of this machine
     * - `net::ERR_ACCESS_DENIED` (-10): the port is reserved for privileged programs
     *
     * @param socketId The id of the socket.
     * @param address An IPv4 or IPv6 literal without brackets; `0.0.0.0` or `::` for all interfaces.
     * @param port 0 to 65535; 0 for a free one, which {@link getInfo} then tells.
     * @see https://developer.chrome.com/docs/apps/reference/sockets/udp#method-bind
     */
    function bind(socketId: number, address: string, port: number, callback: (result: number) => void): void

    /**
     * Frees address and port and forgets the socket. Datagrams that wait are lost.
     *
     * Errors:
     * - `Socket not found`: no socket of this app has this id
     *
     * @param socketId The id of the socket.
     * @see https://developer.chrome.com/docs/apps/reference/sockets/udp#method-close
     */
    function close(socketId: number, callback: () => void): void
    function close(socketId: number): Promise<void>

    /**
     * Makes a socket that is not bound.
     *
     * @param properties What to set from the start.
     * @see https://developer.chrome.com/docs/apps/reference/sockets/udp#method-create
     */
    function create(callback: (createInfo: CreateInfo) => void): void
    function create(
      properties: SocketProperties | null | undefined,
      callback: (createInfo: CreateInfo) => void,
    ): void
    function create(properties?: SocketProperties | null): Promise<CreateInfo>

    /**
     * Tells the state of a socket.
     *
     * Errors:
     * - `Socket not found`: no socket of this app has this id
     *
     * @param socketId The id of the socket.
     * @see https://developer.chrome.com/docs/apps/reference/sockets/udp#method-getInfo
     */
    function getInfo(socketId: number, callback: (socketInfo: SocketInfo) => void): void
    function getInfo(socketId: number): Promise<SocketInfo>

    /**
     * Lists the multicast groups of a socket in the order in which it joined them.
     *
     * Errors:
     * - `Socket not found`: no socket of this app has this id
     * - `App does not have permission`: the manifest's `sockets.udp.multicastMembership` does not allow it
     *
     * @param socketId The id of the socket.
     * @see https://developer.chrome.com/docs/apps/reference/sockets/udp#method-getJoinedGroups
     */
    function getJoinedGroups(socketId: number, callback: (groups: string[]) => void): void
    function getJoinedGroups(socketId: number): Promise<string[]>

    /**
     * Lists the UDP sockets of this app.
     *
     * @see https://developer.chrome.com/docs/apps/reference/sockets/udp#method-getSockets
     */
    function getSockets(callback: (socketInfos: SocketInfo[]) => void): void
    function getSockets(): Promise<SocketInfo[]>

    /**
     * Joins a multicast group. The result is 0.
     *
     * Errors:
     * - `Socket not found`: no socket of this app has this id
     * - `App does not have permission`: the manifest's `sockets.udp.multicastMembership` does not allow it
     * - `net::ERR_ADDRESS_INVALID` (-108): it is no IP literal, of the other family, or joined already
     * - `net::ERR_UNEXPECTED` (-9): the socket is not bound
     * - `net::ERR_INVALID_ARGUMENT` (-4): it is not a multicast address
     *
     * @param socketId The id of the socket.
     * @param address The group's address, of the family the socket is bound to.
     * @see https://developer.chrome.com/docs/apps/reference/sockets/udp#method-joinGroup
     */
    function joinGroup(socketId: number, address: string, callback: (result: number) => void): void

    /**
     * Leaves a multicast group. The result is 0.
     *
     * Errors:
     * - `Socket not found`: no socket of this app has this id
     * - `App does not have permission`: the manifest's `sockets.udp.multicastMembership` does not allow it
     * - `net::ERR_ADDRESS_INVALID` (-108): the socket has not joined it
     * - `net::ERR_INVALID_ARGUMENT` (-4): its network interface has gone; the group stays in the list, as in Chrome
     *
     * @param socketId The id of the socket.
     * @param address The group.
     * @see https://developer.chrome.com/docs/apps/reference/sockets/udp#method-leaveGroup
     */
    function leaveGroup(socketId: number, address: string, callback: (result: number) => void): void

    /**
     * Sends one datagram. The answer comes when the system has taken it; nobody knows whether it arrives.
     *
     * Errors:
     * - `Socket not found`: no socket of this app has this id
     * - `App does not have permission`: the manifest's `sockets.udp.send` does not allow it
     * - `Exceeded write quota.`: more than 200 MiB of this app wait to be sent
     * - `net::ERR_SOCKET_NOT_CONNECTED` (-15): the socket is not bound
     * - `net::ERR_NAME_NOT_RESOLVED` (-105): the host name has no such address
     * - `net::ERR_MSG_TOO_BIG` (-142): it is too long for a datagram
     * - `net::ERR_ADDRESS_UNREACHABLE` (-109): there is no route, or the families differ
     * - `net::ERR_ACCESS_DENIED` (-10): it is a broadcast and {@link setBroadcast} is off
     * - `net::ERR_INVALID_ARGUMENT` (-4): the port is out of range
     *
     * @param socketId The id of the socket.
     * @param data The bytes, read at the time of the call: at most 65507.
     * @param address A host name, of which the first address is used, or an IPv4 or IPv6 literal without brackets.
     * @param port 1 to 65535.
     * @param dnsQueryType Which addresses of a host name to use. Default: `any`.
     * @see https://developer.chrome.com/docs/apps/reference/sockets/udp#method-send
     */
    function send(
      socketId: number,
      data: ArrayBuffer | ArrayBufferView,
      address: string,
      port: number,
      callback: (sendInfo: SendInfo) => void,
    ): void
    function send(
      socketId: number,
      data: ArrayBuffer | ArrayBufferView,
      address: string,
      port: number,
      dnsQueryType: DnsQueryType | null | undefined,
      callback: (sendInfo: SendInfo) => void,
    ): void

    /**
     * Allows or forbids sending to broadcast addresses. The result is 0. It is forbidden at first.
     *
     * Errors:
     * - `Socket not found`: no socket of this app has this id
     * - `net::ERR_SOCKET_NOT_CONNECTED` (-15): the socket is not bound
     *
     * @param socketId The id of the socket.
     * @param enabled True to allow.
     * @see https://developer.chrome.com/docs/apps/reference/sockets/udp#method-setBroadcast
     */
    function setBroadcast(socketId: number, enabled: boolean, callback: (result: number) => void): void

    /**
     * Says whether datagrams to a group come back to sockets of this machine. The result is 0. They do at first.
     *
     * Errors:
     * - `Socket not found`: no socket of this app has this id
     * - `net::ERR_SOCKET_IS_CONNECTED` (-23): the socket was bound already: these options come before {@link bind}
     *
     * @param socketId The id of the socket.
     * @param enabled True if they shall come back.
     * @see https://developer.chrome.com/docs/apps/reference/sockets/udp#method-setMulticastLoopbackMode
     */
    function setMulticastLoopbackMode(
      socketId: number,
      enabled: boolean,
      callback: (result: number) => void,
    ): void

    /**
     * Says how many routers a datagram to a group may pass. The result is 0. It is 1 at first.
     *
     * Errors:
     * - `Socket not found`: no socket of this app has this id
     * - `net::ERR_SOCKET_IS_CONNECTED` (-23): the socket was bound already: these options come before {@link bind}
     * - `net::ERR_INVALID_ARGUMENT` (-4): it is out of range
     *
     * @param socketId The id of the socket.
     * @param ttl 0 to 255.
     * @see https://developer.chrome.com/docs/apps/reference/sockets/udp#method-setMulticastTimeToLive
     */
    function setMulticastTimeToLive(socketId: number, ttl: number, callback: (result: number) => void): void

    /**
     * Pauses or resumes receiving. While paused datagrams wait, up to 256 KiB; what comes on top is lost.
     *
     * Errors:
     * - `Socket not found`: no socket of this app has this id
     *
     * @param socketId The id of the socket.
     * @param paused True to pause, false to resume.
     * @see https://developer.chrome.com/docs/apps/reference/sockets/udp#method-setPaused
     */
    function setPaused(socketId: number, paused: boolean, callback: () => void): void
    function setPaused(socketId: number, paused: boolean): Promise<void>

    /**
     * Changes the properties that are given and leaves the others.
     *
     * Errors:
     * - `Socket not found`: no socket of this app has this id
     *
     * @param socketId The id of the socket.
     * @param properties What to change.
     * @see https://developer.chrome.com/docs/apps/reference/sockets/udp#method-update
     */
    function update(socketId: number, properties: SocketProperties, callback: () => void): void
    function update(socketId: number, properties: SocketProperties): Promise<void>

    /**
     * Receiving has failed and the socket is now paused: -142 when a datagram was longer than `bufferSize`, and is lost.
     * @see https://developer.chrome.com/docs/apps/reference/sockets/udp#event-onReceiveError
     */
    const onReceiveError: SocketEvent<ReceiveErrorInfo>

    /**
     * A datagram has come, whole.
     * @see https://developer.chrome.com/docs/apps/reference/sockets/udp#event-onReceive
     */
    const onReceive: SocketEvent<ReceiveInfo>
  }
}

declare namespace chrome.system {
  /**
   * The machine's network interfaces, for apps whose manifest has the permission `system.network`.
   * @see https://developer.chrome.com/docs/apps/reference/system/network
   */
  namespace network {
    interface NetworkInterface {
      /** An IPv4 or IPv6 address of the interface. */
      address: string
      /** The name of the interface, `eth0` for instance. */
      name: string
      /** Bits of the address that are the network. */
      prefixLength: number
    }

    /**
     * Lists the addresses of the network interfaces, without loopback.
     *
     * @see https://developer.chrome.com/docs/apps/reference/system/network#method-getNetworkInterfaces
     */
    function getNetworkInterfaces(callback: (networkInterfaces: NetworkInterface[]) => void): void
    function getNetworkInterfaces(): Promise<NetworkInterface[]>
  }
}

interface Window {
  chrome: typeof chrome
}
