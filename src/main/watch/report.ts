import type net from 'node:net'
import type { SocketReport } from '../index.ts'
import type { Endpoints } from '../sockets/endpoints.ts'
import type { FormerOwner } from '../sockets/lingering-sockets.ts'
import { TcpServerSocket } from '../sockets/tcp-server-socket.ts'
import { TcpSocket } from '../sockets/tcp-socket.ts'
import { noTraffic, readTraffic } from '../sockets/traffic.ts'
import type { UdpSocket } from '../sockets/udp-socket.ts'

export type AnySocket = TcpSocket | TcpServerSocket | UdpSocket

function toPeer(endpoints: Endpoints | undefined): Partial<SocketReport> {
  if (endpoints === undefined) return {}
  const { localAddress, localPort, peerAddress, peerPort } = endpoints
  return { localAddress, localPort, peerAddress, peerPort }
}

function reportCommon({
  id,
  name,
  paused,
  persistent,
}: AnySocket): Pick<SocketReport, 'socketId' | 'name' | 'paused' | 'persistent'> {
  return { socketId: id, name, persistent, paused }
}

function reportTcp(appId: string, socket: TcpSocket): SocketReport {
  const { endpoints, secured, state, traffic } = socket
  const heldConnections = 0
  return {
    appId,
    namespace: 'tcp',
    ...reportCommon(socket),
    state,
    secured,
    ...toPeer(endpoints),
    ...traffic,
    heldConnections,
  }
}

function reportTcpServer(appId: string, socket: TcpServerSocket): SocketReport {
  const { address, heldConnections } = socket
  const state = address === undefined ? 'created' : 'listening'
  const common = reportCommon(socket)
  return {
    appId,
    namespace: 'tcpServer',
    ...common,
    state,
    secured: false,
    ...address,
    ...noTraffic,
    heldConnections,
  }
}

function reportUdp(appId: string, socket: UdpSocket): SocketReport {
  const { address, traffic } = socket
  const state = address === undefined ? 'created' : 'bound'
  const common = reportCommon(socket)
  return {
    appId,
    namespace: 'udp',
    ...common,
    state,
    secured: false,
    ...address,
    ...traffic,
    heldConnections: 0,
  }
}

export function reportSocket(appId: string, socket: AnySocket): SocketReport {
  if (socket instanceof TcpSocket) return reportTcp(appId, socket)
  return socket instanceof TcpServerSocket ? reportTcpServer(appId, socket) : reportUdp(appId, socket)
}

/** A connection that the page has closed or disconnected and that still sends. */
export function reportLingering(appId: string, connection: net.Socket, owner: FormerOwner): SocketReport {
  const { endpoints, id, name, persistent, secured } = owner
  return {
    appId,
    namespace: 'tcp',
    socketId: id,
    name,
    persistent,
    paused: true,
    state: 'closing',
    secured,
    ...toPeer(endpoints),
    ...readTraffic(connection),
    heldConnections: 0,
  }
}
