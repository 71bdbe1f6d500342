import { answerParent } from '../processes/answer.ts'
import type { Identity } from '../processes/trust.ts'
import { connect } from './connect.ts'
import { DatagramPeer } from './datagram-peer.ts'
import { download } from './loads/download.ts'
import { echo } from './loads/echo.ts'
import { http } from './loads/http.ts'
import { IdleConnections } from './loads/idle.ts'
import { pingDatagrams } from './loads/ping-datagrams.ts'
import { ping } from './loads/ping.ts'
import { pull } from './loads/pull.ts'
import { push } from './loads/push.ts'
import { short } from './loads/short.ts'
import { SecureServer } from './secure-server.ts'
import type { Span } from './span.ts'

const idle = new IdleConnections()
const secure = new SecureServer()
const datagrams = new DatagramPeer()

const methods = {
  ping,
  echo,
  push: (port: number, span: Span) => push((onData) => connect(port, onData), span),
  pull: (port: number, span: Span) => pull((onData) => connect(port, onData), span),
  http,
  short,
  download,
  listenSecurely: (identity: Identity) => secure.listen(identity),
  pushSecurely: (span: Span) => push((onData) => secure.accept(onData), span),
  pullSecurely: (span: Span) => pull((onData) => secure.accept(onData), span),
  openDatagrams: () => datagrams.open(),
  countDatagrams: (span: Span) => datagrams.count(span),
  closeDatagrams: () => datagrams.close(),
  floodDatagrams: (port: number) => datagrams.flood(port),
  stopFlood: () => datagrams.stopFlood(),
  pingDatagrams,
  openIdle: (port: number, count: number) => idle.open(port, count),
  countLost: () => idle.countLost(),
}

/** What the runner may ask of the load generator. */
export type ClientApi = typeof methods

answerParent(methods)
