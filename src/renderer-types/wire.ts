import type { EventName, MethodName, Namespace } from './contract/index.ts'

/** Raised whenever a message changes its form: a preload and a main of different versions refuse each other. */
export const protocolVersion = 2

export const channels = {
  /** Synchronous question of a preload: may this frame have the API? */
  hello: 'electron-chrome-sockets:hello',
  /** Carries one end of a MessagePort pair to the main process; the page keeps the other. */
  connect: 'electron-chrome-sockets:connect',
} as const

/** The one key that the preload exposes in the page, outside of `chrome`. */
export const bridgeKey = 'electronChromeSockets'

/** How the preload hands the page its port. */
export const handOverEvent = 'electron-chrome-sockets:port'

export interface Hello {
  readonly protocol: number
  readonly contextIsolated: boolean
}

export type Grant =
  | {
      readonly granted: true
      /** What the manifest gives the page. */
      readonly namespaces: readonly Namespace[]
      /** `chrome.runtime.id` */
      readonly runtimeId: string
      /** The manifest as JSON, for `chrome.runtime.getManifest()`. */
      readonly manifest: string
    }
  /** `reason` is for the developer's console; absent where the frame has no business knowing that we exist. */
  | { readonly granted: false; readonly reason?: string }

export type AcceptedGrant = Extract<Grant, { granted: true }>

/** The APIs whose sockets receive data; each counts its socket ids by itself. */
export type Stream = 'tcp' | 'udp'

export interface CallRecord {
  readonly kind: 'call'
  readonly id: number
  readonly method: MethodName
  readonly args: readonly unknown[]
}

/** The page has its first listener of an event, or no longer any. */
export interface InterestRecord {
  readonly kind: 'interest'
  readonly event: EventName
  readonly listening: boolean
}

/** The page has handed this many bytes of a socket to its listeners: the main process may read on. */
export interface TookRecord {
  readonly kind: 'took'
  readonly stream: Stream
  readonly socketId: number
  readonly bytes: number
}

export type UpRecord = CallRecord | InterestRecord | TookRecord

/** The callback's arguments, and lastError's text when the call failed. */
export interface ReplyRecord {
  readonly kind: 'reply'
  readonly id: number
  readonly args: readonly unknown[]
  /** Always a key of its own: a page may have put one of this name on `Object.prototype`. */
  readonly error?: string | undefined
}

export interface EventRecord {
  readonly kind: 'event'
  readonly event: EventName
  readonly payload: Readonly<Record<string, unknown>>
}

/** Bytes of one socket, to be cut into `onReceive` events of at most `bufferSize` bytes. */
export interface DataRecord {
  readonly kind: 'data'
  readonly socketId: number
  readonly bufferSize: number
  readonly data: ArrayBuffer
}

/** One datagram: one `onReceive` event of `chrome.sockets.udp`. */
export interface DatagramRecord {
  readonly kind: 'datagram'
  readonly socketId: number
  readonly data: ArrayBuffer
  readonly remoteAddress: string
  readonly remotePort: number
}

/** The last message: the main process has taken the API away. */
export interface EndRecord {
  readonly kind: 'end'
}

export type DownRecord = ReplyRecord | EventRecord | DataRecord | DatagramRecord | EndRecord

/** How much a page may be sent and not yet have taken. */
export const flowControl = {
  /** Bytes per socket. */
  socketWindow: 1024 * 1024,
  /** Bytes of all sockets of one page. */
  pageWindow: 64 * 1024 * 1024,
  /** The page acknowledges as soon as this many bytes, of all sockets together, are unacknowledged. */
  acknowledgeAfter: 256 * 1024,
} as const
