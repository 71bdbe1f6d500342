import type { BlockingResponse } from './headers.ts'

/** Of one guest, whose requests wait; what comes on top is refused. Chrome has no limits. */
const maxQuestions = 1024
const maxCharacters = 2 * 1024 * 1024

/** Milliseconds for which a request waits for its page, unless that has said that it needs longer. */
const patience = 10_000

interface Question {
  readonly listenerId: number
  readonly decide: (response: BlockingResponse | undefined) => void
  readonly characters: number
  readonly timer: NodeJS.Timeout | undefined
}

/** What the page of a guest has been asked about its requests, and has not answered yet. */
export class RequestQuestions {
  readonly #questions = new Map<number, Question>()
  #characters = 0
  #nextId = 1

  /** Undefined, and nothing is asked, where too much is already. `say` is given the number of the question. */
  ask(
    listenerId: number,
    characters: number,
    isUrgent: boolean,
    say: (id: number) => void,
  ): Promise<BlockingResponse | undefined> | undefined {
    if (this.#questions.size >= maxQuestions || this.#characters + characters > maxCharacters)
      return undefined
    const id = this.#nextId
    this.#nextId += 1
    this.#characters += characters
    return new Promise((resolve) => {
      const timer = isUrgent ? setTimeout(() => this.answer(id, undefined), patience) : undefined
      this.#questions.set(id, { listenerId, decide: resolve, characters, timer })
      say(id)
    })
  }

  answer(id: number, response: BlockingResponse | undefined): void {
    const question = this.#questions.get(id)
    if (question === undefined) return
    this.#questions.delete(id)
    this.#characters -= question.characters
    clearTimeout(question.timer)
    question.decide(response)
  }

  /** A listener has gone, or all of them: their requests go on. */
  forget(listenerId?: number): void {
    for (const [id, question] of this.#questions)
      if (listenerId === undefined || question.listenerId === listenerId) this.answer(id, undefined)
  }
}
