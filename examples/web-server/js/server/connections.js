import { Connection } from './connection.js'

/** @typedef {import('./connection.js').Hooks} Hooks */

const mostConnections = 500

/** The clients that are connected now. Brings each one what it receives. */
export class Connections {
  /** @type {Map<number, Connection>} */
  #open = new Map()
  #hooks

  /** @param {Hooks} hooks */
  constructor(hooks) {
    this.#hooks = { ...hooks, onClose: this.#forget.bind(this, hooks.onClose) }
    // Chrome drops what is received while nobody listens: these must stand before the first client comes.
    chrome.sockets.tcp.onReceive.addListener(({ socketId, data }) => this.#open.get(socketId)?.receive(data))
    chrome.sockets.tcp.onReceiveError.addListener(({ socketId }) => this.#open.get(socketId)?.close())
  }

  get size() {
    return this.#open.size
  }

  /** @param {number} socketId an accepted client: it is paused until the app lets it speak */
  add(socketId) {
    const connection = new Connection(socketId, this.#hooks)
    this.#open.set(socketId, connection)
    if (this.#open.size > mostConnections) connection.close()
    else connection.open()
  }

  closeAll() {
    for (const connection of this.#open.values()) connection.close()
  }

  /**
   * @param {Hooks['onClose']} onClose
   * @param {number} socketId
   */
  #forget(onClose, socketId) {
    this.#open.delete(socketId)
    onClose(socketId)
  }
}
