import { blockSize, makePattern, pieceSize } from '../pattern.ts'
import type { SocketHost } from '../socket-host.ts'
import type { ModeEvents, Sized } from './mode.ts'

const piecesInFlight = 8

/** The pattern in pieces, each a buffer of its own. */
function makePieces<C, D extends Sized>(host: SocketHost<C, D>): D[] {
  const pattern = makePattern(blockSize)
  return Array.from({ length: blockSize / pieceSize }, (_, index) =>
    host.toData(pattern.slice(index * pieceSize, (index + 1) * pieceSize)),
  )
}

/** Sends the pattern, over and over, from the first byte that comes until the peer has gone; several pieces at a time. */
export function source<C, D extends Sized>(host: SocketHost<C, D>): ModeEvents<C, D> {
  const pieces = makePieces(host)
  const sent = new Map<C, number>()
  const sendNext = (connection: C): void => {
    const count = sent.get(connection)
    const piece = pieces[(count ?? 0) % pieces.length]
    if (count === undefined || piece === undefined) return
    sent.set(connection, count + 1)
    host.send(connection, piece, (isSent) => {
      if (isSent) sendNext(connection)
    })
  }
  return {
    receive: (connection) => {
      if (sent.has(connection)) return
      sent.set(connection, 0)
      for (let count = 0; count < piecesInFlight; count += 1) sendNext(connection)
    },
    end: (connection) => void sent.delete(connection),
  }
}
