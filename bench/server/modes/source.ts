import { makePattern, pieceSize } from '../pattern.ts'
import type { SocketHost } from '../socket-host.ts'
import type { ModeEvents, Sized } from './index.ts'

const piecesInFlight = 8

/** Sends pieces from the first byte that comes until the peer has gone, several at a time. */
export function source<C, D extends Sized>(host: SocketHost<C, D>): ModeEvents<C, D> {
  const piece = host.toData(makePattern(pieceSize))
  const open = new Set<C>()
  const sendNext = (connection: C): void => {
    if (!open.has(connection)) return
    host.send(connection, piece, (isSent) => {
      if (isSent) sendNext(connection)
    })
  }
  return {
    receive: (connection) => {
      if (open.has(connection)) return
      open.add(connection)
      for (let count = 0; count < piecesInFlight; count += 1) sendNext(connection)
    },
    end: (connection) => void open.delete(connection),
  }
}
