// @ts-check
// Talks with the honest page all the time, from a process of its own, and does to the hostile app what its peers do.
import dgram from 'node:dgram'
import net from 'node:net'
import { answerParent } from './answer-parent.js'

const rest = 5
const message = Buffer.alloc(64, 'ping')

/** One message under way at a time. */
class Talk {
  worst = 0
  count = 0
  #sent = 0
  #heard = 0
  #socket

  constructor(/** @type {number} */ port) {
    this.#socket = net.connect({ port, host: '127.0.0.1', noDelay: true })
    this.#socket.on('data', ({ length }) => this.#hear(length))
    this.#socket.on('connect', () => this.#say())
    this.#socket.on('error', () => {})
  }

  /** What has no answer yet counts as well. */
  take() {
    const waiting = this.#sent === 0 ? 0 : performance.now() - this.#sent
    const taken = { worst: Math.max(this.worst, waiting), count: this.count, closed: this.#socket.destroyed }
    this.worst = 0
    this.count = 0
    return taken
  }

  #say() {
    this.#sent = performance.now()
    this.#socket.write(message)
  }

  #hear(/** @type {number} */ length) {
    this.#heard += length
    if (this.#heard < message.length) return
    this.#heard -= message.length
    this.worst = Math.max(this.worst, performance.now() - this.#sent)
    this.#sent = 0
    this.count += 1
    setTimeout(() => this.#say(), rest)
  }
}

/** @type {Talk | undefined} */
let talk
/** @type {net.Socket[]} */
const sockets = []
/** @type {net.Server | undefined} */
let server

const pause = (/** @type {number} */ time) => new Promise((resolve) => setTimeout(resolve, time))

/** @type {Record<string, (...args: any[]) => unknown>} */
const methods = {
  talk(/** @type {number} */ port) {
    talk = new Talk(port)
  },
  take: () => talk?.take(),
  /** Whether a server answers one client more. */
  echo: (/** @type {number} */ port) =>
    new Promise((resolve) => {
      const socket = net.connect(port, '127.0.0.1', () => socket.write(message))
      socket.setTimeout(5000, () => socket.destroy())
      socket.on('error', () => {}).on('close', () => resolve(false))
      socket.once('data', (data) => {
        resolve(message.subarray(0, data.length).equals(data))
        socket.destroy()
      })
    }),
  /** A server that takes every client and reads nothing. */
  serveDeafly: () =>
    new Promise((resolve) => {
      server = net.createServer(
        { pauseOnConnect: true },
        (socket) => void sockets.push(socket.on('error', () => {})),
      )
      server.listen(0, '127.0.0.1', () => resolve(server?.address()))
    }),
  async connectMany(/** @type {number} */ port, /** @type {number} */ count) {
    const connected = []
    for (let i = 0; i < count; i += 1) {
      const socket = net.connect(port, '127.0.0.1').on('error', () => {})
      sockets.push(socket)
      connected.push(new Promise((go) => socket.once('connect', go).once('close', go)))
      if (i % 100 === 99) await pause(1)
    }
    // Who finds no room in the system's queue tries again after a second, and longer.
    await Promise.race([Promise.all(connected), pause(5000)])
  },
  /** Bytes on one connection. */
  async pour(/** @type {number} */ port, /** @type {number} */ bytes) {
    const socket = net.connect(port, '127.0.0.1').on('error', () => {})
    sockets.push(socket)
    const chunk = Buffer.alloc(256 * 1024)
    for (let left = bytes; left > 0 && !socket.destroyed; left -= chunk.length) {
      if (!socket.write(chunk))
        await Promise.race([new Promise((go) => socket.once('drain', go)), pause(500)])
    }
  },
  async flood(/** @type {number} */ port, /** @type {number} */ datagrams, /** @type {number} */ length) {
    const socket = dgram.createSocket('udp4')
    const data = Buffer.alloc(length)
    for (let i = 0; i < datagrams; i += 1) {
      socket.send(data, port, '127.0.0.1', () => {})
      if (i % 200 === 199) await pause(1)
    }
    socket.close()
  },
  leave() {
    for (const socket of sockets.splice(0)) socket.destroy()
    server?.close()
    server = undefined
  },
}

answerParent(methods)
