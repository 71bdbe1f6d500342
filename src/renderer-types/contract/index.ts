import { tcp } from './tcp.ts'
import { tcpServer } from './tcp-server.ts'
import type { NamespaceRow } from './words.ts'

/** The one table: everything under `chrome.sockets`. */
export const sockets = { tcp, tcpServer } as const satisfies Readonly<Record<string, NamespaceRow>>

export type Sockets = typeof sockets
export type Namespace = keyof Sockets
export type MethodsOf<N extends Namespace> = Sockets[N]['methods']
export type EventsOf<N extends Namespace> = Sockets[N]['events']

/** `"tcpServer.listen"`: how a method is named in messages between page and main process. */
export type MethodName = { [N in Namespace]: `${N}.${keyof MethodsOf<N> & string}` }[Namespace]
/** `"tcp.onReceive"`: how an event is named in messages between page and main process. */
export type EventName = { [N in Namespace]: `${N}.${keyof EventsOf<N> & string}` }[Namespace]
