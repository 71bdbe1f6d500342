import dgram from 'node:dgram'
import { once } from 'node:events'
import type { Datagram } from '../../../src/main/sockets/datagram-queue.ts'
import type { Readiness } from '../../../src/main/sockets/readiness.ts'
import type { UdpSocketHost } from '../../../src/main/sockets/udp-socket.ts'
import { UdpSocket } from '../../../src/main/sockets/udp-socket.ts'
import { plenty } from './plenty.ts'
import { until } from '../until.ts'

/** A UDP socket of plain Node; what it receives is collected. */
export class UdpPeer {
  readonly received: { readonly text: string; readonly size: number; readonly port: number }[] = []
  readonly port: number
  readonly #socket: dgram.Socket

  private constructor(socket: dgram.Socket) {
    this.#socket = socket
    this.port = socket.address().port
    socket.on('message', (data, { port }) =>
      this.received.push({ text: data.toString('latin1'), size: data.length, port }),
    )
  }

  static async open(address = '127.0.0.1'): Promise<UdpPeer> {
    const socket = dgram.createSocket(address.includes(':') ? 'udp6' : 'udp4')
    socket.bind(0, address)
    await once(socket, 'listening')
    return new UdpPeer(socket)
  }

  async send(data: string | Uint8Array, port: number, address: string): Promise<void> {
    await new Promise((resolve) => this.#socket.send(data, port, address, resolve))
  }

  close(): void {
    this.#socket.close()
  }
}

/** A UDP socket without an app around it, what it has told, and a peer. */
export class UdpRig implements UdpSocketHost {
  readonly descriptors = plenty
  readonly datagrams: Datagram[] = []
  readonly errors: number[] = []
  /** Somebody listens and takes what comes. */
  heard = true
  readonly #sockets: UdpSocket[] = []
  readonly #peers: UdpPeer[] = []

  readonly askToReceiveDatagram = (): Readiness => (this.heard ? 'ready' : 'unheard')
  readonly receiveDatagram = (_socket: UdpSocket, datagram: Datagram): void =>
    void this.datagrams.push(datagram)
  readonly datagramError = (_socket: UdpSocket, code: number): void => void this.errors.push(code)

  get texts(): string[] {
    return this.datagrams.map(({ data }) => data.toString('latin1'))
  }

  create(): UdpSocket {
    const socket = new UdpSocket(this.#sockets.length + 1, this)
    this.#sockets.push(socket)
    return socket
  }

  /** A socket that is bound to a free port. */
  async bind(address = '127.0.0.1'): Promise<UdpSocket> {
    const socket = this.create()
    const code = await socket.bind(address, 0)
    if (code !== 0) throw new Error(`not bound to ${address}: ${code}`)
    return socket
  }

  async openPeer(address?: string): Promise<UdpPeer> {
    const peer = await UdpPeer.open(address)
    this.#peers.push(peer)
    return peer
  }

  /** Waits until the socket has told of so many datagrams and errors. */
  async seen(count: number): Promise<void> {
    await until(`${count} seen`, () => this.datagrams.length + this.errors.length >= count)
  }

  close(): void {
    for (const each of this.#sockets) each.destroy()
    for (const each of this.#peers) each.close()
  }
}

export const portOf = (socket: UdpSocket): number => socket.address?.localPort ?? 0
