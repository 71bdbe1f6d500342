import net from 'node:net'
import { netErrors } from '../../renderer-types/net-errors.ts'
import type { Descriptors } from './descriptors.ts'
import { toConnectError } from './net-error.ts'
import { connectionOptions } from './connection-options.ts'
import { isOffline } from './network-interfaces.ts'

/** Chromium says more of an address that cannot be reached where none can (net/socket/socket_posix.cc). */
function explainFailure(error: unknown): number {
  const code = toConnectError(error)
  const isNoWonder = code === netErrors.ERR_ADDRESS_UNREACHABLE && isOffline()
  return isNoWonder ? netErrors.ERR_INTERNET_DISCONNECTED : code
}

/** Resolves to the connection, paused, or to a net error; `net::ERR_ABORTED` when the signal ended the attempt. */
export function openConnection(
  host: string,
  port: number,
  signal: AbortSignal,
  descriptors: Descriptors,
): Promise<net.Socket | number> {
  return new Promise((resolve) => {
    const socket = descriptors.open(() => net.connect({ ...connectionOptions, host, port, signal }))
    if (socket === undefined) return resolve(netErrors.ERR_INSUFFICIENT_RESOURCES)
    const onError = (error: Error): void =>
      resolve(signal.aborted ? netErrors.ERR_ABORTED : explainFailure(error))
    socket.once('error', onError)
    socket.once('connect', () => {
      socket.off('error', onError)
      resolve(socket.pause())
    })
  })
}
