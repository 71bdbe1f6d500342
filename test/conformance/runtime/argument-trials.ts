import type { Answer } from './calls.ts'
import { frameOf, tryKinds } from './kinds.ts'

type Log = (label: string, ...values: unknown[]) => void

/** A method that is tried, with these very arguments or with a callback after them. */
export interface TriedMethod {
  readonly ask: (args: readonly unknown[]) => Promise<Answer>
  readonly answer: (args: readonly unknown[]) => Promise<Answer>
}

/** Tries a method with a wrong number of arguments and, in each place, with a value of every kind. */
export class ArgumentTrials {
  readonly #method: TriedMethod
  readonly #log: Log
  #frame = ''

  constructor(method: TriedMethod, log: Log) {
    this.#method = method
    this.#log = log
  }

  /** `args` are right ones, without a callback. */
  async run(args: readonly unknown[], names: readonly string[]): Promise<void> {
    const surplus = [...args, () => {}, 1, 2]
    const { threw } = await this.#method.ask(surplus)
    this.#frame = frameOf({ threw: String(threw) })
    this.#log('message', threw)
    await this.#tryCounts(args)
    for (const [index, name] of names.entries())
      await this.#tryKinds(name, (value) =>
        this.#method.answer([...args.slice(0, index), value, ...args.slice(index + 1)]),
      )
    await this.#tryKinds('callback', (value) => this.#method.ask([...args, value]))
  }

  async #tryKinds(label: string, act: (value: unknown) => Promise<Answer>): Promise<void> {
    for (const [outcome, kinds] of await tryKinds(act, this.#frame)) this.#log(label, outcome, kinds)
  }

  async #tryCounts(args: readonly unknown[]): Promise<void> {
    for (let count = 0; count <= args.length; count += 1) {
      const given = args.slice(0, count)
      this.#log(`${count} arguments`, this.#shorten(await this.#method.ask(given)))
      this.#log(`${count} arguments and a callback`, this.#shorten(await this.#method.answer(given)))
    }
    for (const value of [undefined, null, 1, () => {}]) {
      const surplus = typeof value === 'function' ? 'callback' : String(value)
      const callback = (): void => void chrome.runtime.lastError
      this.#log(
        `callback, then ${surplus}`,
        this.#shorten(await this.#method.ask([...args, callback, value])),
      )
      this.#log(`${surplus}, then callback`, this.#shorten(await this.#method.answer([...args, value])))
    }
  }

  #shorten(answer: Answer): Answer {
    return answer.threw === undefined ? answer : { threw: answer.threw.replace(this.#frame, '… ') }
  }
}
