import type { App } from './app.ts'
import type { SocketReport } from '../types.ts'
import { reportLingering } from '../watch/report.ts'

/** All sockets of an app: servers, connections, datagram sockets, then what is still being sent of closed ones. */
export function listSockets({ lingering, manifest, tables, watch }: App): SocketReport[] {
  const open = tables.flatMap((table) => table.list().map((socket) => watch.report(socket)))
  return [
    ...open,
    ...lingering.list().map(([connection, owner]) => reportLingering(manifest.id, connection, owner)),
  ]
}
