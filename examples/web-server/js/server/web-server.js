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
 * @typedef {{ connections: number, served: number, failed: number, bytesSent: number }} Counters
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
  #served = 0
  #failed = 0
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
      onSent: (bytes) => this.#noteSent(bytes),
      onClose: () => this.#tellCounters(),
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
    this.#tellCounters()
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

  /**
   * Only what the client asked for, and got whole, was served.
   * @param {import('./exchange.js').Exchange} exchange
   */
  #noteExchange(exchange) {
    if (exchange.complete && exchange.status < 400) this.#served += 1
    else this.#failed += 1
    this.#tellCounters()
    this.#options.onExchange(exchange)
  }

  /** @param {number} bytes */
  #noteSent(bytes) {
    this.#bytesSent += bytes
    this.#tellCounters()
  }

  #tellCounters() {
    this.#options.onCount({
      connections: this.#connections.size,
      served: this.#served,
      failed: this.#failed,
      bytesSent: this.#bytesSent,
    })
  }
}
