import { firstWindow, storage } from './chrome-app.ts'
import { udpIn, udpOut, udpRtt } from './datagrams.ts'
import { echo1, echo16 } from './echo.ts'
import { files } from './files.ts'
import { http } from './http.ts'
import { memory } from './memory.ts'
import type { Metric } from './metric.ts'
import { receive, receive1m, receive64k, send } from './one-way.ts'
import { rtt } from './rtt.ts'
import { short } from './short.ts'
import { stalls } from './stalls.ts'
import { startUp } from './start-up.ts'
import { tlsIn, tlsOut } from './tls.ts'

/** In the order of the table's rows, which is also the order in which they are measured. */
export const metrics: readonly Metric[] = [
  http,
  short,
  echo16,
  echo1,
  receive,
  receive64k,
  receive1m,
  send,
  rtt,
  tlsIn,
  tlsOut,
  udpIn,
  udpOut,
  udpRtt,
  stalls,
  startUp,
  firstWindow,
  storage,
  files,
  memory,
]
