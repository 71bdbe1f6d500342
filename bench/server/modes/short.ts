import type { SocketHost } from '../socket-host.ts'
import { shortRequest, shortResponse } from '../texts.ts'
import type { ModeEvents, Sized } from './mode.ts'

/** Reads one request, answers it and closes the connection. */
export function short<C, D extends Sized>(host: SocketHost<C, D>): ModeEvents<C, D> {
  const response = host.toData(shortResponse)
  const received = new Map<C, number>()
  return {
    receive: (connection, data) => {
      const total = (received.get(connection) ?? 0) + data.byteLength
      received.set(connection, total)
      if (total !== shortRequest.length) return
      received.delete(connection)
      host.send(connection, response, () => host.close(connection))
    },
    end: (connection) => void received.delete(connection),
  }
}
