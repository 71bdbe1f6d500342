import { netErrors } from '../../renderer-types/net-errors.ts'
import type { WithdrawalRecord } from '../../renderer-types/wire.ts'
import type { App } from '../app/app.ts'
import { fail, socketNotFound } from '../outcome.ts'
import type { Page } from '../page/page.ts'
import type { Demand } from './admission.ts'
import { admit, release } from './admission.ts'
import type { SendPart } from './parse-message.ts'
import type { Progress } from './router.ts'
import type { Piece } from './send.ts'
import { write } from './send.ts'

interface Gathered {
  readonly first: SendPart
  readonly pieces: Piece[]
  missing: number
  readonly wasConnected: boolean
  /** What it was admitted for; undefined where it was refused, or cut off. */
  demand: Demand | undefined
}

/** A `tcp.send` that is too long for one message: it is charged with its first part, and written with its last one. */
export class PartialSend {
  readonly #app: App
  readonly #page: Page
  #gathered: Gathered | undefined

  constructor(app: App, page: Page) {
    this.#app = app
    this.#page = page
  }

  get isOpen(): boolean {
    return this.#gathered !== undefined
  }

  take(part: SendPart): Progress {
    const gathered = this.#gathered ?? this.#begin(part)
    const { first, pieces, wasConnected } = gathered
    const { byteLength } = part.payload
    const isNext =
      part.id === first.id && part.socketId === first.socketId && part.byteLength === first.byteLength
    if (!isNext || byteLength > gathered.missing) return 'malformed'
    if (wasConnected && !this.#isConnected(first.socketId)) this.#cutOff(gathered)
    const { demand } = gathered
    gathered.missing -= byteLength
    if (demand === undefined) part.payload.dismiss()
    else pieces.push({ payload: part.payload, start: 0, byteLength })
    if (gathered.missing > 0) return 'done'
    this.#gathered = undefined
    const { socketId } = first
    if (demand !== undefined) write(this.#app, this.#page, { socketId, calls: [first], pieces }, demand)
    return 'done'
  }

  /** Sends whose bytes will not come: the one whose parts came before, or others. */
  withdraw({ calls, id, socketId }: WithdrawalRecord): Progress {
    if (this.#gathered === undefined) {
      for (let i = 0; i < calls; i += 1) this.#answerWithdrawn(id + i, socketId)
      return 'done'
    }
    const { demand, first } = this.#gathered
    if (id !== first.id || socketId !== first.socketId || calls !== 1) return 'malformed'
    this.end()
    // One that was refused, or cut off, is answered already.
    if (demand !== undefined) this.#answerWithdrawn(id, socketId)
    return 'done'
  }

  /** The rest will not come. */
  end(): void {
    if (this.#gathered !== undefined) this.#drop(this.#gathered)
    this.#gathered = undefined
  }

  /** Nothing is kept of it. */
  #drop(gathered: Gathered): void {
    const { demand, pieces } = gathered
    if (demand !== undefined) release(this.#app, this.#page, demand)
    gathered.demand = undefined
    for (const { payload } of pieces.splice(0)) payload.dismiss()
  }

  /** As the sends that are under way when the connection breaks off. */
  #cutOff(gathered: Gathered): void {
    const { demand, first } = gathered
    if (demand === undefined) return
    this.#drop(gathered)
    this.#page.replyUnsent(first.id, first.socketId, netErrors.ERR_FAILED)
  }

  /** A socket that has gone is another matter. */
  #isConnected(socketId: number): boolean {
    return this.#app.tcp.get(socketId)?.connected !== false
  }

  #answerWithdrawn(id: number, socketId: number): void {
    if (this.#app.tcp.get(socketId) === undefined) this.#page.reply(id, fail(socketNotFound))
    else this.#page.replyUnsent(id, socketId, netErrors.ERR_SOCKET_NOT_CONNECTED)
  }

  #begin(first: SendPart): Gathered {
    const demand = { calls: 1, bytes: first.byteLength }
    const refusal = admit(this.#app, this.#page, demand)
    if (refusal !== undefined) this.#page.reply(first.id, refusal)
    const opened = {
      first,
      pieces: [],
      missing: first.byteLength,
      wasConnected: this.#isConnected(first.socketId),
      demand: refusal === undefined ? demand : undefined,
    }
    this.#gathered = opened
    // Chrome answers at once, too: whatever comes meanwhile, these bytes go nowhere.
    if (refusal === undefined && this.#app.tcp.get(first.socketId)?.connected !== true) {
      this.#drop(opened)
      this.#answerWithdrawn(first.id, first.socketId)
    }
    return opened
  }
}
