import { flowControl, itemKinds } from '../../../src/renderer-types/wire.ts'
import type { DownMessage, UpMessage } from '../../../src/renderer-types/wire.ts'

/** Says as much as a page may say at a time; the rest when it is told that this was dealt with. */
export class PatientSpeaker {
  readonly #say: (message: UpMessage) => void
  readonly #waiting: UpMessage[] = []
  #unheard = 0

  constructor(say: (message: UpMessage) => void) {
    this.#say = say
  }

  say(...messages: readonly UpMessage[]): void {
    this.#waiting.push(...messages)
    while (this.#unheard < flowControl.saidMessages && this.#waiting.length > 0) this.#sayNext()
  }

  /** To be called with all that comes from the main process. */
  hear([, ...items]: DownMessage): void {
    for (const item of items) if (!('kind' in item) && item[0] === itemKinds.heard) this.#unheard -= item[1]
    this.say()
  }

  #sayNext(): void {
    const [message] = this.#waiting.splice(0, 1)
    if (message === undefined) return
    if (message.length > 2) this.#unheard += 1
    this.#say(message)
  }
}
