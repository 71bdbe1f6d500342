import dgram from 'node:dgram'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { DatagramReader } from '../server/datagrams/datagram.ts'
import { Flood } from '../server/datagrams/flood.ts'
import type { Span } from './span.ts'
import { measureRate } from './span.ts'

/** So much that hardly any are lost on the load generator's side, where the system gives it. */
const receiveBuffer = 4 * 1024 * 1024
const lostAfter = 300

/** The other end of the measured UDP socket. */
export class DatagramPeer {
  #socket: dgram.Socket | undefined
  #reader = new DatagramReader()
  #flood: Flood | undefined

  /** Opens a socket for what comes, and returns its port. */
  async open(): Promise<number> {
    const reader = new DatagramReader()
    const options = { type: 'udp4', recvBufferSize: receiveBuffer } as const
    const socket = dgram.createSocket(options, (data) => reader.read(data))
    this.#socket = socket
    this.#reader = reader
    socket.bind(0, '127.0.0.1')
    await once(socket, 'listening')
    return socket.address().port
  }

  /** Counts what comes; returns datagrams a second. */
  count(span: Span): Promise<number> {
    return measureRate(span, () => this.#reader.received)
  }

  /** Closes the socket when nothing comes any more; returns how many have come in all. */
  async close(): Promise<number> {
    const reader = this.#reader
    for (let before = -1; before < reader.received; await sleep(lostAfter)) before = reader.received
    this.#socket?.close()
    if (reader.failure !== undefined) throw new Error(reader.failure)
    return reader.received
  }

  /** Begins to send to a port as much as goes. */
  flood(port: number): void {
    const socket = dgram.createSocket('udp4')
    this.#socket = socket
    // From the callback itself no other event would ever have its turn.
    this.#flood = new Flood((datagram, sent) =>
      socket.send(datagram, port, '127.0.0.1', (error) => setImmediate(sent, error === null)),
    )
  }

  /** Returns how many were sent. */
  async stopFlood(): Promise<number> {
    const flood = this.#flood
    await flood?.stop()
    this.#socket?.close()
    if (flood?.failure !== undefined) throw new Error(flood.failure)
    return flood?.sent ?? 0
  }
}
