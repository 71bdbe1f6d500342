import net from 'node:net'
import { once } from 'node:events'

interface Peer {
  readonly socket: net.Socket
  data: Buffer[]
  ended: boolean
  closed: boolean
  error: string | null
}

interface Waiting {
  /** How long to wait, at most. */
  ms?: number
}

interface ById {
  id: number
}

const patience = 2000
/** Longer data is told by its length only. */
const longestText = 400

const codeOf = (error: Error): string => ('code' in error ? String(error.code) : error.message)

export async function waitFor(condition: () => boolean, ms = patience): Promise<void> {
  for (const end = Date.now() + ms; !condition() && Date.now() < end;) {
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}

/** The connections of one scenario, by number. */
export class PeerTable {
  readonly #peers = new Map<number, Peer>()
  #next = 1

  /** Takes a connection in: from now on what it receives is collected. */
  readonly track = (socket: net.Socket): number => {
    const peer: Peer = { socket, data: [], ended: false, closed: false, error: null }
    socket.on('data', (chunk: Buffer) => peer.data.push(chunk))
    socket.on('end', () => (peer.ended = true))
    socket.on('close', () => (peer.closed = true))
    socket.on('error', (error) => (peer.error = codeOf(error)))
    const id = this.#next
    this.#next += 1
    this.#peers.set(id, peer)
    return id
  }

  find(id: number): Peer {
    const peer = this.#peers.get(id)
    if (peer === undefined) throw new Error(`no peer ${id}`)
    return peer
  }

  destroyAll(): void {
    for (const { socket } of this.#peers.values()) socket.destroy()
    this.#peers.clear()
  }
}

const received = ({ data }: Peer): number => data.reduce((total, chunk) => total + chunk.length, 0)
/** An error is always followed by the close. */
const isOver = ({ ended, closed }: Peer): boolean => ended || closed

/** What can be done with a connection, whoever has opened it. */
export function createConnectionPeers(peers: PeerTable) {
  return {
    /** Opens a connection: `{id, localPort}`, or `{error}`. */
    async connect({
      port,
      host = '127.0.0.1',
      ms = patience,
    }: { port: number; host?: string } & Waiting): Promise<object> {
      const socket = net.connect({ port, host, noDelay: true, allowHalfOpen: true })
      const timer = setTimeout(
        () => socket.destroy(Object.assign(new Error('late'), { code: 'TIMEOUT' })),
        ms,
      )
      try {
        await once(socket, 'connect')
        return { id: peers.track(socket), localPort: socket.localPort }
      } catch (error) {
        return { error: codeOf(error as Error) }
      } finally {
        clearTimeout(timer)
      }
    },
    /** Sends a text (latin1) or `bytes` bytes of the value `fill`. */
    async send({
      id,
      text = '',
      bytes,
      fill = 97,
    }: ById & { text?: string; bytes?: number; fill?: number }): Promise<object> {
      const data = bytes === undefined ? Buffer.from(text, 'latin1') : Buffer.alloc(bytes, fill)
      const { socket } = peers.find(id)
      return new Promise((resolve) => {
        socket.write(data, (error) => resolve(error ? { ok: false, error: codeOf(error) } : { ok: true }))
      })
    },
    /** Waits for `bytes` bytes or the end, and takes what has come. */
    async read({ id, bytes, ms = patience }: ById & { bytes: number } & Waiting): Promise<object> {
      const peer = peers.find(id)
      await waitFor(() => received(peer) >= bytes || isOver(peer), ms)
      const data = Buffer.concat(peer.data)
      peer.data = []
      const text = data.length <= longestText ? { text: data.toString('latin1') } : {}
      const { ended, closed, error } = peer
      return { bytes: data.length, ...text, ended, closed, error }
    },
    /** Waits for an end, an error or `ms`, and says how things are. */
    async state({ id, ms = 300 }: ById & Waiting): Promise<object> {
      const peer = peers.find(id)
      await waitFor(() => isOver(peer), ms)
      const { ended, closed, error } = peer
      return { ended, closed, error }
    },
    end({ id }: ById): object {
      peers.find(id).socket.end()
      return {}
    },
    destroy({ id }: ById): object {
      peers.find(id).socket.destroy()
      return {}
    },
    reset({ id }: ById): object {
      peers.find(id).socket.resetAndDestroy()
      return {}
    },
    pauseReading({ id }: ById): object {
      peers.find(id).socket.pause()
      return {}
    },
    resumeReading({ id }: ById): object {
      peers.find(id).socket.resume()
      return {}
    },
  }
}
