import { HttpError } from '../http/http-error.js'
import { closeLeftovers } from './leftovers.js'
import { Connections } from './connections.js'
import { Listener } from './listener.js'

/** @typedef {import('./listener.js').Endpoint} Endpoint */
/** @typedef {import('./listener.js').ListenError} ListenError */
/** @typedef {import('../http/request-parser.js').Request} Request */
/** @typedef {import('../http/response.js').Response} Response */

/**
 * @typedef {{ phase: 'stopped' | 'starting' }
 *   | { phase: 'listening', bound: Endpoint }
 *   | { phase: 'failed', asked: Endpoint, error: ListenError }} State
 * @typedef {{ connections: number, requests: number, bytesSent: number }} Counters
 */

/**
 * @typedef {object} Options
 * @property {(request: Request) => Response | Promise<Response>} respond
 * @property {(error: HttpError) => Response} refuse
 * @property {(state: State) => void} onState
 * @property {(counters: Counters) => void} onCount
 * @property {(exchange: import('./exchange.js').Exchange) => void} onExchange
 */

export class WebServer {
  #requests = 0
  #bytesSent = 0
  /** @type {Endpoint} */
  #asked = { address: '', port: 0 }
  #options
  #listener
  #connections

  /** @param {Options} options */
  constructor(options) {
    this.#options = options
    this.#connections = new Connections({
      respond: (request) => this.#respond(request),
      refuse: options.refuse,
      onExchange: (exchange) => this.#noteExchange(exchange),
      onSent: (bytes) => this.#count(0, bytes),
      onClose: () => this.#count(0, 0),
    })
    this.#listener = new Listener(
      (clientSocketId) => this.#accept(clientSocketId),
      (error) => this.#fail(error),
    )
  }

  /** @param {Endpoint} endpoint */
  start(endpoint) {
    this.#asked = endpoint
    this.#options.onState({ phase: 'starting' })
    closeLeftovers(() => this.#listen())
  }

  /** Clients are cut off too: who stops a server wants it gone. */
  stop() {
    this.#listener.close(() => this.#options.onState({ phase: 'stopped' }))
    this.#connections.closeAll()
  }

  #listen() {
    this.#listener.open(this.#asked, (error, bound) => {
      if (error) this.#fail(error)
      else this.#options.onState({ phase: 'listening', bound })
    })
  }

  /** @param {ListenError} error */
  #fail(error) {
    this.#options.onState({ phase: 'failed', asked: this.#asked, error })
  }

  /** @param {number} clientSocketId */
  #accept(clientSocketId) {
    this.#connections.add(clientSocketId)
    this.#count(0, 0)
  }

  /** @param {Request} request */
  async #respond(request) {
    try {
      return await this.#options.respond(request)
    } catch (error) {
      if (error instanceof HttpError) return this.#options.refuse(error)
      console.error(error)
      return this.#options.refuse(new HttpError(500, 'The server could not make a page of this.'))
    }
  }

  /** @param {import('./exchange.js').Exchange} exchange */
  #noteExchange(exchange) {
    this.#count(1, 0)
    this.#options.onExchange(exchange)
  }

  /**
   * @param {number} requests
   * @param {number} bytes
   */
  #count(requests, bytes) {
    this.#requests += requests
    this.#bytesSent += bytes
    const counters = {
      connections: this.#connections.size,
      requests: this.#requests,
      bytesSent: this.#bytesSent,
    }
    this.#options.onCount(counters)
  }
}
