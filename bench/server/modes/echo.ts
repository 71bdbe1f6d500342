import type { SocketHost } from '../socket-host.ts'
import type { ModeEvents, Sized } from './mode.ts'

/** Sends back whatever comes. */
export function echo<C, D extends Sized>(host: SocketHost<C, D>): ModeEvents<C, D> {
  return { receive: (connection, data) => host.send(connection, data, () => {}) }
}
