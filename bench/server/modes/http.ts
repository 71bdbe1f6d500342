import type { SocketHost } from '../socket-host.ts'
import { httpResponse } from '../texts.ts'
import type { ModeEvents, Sized } from './mode.ts'

const headEnd = [13, 10, 13, 10]

/** Says hello to every request; connections are kept alive. A request may come in pieces, or several at once. */
export function http<C, D extends Sized>(host: SocketHost<C, D>): ModeEvents<C, D> {
  const response = host.toData(httpResponse)
  const matched = new Map<C, number>()
  return {
    receive: (connection, data) => {
      let found = matched.get(connection) ?? 0
      for (const byte of host.toBytes(data)) {
        found = byte === headEnd[found] ? found + 1 : Number(byte === headEnd[0])
        if (found < headEnd.length) continue
        found = 0
        host.send(connection, response, () => {})
      }
      matched.set(connection, found)
    },
    end: (connection) => void matched.delete(connection),
  }
}
