import type dgram from 'node:dgram'
import { netErrors } from '../../renderer-types/net-errors.ts'
import { toNetError } from './net-error.ts'

/** Resolves to 0 or to a net error; `net::ERR_ABORTED` when the socket was closed meanwhile. */
export function bindDatagramSocket(socket: dgram.Socket, address: string, port: number): Promise<number> {
  return new Promise((resolve) => {
    socket.once('listening', () => resolve(0))
    socket.once('error', (error) => resolve(toNetError(error)))
    socket.once('close', () => resolve(netErrors.ERR_ABORTED))
    socket.bind({ address, port, exclusive: true })
  })
}
