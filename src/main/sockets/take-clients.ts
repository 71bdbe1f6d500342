import net from 'node:net'
import { connectionOptions } from './connection-options.ts'

type OnConnection = (this: unknown, status: unknown, client: unknown) => void

interface ListeningHandle {
  onconnection: OnConnection
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function isListeningHandle(handle: unknown): handle is ListeningHandle {
  return isObject(handle) && 'onconnection' in handle && typeof handle.onconnection === 'function'
}

/** Undefined where Node does not make of it what we want. */
function adopt(handle: unknown): net.Socket | undefined {
  if (!isObject(handle) || !('useUserBuffer' in handle)) return undefined
  // `noDelay` as an option is for `connect` alone.
  const options: object = { ...connectionOptions, handle, pauseOnCreate: true, noDelay: false }
  const client = new net.Socket(options)
  return Reflect.get(client, '_handle') === handle ? client.setNoDelay(true) : undefined
}

/**
 * Hears the clients of a server that listens. `net.Server` makes their sockets by itself and, unlike `net.connect`,
 * cannot be told how (`onread`), so we take its place. Its handle is Node's own business: where it is not as in Node 18
 * to 24, clients come as 'connection' events, and all is the same but slower.
 */
export function takeClients(server: net.Server, take: (client: net.Socket) => void): void {
  server.on('connection', take)
  const handle: unknown = Reflect.get(server, '_handle')
  if (!isListeningHandle(handle)) return
  const { onconnection } = handle
  handle.onconnection = function onClient(status, client) {
    const adopted = status ? undefined : adopt(client)
    if (adopted === undefined) Reflect.apply(onconnection, this, [status, client])
    else take(adopted)
  }
}
