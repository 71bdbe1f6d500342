import dgram from 'node:dgram'
import { once } from 'node:events'
import { waitFor } from './tcp.ts'

interface BindArgs {
  host?: string
  /** Sends every datagram back to where it came from. */
  echo?: boolean
}

interface SendArgs {
  id: number
  port: number
  host?: string
  /** One datagram each. */
  texts?: string[]
  /** The length of a single datagram. */
  bytes?: number
}

interface Datagram {
  bytes: number
  text: string | undefined
  address: string
  port: number
}

interface UdpPeer {
  readonly socket: dgram.Socket
  readonly received: Datagram[]
}

/** Longer datagrams are told by their length only. */
const longestText = 400

function record({ received }: UdpPeer, data: Buffer, { address, port }: dgram.RemoteInfo): void {
  const text = data.length <= longestText ? data.toString('latin1') : undefined
  received.push({ bytes: data.length, text, address, port })
}

async function send(socket: dgram.Socket, data: Buffer, port: number, host: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    socket.send(data, port, host, (error) => (error ? reject(error) : resolve()))
  })
}

function closeQuietly(socket: dgram.Socket): void {
  try {
    socket.close()
  } catch {
    // It was closed before.
  }
}

/** UDP sockets outside of the page: `udpBind` answers `{id, port}`, `udpRead` waits for `n` datagrams and takes them. */
export function createUdpPeers() {
  const peers: UdpPeer[] = []
  const find = (id: number): UdpPeer => {
    const peer = peers[id - 1]
    if (peer === undefined) throw new Error(`no UDP peer ${id}`)
    return peer
  }
  return {
    async udpBind({ host = '127.0.0.1', echo = false }: BindArgs = {}): Promise<object> {
      const socket = dgram.createSocket(host.includes(':') ? 'udp6' : 'udp4')
      const peer: UdpPeer = { socket, received: [] }
      socket.on('error', () => {})
      socket.on('message', (data, from) => {
        record(peer, data, from)
        if (echo) socket.send(data, from.port, from.address)
      })
      socket.bind(0, host)
      await once(socket, 'listening')
      const id = peers.push(peer)
      return { id, port: socket.address().port }
    },
    async udpSend({ id, port, host = '127.0.0.1', texts = [], bytes }: SendArgs): Promise<object> {
      const { socket } = find(id)
      for (const text of texts) await send(socket, Buffer.from(text, 'latin1'), port, host)
      if (bytes !== undefined) await send(socket, Buffer.alloc(bytes, 'u'), port, host)
      return {}
    },
    async udpRead({ id, n = 1, ms }: { id: number; n?: number; ms?: number }): Promise<object> {
      const { received } = find(id)
      await waitFor(() => received.length >= n, ms)
      return { datagrams: received.splice(0) }
    },
    async udpClose({ id }: { id: number }): Promise<object> {
      const { socket } = find(id)
      socket.close()
      await once(socket, 'close')
      return {}
    },
    closeAll(): void {
      // Those that the scenario has closed itself say so with an error.
      for (const { socket } of peers) closeQuietly(socket)
    },
  }
}
