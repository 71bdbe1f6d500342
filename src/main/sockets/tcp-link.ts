import type net from 'node:net'
import type { Endpoints } from './endpoints.ts'
import type { ReceivePump } from './receive-pump.ts'

/** Has two ends. */
interface Connected {
  readonly socket: net.Socket
  /** One object for all clients of a listener. */
  readonly known: Partial<Endpoints>
}

/** The connection of a socket, or what is to become it. */
export type TcpLink =
  | { readonly state: 'connecting'; readonly attempt: AbortController }
  | ({ readonly state: 'securing'; readonly attempt: AbortController } & Connected)
  | ({ readonly state: 'connected'; readonly pump: ReceivePump } & Connected)
