import type { EventsOf, MethodsOf, Namespace } from '../contract/index.ts'

export interface ErrorDoc {
  /** `chrome.runtime.lastError.message`, or the message of the promise's rejection. */
  readonly message: string
  /** The callback's argument, or its `resultCode`, where there is one. */
  readonly code?: number
  readonly when: string
}

export interface MethodDoc {
  readonly text: string
  readonly parameters?: Readonly<Record<string, string>>
  readonly errors?: readonly ErrorDoc[]
}

/** What is said of a namespace: an entry for each row of the contract, or it does not compile. */
export interface NamespaceDoc<N extends Namespace> {
  readonly text: string
  readonly source: string
  readonly methods: { readonly [M in keyof MethodsOf<N>]: MethodDoc }
  readonly events: { readonly [E in keyof EventsOf<N>]: string }
  /** By the dictionary's short name, then by property. */
  readonly dictionaries: Readonly<Record<string, Readonly<Record<string, string>>>>
}

export const notFound: ErrorDoc = {
  message: 'Socket not found',
  when: 'no socket of this app has this id',
}

/** What is the same in several socket APIs, by the dictionary's short name. */
export const commonDictionaries = {
  SocketProperties: {
    persistent: 'True keeps the socket when the last page of the app goes. Default: false.',
    name: "Any text, for the app's own use.",
  },
  SendInfo: {
    bytesSent: 'Bytes sent: all of them, when resultCode is 0.',
    resultCode: "0, or Chromium's net error code, negative.",
  },
  ReceiveErrorInfo: {
    resultCode: "Chromium's net error code, negative.",
    socketId: 'The id of the socket.',
  },
} as const
