import type { App } from '../app/app.ts'
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
  /** What it was admitted for; undefined where it was refused. */
  readonly demand: Demand | undefined
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
    const { demand, first, pieces } = gathered
    const { byteLength } = part.payload
    const isNext =
      part.id === first.id && part.socketId === first.socketId && part.byteLength === first.byteLength
    if (!isNext || byteLength > gathered.missing) return 'malformed'
    gathered.missing -= byteLength
    if (demand === undefined) part.payload.dismiss()
    else pieces.push({ payload: part.payload, start: 0, byteLength })
    if (gathered.missing > 0) return 'done'
    this.#gathered = undefined
    const { socketId } = first
    if (demand !== undefined) write(this.#app, this.#page, { socketId, calls: [first], pieces }, demand)
    return 'done'
  }

  /** The page has gone: the rest will not come. */
  end(): void {
    const { demand, pieces = [] } = this.#gathered ?? {}
    this.#gathered = undefined
    if (demand !== undefined) release(this.#app, this.#page, demand)
    for (const { payload } of pieces) payload.dismiss()
  }

  #begin(first: SendPart): Gathered {
    const demand = { calls: 1, bytes: first.byteLength }
    const refusal = admit(this.#app, this.#page, demand)
    if (refusal !== undefined) this.#page.reply(first.id, refusal)
    const opened = {
      first,
      pieces: [],
      missing: first.byteLength,
      demand: refusal === undefined ? demand : undefined,
    }
    this.#gathered = opened
    return opened
  }
}
