import type { Scope } from './scope.ts'
import type { SocketReport } from '../types.ts'
import { reportLingering, reportSocket } from '../watch/report.ts'

/** All sockets of an app: servers, connections, datagram sockets, then what is still being sent of closed ones. */
export function listScope({ app, lingering, tables }: Scope): SocketReport[] {
  const open = tables.flatMap((table) => table.list().map((socket) => reportSocket(app.id, socket)))
  return [
    ...open,
    ...lingering.list().map(([connection, owner]) => reportLingering(app.id, connection, owner)),
  ]
}
