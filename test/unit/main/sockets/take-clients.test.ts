import { once } from 'node:events'
import net from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { takeClients } from '../../../../src/main/sockets/take-clients.ts'
import { closeConnections, track } from '../../../support/sockets/connected-pair.ts'
import { TcpPeer } from '../../../support/sockets/tcp-peer.ts'
import { until } from '../../../support/until.ts'

let server: net.Server
let clients: net.Socket[]
let chunks: Uint8Array[]

beforeEach(async () => {
  clients = []
  chunks = []
  server = net.createServer({ allowHalfOpen: true, pauseOnConnect: true, noDelay: true })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})

afterEach(() => {
  for (const client of clients) client.destroy()
  server.close()
  closeConnections()
})

const handleOf = (owner: object): Record<string, unknown> => Reflect.get(owner, '_handle')

async function connect(): Promise<TcpPeer> {
  const count = clients.length
  const peer = track(await TcpPeer.connect((server.address() as net.AddressInfo).port))
  await until('taken', () => clients.length > count)
  return peer
}

function take(): void {
  takeClients(server, (client) => {
    clients.push(client)
    client.on('data', (chunk) => chunks.push(chunk))
  })
}

const text = (): string => Buffer.concat(chunks.map((chunk) => Buffer.from(chunk))).toString()

/** The prototype that has a property. */
function findOwner(object: object, key: string): object {
  let owner: object | null = object
  while (owner !== null && !Object.hasOwn(owner, key)) owner = Object.getPrototypeOf(owner) as object | null
  if (owner === null) throw new Error(`nobody has ${key}`)
  return owner
}

/** What a client must be like, however it was taken. */
async function expectWhole(peer: TcpPeer): Promise<void> {
  const [client] = clients
  if (client === undefined) throw new Error('no client')
  expect([client.remotePort, client.isPaused()]).toEqual([peer.socket.localPort, true])
  peer.write('hello')
  client.resume()
  await until('read', () => text() === 'hello')
  expect(client.bytesRead).toBe(5)
  peer.socket.end()
  await once(client, 'end')
  client.write('still here')
  await until('answered', () => peer.text === 'still here')
}

describe('a client', () => {
  it('is there once, paused, and half open when its peer has ended', async () => {
    take()
    await expectWhole(await connect())
    expect(clients).toHaveLength(1)
  })

  it('reads into the memory that all read into', async () => {
    take()
    for (let i = 0; i < 2; i += 1) {
      const peer = await connect()
      clients[i]?.resume()
      peer.write('x')
      await until('read', () => chunks.length === i + 1)
    }
    expect(chunks[1]?.buffer).toBe(chunks[0]?.buffer)
  })

  it('says nothing of its being full: who writes asks it', async () => {
    take()
    await connect()
    let drains = 0
    clients[0]?.on('drain', () => (drains += 1))
    expect(clients[0]?.write(Buffer.alloc(1024 * 1024))).toBe(true)
    await until('written', () => clients[0]?.writableLength === 0)
    expect(drains).toBe(0)
  })
})

describe('where Node is not as we know it, a client is whole all the same', () => {
  it('if a server has no handle of that kind', async () => {
    const handle = handleOf(server)
    const { onconnection } = handle
    handle['onconnection'] = undefined
    take()
    handle['onconnection'] = onconnection
    await expectWhole(await connect())
    expect(clients[0] && Reflect.get(clients[0], '_server')).toBe(server)
  })

  it('if a client cannot read into memory of ours', async () => {
    const stream = findOwner(handleOf(server), 'useUserBuffer')
    const descriptor = Object.getOwnPropertyDescriptor(stream, 'useUserBuffer') ?? {}
    take()
    Reflect.deleteProperty(stream, 'useUserBuffer')
    const peer = await connect().finally(() => Object.defineProperty(stream, 'useUserBuffer', descriptor))
    await expectWhole(peer)
    expect(clients[0] && Reflect.get(clients[0], '_server')).toBe(server)
  })

  it('if accepting fails, the server says so', async () => {
    take()
    const errors: unknown[] = []
    server.on('error', (error) => errors.push(error))
    const { onconnection } = handleOf(server) as { onconnection: (status: number, client?: object) => void }
    onconnection.call(handleOf(server), -24)
    expect(errors).toMatchObject([{ code: 'EMFILE', syscall: 'accept' }])
    expect(clients).toEqual([])
  })
})
