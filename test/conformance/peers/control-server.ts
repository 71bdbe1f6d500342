import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { createCertificates } from '../../support/sockets/certificates.ts'
import { createFullServerPeers } from './full-server.ts'
import { createServerPeers } from './servers.ts'
import { createConnectionPeers, PeerTable } from './tcp.ts'
import { createTlsPeers } from './tls.ts'
import { createUdpPeers } from './udp.ts'

type Operation = (args: unknown) => unknown

export interface ControlServer {
  readonly url: string
  /** The authority that has signed the peers' certificates, as PEM. */
  readonly authority: string
  readonly close: () => Promise<void>
}

interface Request {
  readonly operation: string
  readonly args?: unknown
}

interface Peers {
  readonly operations: ReadonlyMap<string, Operation>
  readonly closeAll: () => void
}

const certificates = createCertificates()

/** New for every scenario. */
function createPeers(): Peers {
  const connections = new PeerTable()
  const parts = [
    createConnectionPeers(connections),
    createServerPeers(connections),
    createFullServerPeers(),
    createTlsPeers(certificates, connections.track),
    createUdpPeers(),
  ]
  const operations = new Map<string, Operation>()
  for (const part of parts)
    for (const [name, act] of Object.entries(part)) operations.set(name, act as Operation)
  const closeAll = (): void => {
    connections.destroyAll()
    for (const part of parts) if ('closeAll' in part) part.closeAll()
  }
  return { operations, closeAll }
}

async function readBody(request: http.IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request) body += String(chunk)
  return body
}

/** Gives the page real peers in this process: an HTTP server to which it posts `{operation, args}`. */
export async function startControlServer(): Promise<ControlServer> {
  let peers = createPeers()
  const carryOut = async (operation: string, args: unknown): Promise<unknown> => {
    if (operation === 'release') {
      peers.closeAll()
      peers = createPeers()
      return {}
    }
    const act = peers.operations.get(operation)
    if (act === undefined) throw new Error('there is no such operation')
    return act(args)
  }
  const answer = async (request: http.IncomingMessage): Promise<object> => {
    try {
      const { operation, args = {} } = JSON.parse(await readBody(request)) as Request
      return { result: await carryOut(operation, args) }
    } catch (error) {
      return { error: String(error) }
    }
  }
  const server = http.createServer(async (request, response) => {
    const body = JSON.stringify(await answer(request))
    response.setHeader('access-control-allow-origin', '*').end(body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    authority: certificates.authority,
    close: async () => {
      peers.closeAll()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
