import type { SocketEvents, SocketHost } from '../socket-host.ts'
import { echo } from './echo.ts'
import { http } from './http.ts'
import { messages } from './messages.ts'
import { short } from './short.ts'
import { sink } from './sink.ts'
import { source } from './source.ts'
import { verify } from './verify.ts'

export interface Sized {
  readonly byteLength: number
}

/** What a server does beyond accepting connections and closing those whose peer has gone. */
export type ModeEvents<C, D> = Partial<Pick<SocketEvents<C, D>, 'receive' | 'end'>>

type ModeMaker = <C, D extends Sized>(host: SocketHost<C, D>) => ModeEvents<C, D>

export const modes = { echo, sink, source, http, short, messages, verify, idle: () => ({}) } satisfies Record<
  string,
  ModeMaker
>

export type Mode = keyof typeof modes
