import dgram from 'node:dgram'
import { once } from 'node:events'

/** True when nobody is bound to the port of 127.0.0.1. */
export async function isUdpPortFree(port: number): Promise<boolean> {
  const socket = dgram.createSocket('udp4')
  const bound = once(socket, 'listening').then(
    () => true,
    () => false,
  )
  socket.bind({ port, address: '127.0.0.1', exclusive: true })
  const isFree = await bound
  socket.close()
  return isFree
}
