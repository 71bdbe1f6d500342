import type net from 'node:net'
import type { Endpoints } from './endpoints.ts'
import type { ReceivePump } from './receive-pump.ts'

/** The connection of a socket, or what is to become it. */
export type TcpLink =
  | { readonly state: 'connecting'; readonly attempt: AbortController }
  | { readonly state: 'securing'; readonly attempt: AbortController; readonly endpoints: Endpoints }
  | {
      readonly state: 'connected'
      readonly socket: net.Socket
      readonly pump: ReceivePump
      /** One object for all clients of a listener. */
      readonly known: Partial<Endpoints>
    }
