/** Questions of one guest that wait for an answer; what is asked beyond that is denied. Chrome has 1024. */
const maxQuestions = 16

type Decide = (isAllowed: boolean, text: string) => void

/** What a guest has asked, and its page has not answered yet. */
export class Questions {
  readonly #raise: (name: string, fields: object) => boolean
  readonly #waiting = new Map<number, Decide>()
  #nextId = 1

  /** `raise` tells the page; false where it cannot be told. */
  constructor(raise: (name: string, fields: object) => boolean) {
    this.#raise = raise
  }

  ask(name: string, fields: object, decide: Decide): void {
    const requestId = this.#nextId
    if (this.#waiting.size >= maxQuestions) return decide(false, '')
    this.#nextId += 1
    this.#waiting.set(requestId, decide)
    if (!this.#raise(name, { ...fields, requestId })) this.decide(requestId, false)
  }

  decide(requestId: number, isAllowed: boolean, text = ''): void {
    const decide = this.#waiting.get(requestId)
    this.#waiting.delete(requestId)
    decide?.(isAllowed, text)
  }

  /** The guest has another page, or none: nobody waits for an answer any more. */
  denyAll(): void {
    for (const requestId of this.#waiting.keys()) this.decide(requestId, false)
  }
}
