import type net from 'node:net'
import type { SocketReport, SocketState } from '../types.ts'
import type { AnySocket } from '../sockets/any-socket.ts'
import type { Endpoints } from '../sockets/endpoints.ts'
import { readEndpoints } from '../sockets/endpoints.ts'
import type { FormerOwner } from '../sockets/lingering-sockets.ts'
import { TcpServerSocket } from '../sockets/tcp-server-socket.ts'
import { TcpSocket } from '../sockets/tcp-socket.ts'
import type { Traffic } from '../sockets/traffic.ts'
import { noTraffic, readTraffic } from '../sockets/traffic.ts'
import type { UdpSocket } from '../sockets/udp-socket.ts'

/** What there is to tell of a socket of some kind besides what all have. */
interface Details {
  readonly namespace: SocketReport['namespace']
  readonly state: SocketState
  readonly addresses: Partial<Endpoints> | undefined
  readonly secured?: boolean
  readonly traffic?: Traffic
  readonly heldConnections?: number
}

function report(
  appId: string,
  { id, name, paused, persistent }: Pick<AnySocket, 'id' | 'name' | 'paused' | 'persistent'>,
  { addresses, heldConnections = 0, namespace, secured = false, state, traffic = noTraffic }: Details,
): SocketReport {
  const common = { appId, namespace, socketId: id, name, persistent, paused, state, secured }
  return { ...common, ...addresses, ...traffic, heldConnections }
}

function readTcp({ endpoints: addresses, secured, state, traffic }: TcpSocket): Details {
  return { namespace: 'tcp', state, addresses, secured, traffic }
}

function readTcpServer({ address, heldConnections }: TcpServerSocket): Details {
  const state = address === undefined ? 'created' : 'listening'
  return { namespace: 'tcpServer', state, addresses: address, heldConnections }
}

function readUdp({ address, traffic }: UdpSocket): Details {
  const state = address === undefined ? 'created' : 'bound'
  return { namespace: 'udp', state, addresses: address, traffic }
}

function readDetails(socket: AnySocket): Details {
  if (socket instanceof TcpSocket) return readTcp(socket)
  return socket instanceof TcpServerSocket ? readTcpServer(socket) : readUdp(socket)
}

export function reportSocket(appId: string, socket: AnySocket): SocketReport {
  return report(appId, socket, readDetails(socket))
}

/** A connection that the page has closed or disconnected and that still sends. */
export function reportLingering(appId: string, connection: net.Socket, owner: FormerOwner): SocketReport {
  const { known, secured } = owner
  const addresses = readEndpoints(connection, known)
  const traffic = readTraffic(connection)
  const details = { namespace: 'tcp', state: 'closing', addresses, secured, traffic } as const
  return report(appId, { ...owner, paused: true }, details)
}
