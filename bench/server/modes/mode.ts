import type { SocketEvents, SocketHost } from '../socket-host.ts'

export interface Sized {
  readonly byteLength: number
}

/** What a server does beyond accepting connections and closing those whose peer has gone. */
export type ModeEvents<C, D> = Partial<Pick<SocketEvents<C, D>, 'receive' | 'end'>>

export type ModeMaker = <C, D extends Sized>(host: SocketHost<C, D>) => ModeEvents<C, D>
