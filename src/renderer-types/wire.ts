import type { AppGrant, SignalRecord } from './app-wire.ts'
import type { AppEventName, AppMethodName } from './contract/apps/index.ts'
import type { EventName, MethodName, Namespace } from './contract/index.ts'

export type AnyMethodName = MethodName | AppMethodName
export type AnyEventName = EventName | AppEventName

/** Raised whenever a message changes its form: a preload and a main of different versions refuse each other. */
export const protocolVersion = 8

export const channels = {
  /** Synchronous question of a preload: may this frame have the API? */
  hello: 'electron-chrome-sockets:hello',
  /**
   * Carries three ports to the main process. The page keeps the other ends of two: by the first it speaks, by the second
   * it is told. Page scripts can find the port whose events they run in, so that nothing may be said there. The third
   * one's is the preload's: it ends with the document, wherever the page has sent the others.
   */
  connect: 'electron-chrome-sockets:connect',
} as const

/** The one key that the preload exposes in the page, outside of `chrome`. */
export const bridgeKey = 'electronChromeSockets'

/** How the preload hands the page its two ports, in the same order. */
export const handOverEvent = 'electron-chrome-sockets:port'

export interface Hello {
  readonly protocol: number
  readonly contextIsolated: boolean
}

export interface SendLimits {
  readonly writeQuota: number
  readonly messageBytes: number
}

export type Grant =
  | {
      readonly granted: true
      /** What the manifest gives the page. */
      readonly namespaces: readonly Namespace[]
      /** `chrome.runtime.id` */
      readonly runtimeId: string
      /** Bytes beyond which a call of `send` fails whatever else there is; the main process need not be given them. */
      readonly sendLimits: SendLimits
      /** The manifest as JSON, for `chrome.runtime.getManifest()`. */
      readonly manifest: string
      /** For pages of a Chrome App that is run as a whole. */
      readonly app?: AppGrant
    }
  /** `reason` is for the developer's console; absent where the frame has no business knowing that we exist. */
  | { readonly granted: false; readonly reason?: string }

export type AcceptedGrant = Extract<Grant, { granted: true }>

/** What Chrome answers a `send` that goes beyond the quota. */
export const quotaExceeded = 'Exceeded write quota.'

/** The APIs whose sockets receive data; each counts its socket ids by itself. */
export type Stream = 'tcp' | 'udp'

export interface CallRecord {
  readonly kind: 'call'
  readonly id: number
  readonly method: AnyMethodName
  readonly args: readonly unknown[]
}

/** The page has its first listener of an event, or no longer any. */
export interface InterestRecord {
  readonly kind: 'interest'
  readonly event: AnyEventName
  readonly listening: boolean
}

/** One of the messages that a `tcp.send` takes whose bytes are more than a message may have: they are its only bytes. */
export interface PartRecord {
  readonly kind: 'part'
  readonly id: number
  readonly socketId: number
  /** Of the whole. */
  readonly byteLength: number
}

/**
 * Calls of `tcp.send` with ids that count upwards, whose bytes the page does not say, or not to the end: it was told
 * that the socket takes nothing any more, or that the call is refused.
 */
export interface WithdrawalRecord {
  readonly kind: 'withdrawal'
  readonly id: number
  readonly socketId: number
  readonly calls: number
}

/**
 * Calls of `tcp.send` one after the other: of one socket, with ids that count upwards. Their bytes are the next ones of
 * the message's own, so many for each.
 */
export type SendItem = readonly [firstCallId: number, socketId: number, ...byteLengths: number[]]

export type UpRecord = CallRecord | InterestRecord | PartRecord | WithdrawalRecord

/**
 * What a page says in one turn, in its order. `acknowledged` counts the messages of the main process that asked for it
 * and whose callbacks and listeners have all run since the last time. What says more than that waits in the page while
 * the main process has not dealt with {@link flowControl.saidMessages} of them.
 */
export type UpMessage = readonly [
  acknowledged: number,
  bytes: ArrayBuffer | undefined,
  ...items: (UpRecord | SendItem)[],
]

/** The answer of a call that failed: lastError's text, and the callback's arguments. */
export interface FailureRecord {
  readonly kind: 'failure'
  readonly id: number
  readonly args: readonly unknown[]
  readonly error: string
  /** Of a `tcp.send` that the socket did not take. */
  readonly socketId?: number
}

/** An error. Clients, data and datagrams are items of their own. */
export interface EventRecord {
  readonly kind: 'event'
  readonly event: EventName
  readonly payload: Readonly<Record<string, unknown>>
}

/** The first element of an item that is not a record: those come by the ten thousand. */
export const itemKinds = { data: 1, sent: 2, done: 3, accept: 4, heard: 5 } as const

/** Bytes of one socket: pieces that become `onReceive` events of at most `bufferSize` bytes each, cut if need be. */
export type DataItem = readonly [
  kind: typeof itemKinds.data,
  socketId: number,
  bufferSize: number,
  ...pieces: ArrayBuffer[],
]

/** The answers of `tcp.send` calls, with ids that count upwards, whose bytes the kernel has taken. */
export type SentItem = readonly [kind: typeof itemKinds.sent, firstCallId: number, ...bytesSent: number[]]

/** The answer of a call that succeeded: the callback's only argument, if it has one. */
export type DoneItem = readonly [kind: typeof itemKinds.done, callId: number, ...result: [] | [unknown]]

/** One `onAccept` event of `chrome.sockets.tcpServer`. */
export type AcceptItem = readonly [kind: typeof itemKinds.accept, socketId: number, clientSocketId: number]

/** The main process has dealt with so many messages more. */
export type HeardItem = readonly [kind: typeof itemKinds.heard, messages: number]

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

export type DownRecord = FailureRecord | EventRecord | SignalRecord | DatagramRecord | EndRecord

export type DownItem = DownRecord | DataItem | SentItem | DoneItem | AcceptItem | HeardItem

/** What the main process has to say, in its order; `acknowledge` asks the page to tell when it has dealt with it. */
export type DownMessage = readonly [acknowledge: boolean, ...items: DownItem[]]

/** Calls and changes of interest in one message of a page, at most: it begins another one then. */
export const maxUpItems = 1024
/** Characters of the texts in a message that holds more than one call, at most. */
export const maxUpCharacters = 256 * 1024
/** Arguments of the calls in one message, and what is in those, at most. */
export const maxUpValues = 16 * maxUpItems
/** Bytes of one message of a page, at most. */
export const maxUpBytes = 512 * 1024
/** Bytes of one datagram that are said, at most: one more than any has. */
export const maxDatagramBytes = 65_536

/** Characters of one text: longer than any name or host that is not refused. Of a longer one the page says so many. */
export const maxTextCharacters = 131_072

/** How much a page may be sent and not yet have dealt with, and the main process of it. */
export const flowControl = {
  /** Messages of a page that the main process has not dealt with. */
  saidMessages: 8,
  /** Bytes per connection, and per UDP socket. */
  socketWindow: 4 * 1024 * 1024,
  datagramWindow: 1024 * 1024,
  /** Bytes in messages that the page is busy with, after which the next one waits even if it is full. */
  openBytes: 2 * 1024 * 1024,
  /** Bytes, and items, after which a message is full. */
  messageBytes: 512 * 1024,
  messageItems: 1024,
  /** Bytes of answers, and how many of them, that wait: then the page's next calls wait, too. */
  answerBytes: 1024 * 1024,
  answers: 16_384,
  /** Bytes of answers that wait, at most: calls that were begun before may be many. Instead of what is more the page is told so. */
  mostAnswerBytes: 64 * 1024 * 1024,
  /** Bytes of an answer that the page must say it has dealt with, as it does with data. */
  heavyAnswer: 16 * 1024,
  /** Items that wait while the page is busy, after which it is told nothing more of its own accord. */
  waitingItems: 8192,
  /** Milliseconds for which a page that takes nothing can hold up other pages that listen to the same event. */
  patience: 10_000,
} as const
