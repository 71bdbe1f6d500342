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

/** The same, of a peer that the socket is to have. */
export function connectDatagramSocket(socket: dgram.Socket, address: string, port: number): Promise<number> {
  return new Promise((resolve) => {
    socket.once('connect', () => resolve(0))
    socket.once('error', (error) => resolve(toNetError(error)))
    socket.once('close', () => resolve(netErrors.ERR_ABORTED))
    socket.connect(port, address)
  })
}

/** How to end the sends that are under way, by their sockets. */
const sendsUnderWay = new WeakMap<dgram.Socket, Set<() => void>>()

/** A listener for each of them would be looked for among all. */
function findSends(socket: dgram.Socket): Set<() => void> {
  const known = sendsUnderWay.get(socket)
  if (known !== undefined) return known
  const sends = new Set<() => void>()
  sendsUnderWay.set(socket, sends)
  socket.once('close', () => {
    for (const end of sends) end()
  })
  return sends
}

/** Resolves to 0 when the system has taken the datagram, or to a net error; without a target it is for the peer. */
export function sendDatagram(
  socket: dgram.Socket,
  data: Uint8Array,
  target?: { readonly address: string; readonly port: number },
): Promise<number> {
  return new Promise((resolve) => {
    const sends = findSends(socket)
    // A send that is under way when the socket closes is not heard of again.
    const end = (): void => resolve(netErrors.ERR_SOCKET_NOT_CONNECTED)
    sends.add(end)
    const finish = (error: Error | null): void => {
      sends.delete(end)
      resolve(error === null ? 0 : toNetError(error))
    }
    if (target === undefined) socket.send(data, finish)
    else socket.send(data, target.port, target.address, finish)
  })
}

/** Sets an option: 0 or a net error. */
export function configureDatagramSocket(
  socket: dgram.Socket | undefined,
  act: (socket: dgram.Socket) => void,
): number {
  if (socket === undefined) return netErrors.ERR_SOCKET_NOT_CONNECTED
  try {
    act(socket)
    return 0
  } catch (error) {
    return toNetError(error)
  }
}
