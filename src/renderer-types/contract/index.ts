/** `renderer-types` is the common language of page, preload and main: the contract, the wire, the net errors, the types. */

import { network } from './network.ts'
import { tcp } from './tcp.ts'
import { tcpServer } from './tcp-server.ts'
import { udp } from './udp.ts'
import type { NamespaceRow } from './words.ts'

/** The one table: everything the page is given in `chrome` that is carried out by the main process. */
export const contract = { tcp, tcpServer, udp, network } as const satisfies Readonly<
  Record<string, NamespaceRow>
>

export type Contract = typeof contract
export type Namespace = keyof Contract
export type MethodsOf<N extends Namespace> = Contract[N]['methods']
export type EventsOf<N extends Namespace> = Contract[N]['events']

/** `"tcpServer.listen"`: how a method is named in messages between page and main process. */
export type MethodName = { [N in Namespace]: `${N}.${keyof MethodsOf<N> & string}` }[Namespace]
/** `"tcp.onReceive"`: how an event is named in messages between page and main process. */
export type EventName = { [N in Namespace]: `${N}.${keyof EventsOf<N> & string}` }[Namespace]
