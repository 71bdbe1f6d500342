import { echo } from './echo.ts'
import { http } from './http.ts'
import { messages } from './messages.ts'
import type { ModeMaker } from './mode.ts'
import { short } from './short.ts'
import { sink } from './sink.ts'
import { source } from './source.ts'

export const modes = { echo, sink, source, http, short, messages, idle: () => ({}) } satisfies Record<
  string,
  ModeMaker
>

export type Mode = keyof typeof modes
