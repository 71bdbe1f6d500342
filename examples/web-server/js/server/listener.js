/**
 * @typedef {{ address: string, port: number }} Endpoint
 * @typedef {{ code: number, message: string }} ListenError
 */

const relistenDelay = 1000

/** One listening socket: opens, closes, and reports the clients it accepts. */
export class Listener {
  /** @type {number | null} */
  #socketId = null
  #onAccept
  #onFail

  /**
   * @param {(clientSocketId: number) => void} onAccept
   * @param {(error: ListenError) => void} onFail it listened, and cannot any more
   */
  constructor(onAccept, onFail) {
    this.#onAccept = onAccept
    this.#onFail = onFail
    chrome.sockets.tcpServer.onAccept.addListener(({ socketId, clientSocketId }) => {
      if (socketId === this.#socketId) this.#onAccept(clientSocketId)
    })
    chrome.sockets.tcpServer.onAcceptError.addListener(({ socketId }) => this.#relisten(socketId))
  }

  /**
   * @param {Endpoint} endpoint
   * @param {(error: ListenError | null, bound: Endpoint) => void} callback
   */
  open({ address, port }, callback) {
    chrome.sockets.tcpServer.create({ name: 'web server' }, ({ socketId }) => {
      chrome.sockets.tcpServer.listen(socketId, address, port, (result) => {
        const error = chrome.runtime.lastError
        if (error) return discard(socketId, { code: result ?? 0, message: error.message ?? '' }, callback)
        this.#socketId = socketId
        readEndpoint(socketId, (bound) => callback(null, bound))
      })
    })
  }

  /** @param {() => void} callback */
  close(callback) {
    if (this.#socketId === null) return callback()
    chrome.sockets.tcpServer.close(this.#socketId, callback)
    this.#socketId = null
  }

  /**
   * An accept error pauses the socket (too many open files, mostly). In Chrome only a new listen revives it.
   * @param {number} socketId
   */
  #relisten(socketId) {
    if (socketId !== this.#socketId) return
    readEndpoint(socketId, ({ address, port }) => {
      chrome.sockets.tcpServer.disconnect(socketId, () => {
        setTimeout(() => this.#listenAgain(socketId, address, port), relistenDelay)
      })
    })
  }

  /**
   * @param {number} socketId
   * @param {string} address
   * @param {number} port
   */
  #listenAgain(socketId, address, port) {
    if (socketId !== this.#socketId) return
    chrome.sockets.tcpServer.setPaused(socketId, false, () => void chrome.runtime.lastError)
    chrome.sockets.tcpServer.listen(socketId, address, port, (result) => {
      const error = chrome.runtime.lastError
      if (error) this.close(() => this.#onFail({ code: result ?? 0, message: error.message ?? '' }))
    })
  }
}

/**
 * @param {number} socketId
 * @param {(endpoint: Endpoint) => void} callback
 */
function readEndpoint(socketId, callback) {
  chrome.sockets.tcpServer.getInfo(socketId, (info) => {
    if (chrome.runtime.lastError) return
    callback({ address: info.localAddress ?? '', port: info.localPort ?? 0 })
  })
}

/**
 * @param {number} socketId
 * @param {ListenError} error
 * @param {(error: ListenError, bound: Endpoint) => void} callback
 */
function discard(socketId, error, callback) {
  chrome.sockets.tcpServer.close(socketId, () => callback(error, { address: '', port: 0 }))
}
