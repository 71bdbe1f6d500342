import type dgram from 'node:dgram'
import net from 'node:net'
import { netErrors } from '../../renderer-types/net-errors.ts'
import { parseIpLiteral } from './address.ts'
import { configureDatagramSocket } from './dgram-calls.ts'

/** The groups of a datagram socket, and how it sends to groups. */
export class Multicast {
  readonly #groups: string[] = []
  /** Of a socket that is bound. */
  #socket: dgram.Socket | undefined
  #isIPv6 = false
  /** A bind has been tried, with success or not: the options can no longer be changed. */
  #settled = false
  #timeToLive = 1
  #loopback = true

  get groups(): readonly string[] {
    return this.#groups
  }

  /** To be called when a bind begins. */
  settle(): void {
    this.#settled = true
  }

  /** To be called with a socket that is bound. */
  start(socket: dgram.Socket, localAddress: string): void {
    socket.setMulticastTTL(this.#timeToLive)
    socket.setMulticastLoopback(this.#loopback)
    this.#socket = socket
    this.#isIPv6 = net.isIPv6(localAddress)
  }

  /** To be called when the socket is closed. */
  stop(): void {
    this.#socket = undefined
  }

  join(address: string): number {
    const group = parseIpLiteral(address)
    if (group === undefined || this.#groups.includes(group)) return netErrors.ERR_ADDRESS_INVALID
    if (this.#socket === undefined) return netErrors.ERR_UNEXPECTED
    if (net.isIPv6(group) !== this.#isIPv6) return netErrors.ERR_ADDRESS_INVALID
    const code = configureDatagramSocket(this.#socket, (socket) => socket.addMembership(group))
    if (code === 0) this.#groups.push(group)
    return code
  }

  /** As in Chrome a group is kept when the system does not let go of it: when its interface has gone, for instance. */
  leave(address: string): number {
    const index = this.#groups.indexOf(parseIpLiteral(address) ?? '')
    const group = this.#groups[index]
    if (group === undefined) return netErrors.ERR_ADDRESS_INVALID
    const code = configureDatagramSocket(this.#socket, (socket) => socket.dropMembership(group))
    if (code === 0) this.#groups.splice(index, 1)
    return code
  }

  setTimeToLive(ttl: number): number {
    if (this.#settled) return netErrors.ERR_SOCKET_IS_CONNECTED
    if (ttl < 0 || ttl > 255) return netErrors.ERR_INVALID_ARGUMENT
    this.#timeToLive = ttl
    return 0
  }

  setLoopback(enabled: boolean): number {
    if (this.#settled) return netErrors.ERR_SOCKET_IS_CONNECTED
    this.#loopback = enabled
    return 0
  }
}
