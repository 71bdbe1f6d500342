import net from 'node:net'
import { once } from 'node:events'
import type { PeerTable } from './tcp.ts'
import { waitFor } from './tcp.ts'

/** What a server does with a connection it has accepted. */
type Mode = 'hold' | 'echo' | 'close' | 'reset'

interface Listener {
  readonly server: net.Server
  readonly accepted: number[]
}

const act: Record<Mode, (socket: net.Socket) => void> = {
  hold: () => {},
  echo: (socket) => void socket.pipe(socket),
  close: (socket) => void socket.end(),
  reset: (socket) => void socket.resetAndDestroy(),
}

/** TCP servers for the page to connect to. */
export function createServerPeers(peers: PeerTable) {
  const listeners: Listener[] = []
  const find = (id: number): Listener => {
    const listener = listeners[id - 1]
    if (listener === undefined) throw new Error(`no server ${id}`)
    return listener
  }
  return {
    /** Listens on a free port: `{id, port}`. */
    async listen({ host = '127.0.0.1', mode = 'hold' }: { host?: string; mode?: Mode }): Promise<object> {
      const accepted: number[] = []
      const server = net.createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
        accepted.push(peers.track(socket))
        act[mode](socket)
      })
      server.listen(0, host)
      await once(server, 'listening')
      const id = listeners.push({ server, accepted })
      return { id, port: (server.address() as net.AddressInfo).port }
    },
    /** Waits for `n` connections: `{ids}`. */
    async accepted({ id, n = 1, ms }: { id: number; n?: number; ms?: number }): Promise<object> {
      const { accepted } = find(id)
      await waitFor(() => accepted.length >= n, ms)
      return { ids: accepted }
    },
    unlisten({ id }: { id: number }): object {
      find(id).server.close()
      return {}
    },
    /** A port at which nobody listens. */
    async freePort({ host = '127.0.0.1' }: { host?: string } = {}): Promise<object> {
      const server = net.createServer()
      server.listen(0, host)
      await once(server, 'listening')
      const { port } = server.address() as net.AddressInfo
      server.close()
      await once(server, 'close')
      return { port }
    },
    closeAll(): void {
      for (const { server } of listeners) server.close()
    },
  }
}
