import { makeDatagram } from './datagram.ts'

/** Sends one datagram; `sent` is called later with whether that went well. */
type Send = (datagram: Uint8Array<ArrayBuffer>, sent: (isSent: boolean) => void) => void

const atOnce = 64

/** Sends numbered datagrams, as many as go with some under way, until it is stopped. */
export class Flood {
  readonly #send: Send
  #begun = 0
  #underWay = 0
  #isStopped = false
  #finish = (): void => {}
  sent = 0
  failure: string | undefined

  constructor(send: Send) {
    this.#send = send
    for (let count = 0; count < atOnce; count += 1) this.#sendNext()
  }

  /** Resolves when what was under way is sent. */
  stop(): Promise<void> {
    this.#isStopped = true
    return new Promise((resolve) => {
      this.#finish = resolve
      if (this.#underWay === 0) resolve()
    })
  }

  #sendNext(): void {
    this.#underWay += 1
    this.#begun += 1
    this.#send(makeDatagram(this.#begun), (isSent) => this.#settle(isSent))
  }

  #settle(isSent: boolean): void {
    this.#underWay -= 1
    if (isSent) this.sent += 1
    else this.failure ??= `a datagram could not be sent after ${this.sent}`
    if (!this.#isStopped && isSent) this.#sendNext()
    else if (this.#underWay === 0) this.#finish()
  }
}
