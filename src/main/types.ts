import type { EventEmitter } from 'node:events'
import type { Session } from 'electron'

/** Host patterns of one operation (`"*"`, `"127.0.0.1:8080"`, `"*.example.com:80"`, `":443"`), or a list of them. */
export type HostPatterns = string | string[]

/** The part of a Chrome App's manifest that is used; other keys may be there. */
export interface ChromeAppManifest {
  readonly sockets: {
    readonly tcp?: { readonly connect?: HostPatterns | undefined } | undefined
    readonly tcpServer?: { readonly listen?: HostPatterns | undefined } | undefined
    readonly udp?:
      | {
          readonly bind?: HostPatterns | undefined
          readonly send?: HostPatterns | undefined
          /** Multicast knows no hosts: only `""` is allowed here. */
          readonly multicastMembership?: HostPatterns | undefined
        }
      | undefined
  }
  readonly [key: string]: unknown
}

/** Where the library says what a developer should know; `console` is one. */
export interface Logger {
  warn: (message: string) => void
  error: (message: string, error?: unknown) => void
}

/** How much one app may hold at a time; each a whole number of at least 1. */
export interface Limits {
  /**
   * Sockets of each of the three APIs. One more is refused by `create` (`net::ERR_INSUFFICIENT_RESOURCES`); clients
   * that come on top wait until a socket is closed. Default: 65,536.
   */
  readonly sockets: number
  /**
   * Clients of one listening socket that wait to be announced, if its backlog is not lower; more are reset.
   * Default: 4096.
   */
  readonly heldConnections: number
  /** Calls of one page that wait for their answer; more fail (`net::ERR_INSUFFICIENT_RESOURCES`). Default: 262,144. */
  readonly pendingCalls: number
  /**
   * Bytes given to `send` and not yet sent, of all sockets; what would be more fails (`Exceeded write quota.`).
   * Default: 200 MiB, as in Chrome.
   */
  readonly writeQuota: number
  /** Bytes sent to one page that its listeners have not had yet; then reading stops. Default: 4 MiB. */
  readonly unreadBytes: number
  /** Bytes that are given to `send` at once; more fail (`net::ERR_MSG_TOO_BIG`). Default: 256 MiB. */
  readonly messageBytes: number
}

/** What a page asks for, once the manifest has permitted it. */
export interface PermissionRequest {
  readonly operation: 'tcpServer.listen' | 'tcp.connect' | 'udp.bind' | 'udp.send' | 'udp.multicastMembership'
  /**
   * The address, host name or multicast group in the page's own words: not looked up, not brought into a canonical
   * form (`127.1` is 127.0.0.1). Compare it with what you allow, never with what you forbid. `"*"` where there is none.
   */
  readonly host: string
  /** In the page's own words, too. 0 stands for a port that the system chooses, or for none. */
  readonly port: number
  /** Address of the page when it was loaded. */
  readonly url: string
  readonly socketId: number
}

/** What was decided of a request, and who had the last word. */
export interface PermissionDecision extends PermissionRequest {
  readonly allowed: boolean
  /** The manifest, unless it permits the request and {@link InstallOptions.authorize} was asked. */
  readonly by: 'manifest' | 'authorize'
}

export interface InstallOptions {
  /**
   * The Chrome App's manifest, or the path of its manifest.json. Its `sockets` key says what pages may do; what it
   * does not name is denied.
   */
  readonly manifest: string | ChromeAppManifest
  /**
   * Pages that get the API: origins (`app://bundle`, `http://localhost:5173`) or folders (`file:///path/of/app/`).
   * Default: files inside the app's own folder.
   */
  readonly origins?: readonly string[]
  /** The sessions whose windows get the API. Default: `session.defaultSession`. */
  readonly sessions?: readonly Session[]
  /**
   * True registers the preload script on the sessions; a path registers that file; false leaves it to
   * `webPreferences.preload` or to an import in the app's own preload. Default: true.
   */
  readonly preload?: boolean | string
  /** Certificate authorities, in PEM, that `chrome.sockets.tcp.secure` trusts besides the well-known ones. */
  readonly certificateAuthorities?: readonly string[]
  /** How much the app may hold at a time, where it is not the default. */
  readonly limits?: Partial<Limits>
  /**
   * Has the last word on what the manifest permits, to ask the user for instance; it cannot permit more. Only `true`
   * permits. The call waits for the answer, other calls do not; a promise that is rejected, or an error, denies and is
   * reported. It is asked for each call, datagrams included: remember answers, and answer with a plain boolean where
   * you can, which keeps datagrams in order. Default: the manifest decides alone.
   */
  readonly authorize?: (request: PermissionRequest) => boolean | Promise<boolean>
  /** Is told every decision on a request, for an audit log. What it returns or throws changes nothing. */
  readonly onDecision?: (decision: PermissionDecision) => void
  /** Where refusals and faults are reported. Default: `console`. */
  readonly logger?: Logger
}

/** What a socket is doing; `closing` has been closed by the page and still sends what it was given before. */
export type SocketState =
  | 'created'
  | 'connecting'
  | 'connected'
  | 'securing'
  | 'disconnected'
  | 'listening'
  | 'bound'
  | 'closing'
  | 'closed'

/** One socket as it is at the moment. */
export interface SocketReport {
  /** `chrome.runtime.id` of the app that it belongs to. */
  readonly appId: string
  readonly namespace: 'tcp' | 'tcpServer' | 'udp'
  /** Each of the three APIs counts its sockets by itself. */
  readonly socketId: number
  readonly name: string
  readonly persistent: boolean
  readonly paused: boolean
  readonly state: SocketState
  readonly secured: boolean
  readonly localAddress?: string
  readonly localPort?: number
  readonly peerAddress?: string
  readonly peerPort?: number
  /** Bytes of its connection, or of the last one it had; of a `udp` socket all that there were. Without those of TLS itself. */
  readonly bytesReceived: number
  /** Bytes that the system has taken. */
  readonly bytesSent: number
  /** Bytes that were given to `send` and that the system has not taken yet. */
  readonly bytesQueued: number
  /** Bytes that have come, are in `bytesReceived`, and wait because the socket is paused or its pages take no more. */
  readonly bytesWaiting: number
  /** Clients of a server that wait to be announced. */
  readonly heldConnections: number
}

/** A call that a socket failed, or an error that its pages were told of by an event. */
export interface SocketFailure {
  readonly socket: SocketReport
  readonly operation: 'accept' | 'bind' | 'connect' | 'listen' | 'receive' | 'secure'
  /** As the page sees it: -100 at `receive` is an orderly end. */
  readonly code: number
  /** `net::ERR_CONNECTION_RESET`, for instance. */
  readonly message: string
}

/** Something that was turned away. */
export type Refusal =
  /** A client was reset: as many as may be wait to be announced, or there are too many sockets. */
  | {
      readonly reason: 'connection'
      readonly socket: SocketReport
      readonly peerAddress: string
      readonly peerPort: number
    }
  /** The manifest does not allow this call. */
  | {
      readonly reason: 'permission'
      readonly method: string
      readonly socketId: number
      readonly host?: string
      readonly port?: number
    }
  /** A page was not given the API. Every installation is told of pages that belong to none. */
  | { readonly reason: 'page'; readonly url: string; readonly message: string }
  /** A page said what the facade never says. */
  | { readonly reason: 'message'; readonly message: string }

/** What {@link ChromeSockets.events} emits, and what it gives its listeners; nothing is gathered while there are none. */
export interface SocketEvents {
  /** A page has made a socket. */
  opened: [socket: SocketReport]
  /** A server has announced a client. */
  accepted: [client: SocketReport, server: SocketReport]
  /** A socket is gone; the figures are its last ones. */
  closed: [socket: SocketReport]
  /** Unlike Node's own `error` it does no harm when nobody listens. */
  error: [failure: SocketFailure]
  refused: [refusal: Refusal]
}

/** What {@link installChromeSockets} returns. */
export interface ChromeSockets {
  /** What happens to the app's sockets, told soon after it has happened. */
  readonly events: EventEmitter<SocketEvents>
  /** The app's sockets, those of all its pages, and what is still being sent of closed ones. */
  readonly sockets: () => SocketReport[]
  /** Closes every socket of the app, frees its ports, and removes every listener and preload that was added. */
  readonly dispose: () => void
}
