import { blockSize, makePattern } from '../pattern.ts'
import type { SocketHost } from '../socket-host.ts'
import type { ModeEvents, Sized } from './mode.ts'

function isPattern(bytes: Uint8Array, offset: number, pattern: Uint8Array): boolean {
  const start = offset % blockSize
  for (let index = 0; index < bytes.length; index += 1)
    if (bytes[index] !== pattern[(start + index) & (blockSize - 1)]) return false
  return true
}

/** As `sink`, but every byte is compared with the pattern; a wrong one ends the connection. */
export function verify<C, D extends Sized>(host: SocketHost<C, D>): ModeEvents<C, D> {
  const pattern = makePattern(blockSize)
  const totals = new Map<C, number>()
  return {
    receive: (connection, data) => {
      const before = totals.get(connection) ?? 0
      const total = before + data.byteLength
      totals.set(connection, total)
      if (!isPattern(host.toBytes(data), before, pattern)) return host.close(connection)
      if (Math.floor(total / blockSize) === Math.floor(before / blockSize)) return
      host.send(connection, host.toData(new Uint8Array(new Float64Array([total]).buffer)), () => {})
    },
    end: (connection) => void totals.delete(connection),
  }
}
