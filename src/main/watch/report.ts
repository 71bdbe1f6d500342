import type net from 'node:net'
import type { Obstacle, SocketReport, SocketState } from '../types.ts'
import type { AnySocket } from '../sockets/any-socket.ts'
import type { Endpoints } from '../sockets/endpoints.ts'
import { readEndpoints } from '../sockets/endpoints.ts'
import type { FormerOwner } from '../sockets/lingering-sockets.ts'
import type { TcpServerSocket } from '../sockets/tcp-server-socket.ts'
import type { TcpSocket } from '../sockets/tcp-socket.ts'
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
  readonly backlog?: number
  readonly obstacle?: Obstacle
}

export type FindObstacle = (socket: AnySocket) => Obstacle | undefined

function report(
  appId: string,
  { id, name, paused, persistent }: Pick<AnySocket, 'id' | 'name' | 'paused' | 'persistent'>,
  {
    addresses,
    heldConnections = 0,
    namespace,
    secured = false,
    state,
    traffic = noTraffic,
    ...more
  }: Details,
): SocketReport {
  const common = { appId, namespace, socketId: id, name, persistent, paused, state, secured }
  return { ...common, ...addresses, ...traffic, heldConnections, ...more }
}

function readTcp({ endpoints: addresses, secured, state, traffic }: TcpSocket): Details {
  return { namespace: 'tcp', state, addresses, secured, traffic }
}

function readTcpServer({ address, backlog, heldConnections }: TcpServerSocket): Details {
  const namespace = 'tcpServer'
  if (address === undefined) return { namespace, state: 'created', addresses: address }
  return { namespace, state: 'listening', addresses: address, heldConnections, backlog }
}

function readUdp({ address, traffic }: UdpSocket): Details {
  const state = address === undefined ? 'created' : 'bound'
  return { namespace: 'udp', state, addresses: address, traffic }
}

/** By what they have: their classes need not be there before there is one. */
function readDetails(socket: AnySocket): Details {
  if ('secured' in socket) return readTcp(socket)
  return 'backlog' in socket ? readTcpServer(socket) : readUdp(socket)
}

/** States in which something can come. */
const open: ReadonlySet<SocketState> = new Set(['listening', 'connected', 'bound'])

export function reportSocket(appId: string, socket: AnySocket, findObstacle: FindObstacle): SocketReport {
  const details = readDetails(socket)
  if (!open.has(details.state)) return report(appId, socket, details)
  const obstacle = socket.isTaking ? findObstacle(socket) : 'paused'
  return report(appId, socket, { ...details, ...(obstacle && { obstacle }) })
}

/** One of the old API: it is read when somebody asks for what has come, and nothing else holds it up. */
export function reportOldSocket(appId: string, socket: AnySocket): SocketReport {
  return { ...report(appId, socket, readDetails(socket)), old: true }
}

/** One that has been asked for nothing yet. */
export function reportNewSocket(appId: string, id: number): SocketReport {
  const idle = { id, name: '', paused: true, persistent: false }
  return { ...report(appId, idle, { namespace: 'tcp', state: 'created', addresses: undefined }), old: true }
}

/** A connection that the page has closed or disconnected and that still sends. */
export function reportLingering(appId: string, connection: net.Socket, owner: FormerOwner): SocketReport {
  const { known, secured } = owner
  const addresses = readEndpoints(connection, known)
  const traffic = readTraffic(connection)
  const details = { namespace: 'tcp', state: 'closing', addresses, secured, traffic } as const
  return report(appId, { ...owner, paused: true }, details)
}
