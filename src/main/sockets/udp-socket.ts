import dgram from 'node:dgram'
import net from 'node:net'
import { netErrors } from '../../renderer-types/net-errors.ts'
import { isPort, parseIpLiteral, toFamilyOf } from './address.ts'
import { BaseSocket } from './base-socket.ts'
import type { Datagram } from './datagram-queue.ts'
import { DatagramQueue } from './datagram-queue.ts'
import {
  bindDatagramSocket,
  configureDatagramSocket,
  connectDatagramSocket,
  sendDatagram,
} from './dgram-calls.ts'
import type { Descriptors } from './descriptors.ts'
import type { LocalEndpoint } from './endpoints.ts'
import { formatAddress } from './format-address.ts'
import { InOrder } from './in-order.ts'
import { Multicast } from './multicast.ts'
import type { Readiness } from './readiness.ts'
import type { Traffic } from './traffic.ts'

/** What a socket tells, and asks, the app that owns it. */
export interface UdpSocketHost {
  /** What it opens is charged there. */
  readonly descriptors: Descriptors
  askToReceiveDatagram: (socket: UdpSocket) => Readiness
  receiveDatagram: (socket: UdpSocket, datagram: Datagram) => void
  datagramError: (socket: UdpSocket, code: number) => void
}

/** The largest datagram there is. */
const maxDatagram = 65_535

/** One socket of `chrome.sockets.udp`, bound or not. */
export class UdpSocket extends BaseSocket {
  paused = false
  readonly multicast = new Multicast()
  /** Calls that wait for permission. */
  readonly deciding = new InOrder()
  /** Datagrams whose hosts are looked up. */
  readonly sending = new InOrder()
  readonly #host: UdpSocketHost
  #socket: dgram.Socket | undefined
  #address: LocalEndpoint | undefined
  #waiting = new DatagramQueue()
  /** As in Chrome a receive is under way while not paused, and pausing lets that one finish. */
  #receivePending = false
  /** Bytes of the receive under way: a change of the buffer size counts from the next one. */
  #receiveSize = 0
  /** Node counts none of these. */
  readonly #counted = { bytesReceived: 0, bytesSent: 0 }

  constructor(id: number, host: UdpSocketHost) {
    super(id)
    this.#host = host
  }

  get address(): LocalEndpoint | undefined {
    return this.#address
  }

  get traffic(): Traffic {
    const bytesQueued = this.#address === undefined ? 0 : (this.#socket?.getSendQueueSize() ?? 0)
    return { ...this.#counted, bytesQueued, bytesWaiting: this.#waiting.bytes }
  }

  get isTaking(): boolean {
    return this.#receivePending
  }

  setPaused(paused: boolean): void {
    this.paused = paused
    if (paused || this.#address === undefined) return
    if (!this.#receivePending) this.#startReceive()
    // After the answer, as in Chrome.
    queueMicrotask(() => this.pump())
  }

  /** Resolves to 0 or to a net error. */
  async bind(address: string, port: number): Promise<number> {
    if (this.#address !== undefined) return netErrors.ERR_CONNECTION_FAILED
    if (this.#socket !== undefined) return netErrors.ERR_SOCKET_IS_CONNECTED
    const host = parseIpLiteral(address)
    if (host === undefined || !isPort(port)) return netErrors.ERR_INVALID_ARGUMENT
    return this.#open(host, (socket) => bindDatagramSocket(socket, host, port))
  }

  /** Resolves to 0 or to a net error. From then on it hears nobody but that peer. */
  async connect(host: string, port: number): Promise<number> {
    if (this.#socket !== undefined) return netErrors.ERR_CONNECTION_FAILED
    if (port === 0) return netErrors.ERR_ADDRESS_INVALID
    if (!isPort(port)) return netErrors.ERR_INVALID_ARGUMENT
    return this.#open(host, (socket) => connectDatagramSocket(socket, host, port))
  }

  async #open(host: string, act: (socket: dgram.Socket) => Promise<number>): Promise<number> {
    this.multicast.settle()
    const type = net.isIPv6(host) ? 'udp6' : 'udp4'
    const socket = this.#host.descriptors.open(() => dgram.createSocket({ type }))
    if (socket === undefined) return netErrors.ERR_INSUFFICIENT_RESOURCES
    this.#socket = socket
    socket.on('message', (data, { address: from, port: remotePort }) =>
      this.#arrive({ data, remoteAddress: formatAddress(from), remotePort }),
    )
    const code = await act(socket)
    if (this.#socket !== socket) return netErrors.ERR_ABORTED
    if (code === 0) this.#start(socket)
    else this.destroy()
    return code
  }

  /** Resolves to 0 when the system has taken the datagram. */
  send(data: Uint8Array, address: string, port: number): Promise<number> {
    const socket = this.#socket
    if (socket === undefined || this.#address === undefined) {
      return Promise.resolve(netErrors.ERR_SOCKET_NOT_CONNECTED)
    }
    if (data.byteLength > maxDatagram) return Promise.resolve(netErrors.ERR_MSG_TOO_BIG)
    if (!isPort(port) || port === 0) return Promise.resolve(netErrors.ERR_INVALID_ARGUMENT)
    const target = toFamilyOf(this.#address.localAddress, address)
    if (target === undefined) return Promise.resolve(netErrors.ERR_ADDRESS_UNREACHABLE)
    return this.#count(data, sendDatagram(socket, data, { address: target, port }))
  }

  /** The same of a socket that has been connected. */
  sendToPeer(data: Uint8Array): Promise<number> {
    const socket = this.#socket
    if (socket === undefined || this.#address === undefined) {
      return Promise.resolve(netErrors.ERR_SOCKET_NOT_CONNECTED)
    }
    if (data.byteLength > maxDatagram) return Promise.resolve(netErrors.ERR_MSG_TOO_BIG)
    return this.#count(data, sendDatagram(socket, data))
  }

  async #count({ byteLength }: Uint8Array, sending: Promise<number>): Promise<number> {
    const code = await sending
    if (code === 0) this.#counted.bytesSent += byteLength
    return code
  }

  setBroadcast(enabled: boolean): number {
    if (this.#address === undefined) return netErrors.ERR_SOCKET_NOT_CONNECTED
    return configureDatagramSocket(this.#socket, (socket) => socket.setBroadcast(enabled))
  }

  /** Silently: whatever waits is lost. */
  destroy(): void {
    const socket = this.#socket
    this.#socket = undefined
    socket?.close()
    // One that is not bound yet will be, and is closed then.
    if (socket !== undefined && this.#address !== undefined) this.#host.descriptors.release(socket)
    this.multicast.stop()
    this.#address = undefined
    this.#waiting = new DatagramQueue()
  }

  /** To be called when what was in the way of {@link UdpSocketHost.askToReceiveDatagram} has changed. */
  pump(): void {
    while (this.#receivePending) {
      const { first } = this.#waiting
      if (first === undefined || !this.#deliver(first)) return
    }
  }

  #start(socket: dgram.Socket): void {
    const { address, port } = socket.address()
    this.#address = { localAddress: formatAddress(address), localPort: port }
    socket.on('error', () => {})
    this.multicast.start(socket, address)
    if (!this.paused) this.#startReceive()
  }

  #startReceive(): void {
    this.#receivePending = true
    this.#receiveSize = this.readSize
  }

  #arrive(datagram: Datagram): void {
    this.#counted.bytesReceived += datagram.data.byteLength
    this.#waiting.push(datagram)
    this.pump()
  }

  /** False when it has to wait. One that is too long is an error, for which nobody has to listen to data. */
  #deliver(datagram: Datagram): boolean {
    const isTooLong = datagram.data.byteLength > this.#receiveSize
    if (!isTooLong && this.#host.askToReceiveDatagram(this) !== 'ready') return false
    this.#waiting.shift()
    this.#receivePending = false
    if (isTooLong) this.paused = true
    else if (!this.paused) this.#startReceive()
    if (isTooLong) this.#host.datagramError(this, netErrors.ERR_MSG_TOO_BIG)
    else this.#host.receiveDatagram(this, datagram)
    return true
  }
}
