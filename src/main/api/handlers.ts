import type { MethodsOf, Namespace } from '../../renderer-types/contract/index.ts'
import type { MethodArguments, MethodResult } from '../../renderer-types/infer.ts'
import type { App } from '../app/app.ts'
import type { Outcome } from '../outcome.ts'
import type { TcpServerSocket } from '../sockets/tcp-server-socket.ts'
import type { TcpSocket } from '../sockets/tcp-socket.ts'
import type { UdpSocket } from '../sockets/udp-socket.ts'

/** The sockets that the ids of each namespace stand for. */
export interface SocketOf {
  tcp: TcpSocket
  tcpServer: TcpServerSocket
  udp: UdpSocket
  network: never
}

type Tail<T> = T extends [unknown, ...infer Rest] ? Rest : []

type StartsWithId<N extends Namespace, M extends keyof MethodsOf<N>> = MethodsOf<N>[M] extends {
  parameters: readonly [{ name: 'socketId' }, ...unknown[]]
}
  ? true
  : false

/** What a handler is given: the app, then the socket in place of its id (checked by then), then the other arguments. */
export type HandlerArguments<N extends Namespace, M extends keyof MethodsOf<N>> =
  StartsWithId<N, M> extends true
    ? [app: App, socket: SocketOf[N], ...rest: Tail<MethodArguments<N, M>>]
    : [app: App, ...args: MethodArguments<N, M>]

type RecordMethods<N extends Namespace> = {
  [M in keyof MethodsOf<N>]: MethodsOf<N>[M] extends { isStream: true } ? never : M
}[keyof MethodsOf<N>]

/**
 * One handler for each row: a row without handler, or a handler without row, does not compile. Streams have theirs in
 * calls/send.ts.
 */
export type Handlers<N extends Namespace> = {
  readonly [M in RecordMethods<N>]: (
    ...args: HandlerArguments<N, M>
  ) => Outcome<MethodResult<N, M>> | Promise<Outcome<MethodResult<N, M>>>
}
