import type { App } from './app.ts'
import type { SocketReport } from '../types.ts'
import { reportLingering } from '../watch/report.ts'

/** All sockets of an app: servers, connections, datagram sockets, those of services, then what is still being sent of closed ones. */
export function listSockets({ lingering, manifest, services, tables, watch }: App): SocketReport[] {
  const open = tables.flatMap((table) => table.list().map((socket) => watch.report(socket)))
  return [
    ...open,
    ...(services?.listSockets() ?? []),
    ...lingering.list().map(([connection, owner]) => reportLingering(manifest.id, connection, owner)),
  ]
}
