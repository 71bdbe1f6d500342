import { HttpError } from '../http/http-error.js'
import { RequestParser } from '../http/request-parser.js'
import { Deadline } from './deadline.js'
import { startExchange } from './exchange.js'
import { ResponseWriter } from './response-writer.js'
import { timeOuts } from './time-outs.js'

/** @typedef {import('../http/request-parser.js').Request} Request */
/** @typedef {import('../http/response.js').Response} Response */

/**
 * @typedef {object} Hooks
 * @property {(request: Request) => Promise<Response>} respond
 * @property {(error: HttpError) => Response} refuse
 * @property {(exchange: import('./exchange.js').Exchange) => void} onExchange
 * @property {(bytes: number) => void} onSent
 * @property {(socketId: number) => void} onClose
 */

const mostWaiting = 64 * 1024

/** One client: reads its requests and answers them in order. */
export class Connection {
  #parser = new RequestParser()
  #peer = ''
  #busy = false
  #fresh = false
  #paused = true
  #refused = false
  #closed = false
  #deadline = new Deadline(() => this.close())
  #socketId
  #hooks
  #writer

  /**
   * @param {number} socketId
   * @param {Hooks} hooks
   */
  constructor(socketId, hooks) {
    this.#socketId = socketId
    this.#hooks = hooks
    this.#writer = new ResponseWriter(socketId, (bytes) => this.#noteSent(bytes))
  }

  open() {
    chrome.sockets.tcp.getInfo(this.#socketId, (info) => {
      if (chrome.runtime.lastError) return this.close()
      this.#peer = info.peerAddress ?? ''
      this.#deadline.move(timeOuts.idle)
      this.#setPaused(false)
    })
  }

  /** @param {ArrayBuffer} data */
  receive(data) {
    if (this.#refused) return
    if (!this.#busy && this.#parser.idle) this.#deadline.move(timeOuts.request)
    this.#parser.push(new Uint8Array(data))
    this.#fresh = true
    if (!this.#busy) void this.#serve()
    else if (this.#parser.waiting > mostWaiting) this.#setPaused(true)
  }

  close() {
    if (this.#closed) return
    this.#closed = true
    this.#deadline.lift()
    this.#writer.abort()
    chrome.sockets.tcp.close(this.#socketId, () => void chrome.runtime.lastError)
    this.#hooks.onClose(this.#socketId)
  }

  /** Requests are answered one after the other, also when the client sends several at once. */
  async #serve() {
    this.#busy = true
    try {
      while (this.#fresh && !this.#closed) await this.#answerComplete()
      if (this.#parser.idle) this.#deadline.move(timeOuts.idle)
    } catch (error) {
      await this.#refuse(error)
    }
    this.#busy = false
    this.#setPaused(false)
  }

  async #answerComplete() {
    this.#fresh = false
    for (let request = this.#parser.next(); request; request = this.#parser.next()) {
      await this.#answer(request)
      if (this.#closed) return
    }
    if (this.#parser.takeContinue()) await this.#writer.sendContinue()
  }

  /** @param {Request} request */
  async #answer(request) {
    const finish = startExchange(request, this.#peer)
    const response = await this.#hooks.respond(request)
    await this.#write(response, { keepAlive: request.keepAlive, withBody: request.method !== 'HEAD' }, finish)
    if (!request.keepAlive) this.close()
  }

  /** @param {unknown} error what made the request or the connection fail */
  async #refuse(error) {
    if (this.#closed || !(error instanceof HttpError)) return this.close()
    this.#refused = true
    const asked = this.#parser.line ?? { method: '?', target: '' }
    const options = { keepAlive: false, withBody: asked.method !== 'HEAD' }
    try {
      await this.#write(this.#hooks.refuse(error), options, startExchange(asked, this.#peer))
      this.#deadline.move(timeOuts.linger)
    } catch {
      this.close()
    }
  }

  /**
   * @param {Response} response
   * @param {{ keepAlive: boolean, withBody: boolean }} options
   * @param {ReturnType<typeof startExchange>} finish
   */
  async #write(response, options, finish) {
    if (this.#closed) return
    let complete = false
    try {
      this.#deadline.move(timeOuts.send)
      await this.#writer.write(response, options)
      complete = true
    } finally {
      const { status } = response
      this.#hooks.onExchange(finish({ status, size: this.#writer.bodySent, complete }))
    }
  }

  /** @param {number} bytes */
  #noteSent(bytes) {
    this.#deadline.move(timeOuts.send)
    this.#hooks.onSent(bytes)
  }

  /** @param {boolean} paused */
  #setPaused(paused) {
    if (this.#paused === paused || this.#closed) return
    this.#paused = paused
    chrome.sockets.tcp.setPaused(this.#socketId, paused, () => void chrome.runtime.lastError)
  }
}
