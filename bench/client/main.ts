import { answerParent } from '../processes/answer.ts'
import { connect } from './connect.ts'
import { echo } from './loads/echo.ts'
import { http } from './loads/http.ts'
import { IdleConnections } from './loads/idle.ts'
import { ping } from './loads/ping.ts'
import { pull } from './loads/pull.ts'
import { push } from './loads/push.ts'
import { short } from './loads/short.ts'
import type { Span } from './span.ts'

const idle = new IdleConnections()

const methods = {
  ping,
  echo,
  push: (port: number, span: Span) => push((onData) => connect(port, onData), span),
  pull: (port: number, span: Span) => pull((onData) => connect(port, onData), span),
  http,
  short,
  openIdle: (port: number, count: number) => idle.open(port, count),
  countLost: () => idle.countLost(),
}

/** What the runner may ask of the load generator. */
export type ClientApi = typeof methods

answerParent(methods)
