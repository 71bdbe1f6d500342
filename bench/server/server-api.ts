import { BenchServer } from './bench-server.ts'
import type { DatagramMode, DatagramReport } from './datagrams/datagram-server.ts'
import { DatagramServer } from './datagrams/datagram-server.ts'
import type { Mode } from './modes/index.ts'
import type { Sized } from './modes/mode.ts'
import type { SocketHost } from './socket-host.ts'
import { StallWatch } from './stall-watch.ts'

/** What the runner may call where the measured server runs. */
export interface ServerApi {
  start: (mode: Mode, bufferSize?: number) => Promise<number>
  connectSecurely: (mode: Mode, port: number) => Promise<void>
  report: () => number
  stop: () => Promise<void>
  openDatagrams: (mode: DatagramMode, to?: number) => Promise<number>
  reportDatagrams: () => DatagramReport
  closeDatagrams: () => Promise<DatagramReport>
  watchStalls: () => void
  takeStall: () => number
}

export function makeServerApi<C, D extends Sized>(host: SocketHost<C, D>): ServerApi {
  const server = new BenchServer(host)
  const datagrams = new DatagramServer(host)
  const stalls = new StallWatch()
  return {
    start: (mode, bufferSize) => server.start(mode, bufferSize),
    connectSecurely: (mode, port) => server.connectSecurely(mode, port),
    report: () => server.report(),
    stop: () => server.stop(),
    openDatagrams: (mode, to) => datagrams.open(mode, to),
    reportDatagrams: () => datagrams.report(),
    closeDatagrams: () => datagrams.close(),
    watchStalls: () => stalls.start(),
    takeStall: () => stalls.stop(),
  }
}
