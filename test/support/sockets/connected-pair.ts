import { once } from 'node:events'
import net from 'node:net'
import { takeClients } from '../../../src/main/sockets/take-clients.ts'
import { TcpPeer } from './tcp-peer.ts'

const opened = new Set<{ destroy: () => void }>()
const servers = new Set<net.Server>()

/** Both ends of a connection: ours as a server socket accepts it, and the peer's. */
export async function connectPair(): Promise<{ socket: net.Socket; peer: TcpPeer }> {
  const server = net.createServer().listen(0, '127.0.0.1')
  servers.add(server)
  await once(server, 'listening')
  const { port } = server.address() as net.AddressInfo
  const accepted = new Promise<net.Socket>((resolve) => takeClients(server, resolve))
  const peer = track(await TcpPeer.connect(port))
  const socket = await accepted
  opened.add(socket)
  socket.on('error', () => {})
  server.close()
  return { socket, peer }
}

/** Has the peer closed with the others at the end of the test. */
export function track(peer: TcpPeer): TcpPeer {
  opened.add(peer.socket)
  return peer
}

export function closeConnections(): void {
  for (const socket of opened) socket.destroy()
  opened.clear()
  for (const server of servers) server.close()
  servers.clear()
}
