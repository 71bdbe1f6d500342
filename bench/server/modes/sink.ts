import { PatternCheck } from '../pattern-check.ts'
import { blockSize } from '../pattern.ts'
import type { SocketHost } from '../socket-host.ts'
import type { ModeEvents, Sized } from './mode.ts'

/**
 * Takes the pattern, over and over, and after each block tells how many bytes that was in all, as one float64. A wrong
 * byte ends the connection.
 */
export function sink<C, D extends Sized>(host: SocketHost<C, D>): ModeEvents<C, D> {
  const check = new PatternCheck()
  const totals = new Map<C, number>()
  return {
    receive: (connection, data) => {
      const before = totals.get(connection) ?? 0
      const total = before + data.byteLength
      totals.set(connection, total)
      if (!check.matches(host.toBytes(data), before)) return host.close(connection)
      if (Math.floor(total / blockSize) === Math.floor(before / blockSize)) return
      host.send(connection, host.toData(new Uint8Array(new Float64Array([total]).buffer)), () => {})
    },
    end: (connection) => void totals.delete(connection),
  }
}
