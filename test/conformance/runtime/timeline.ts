import type { Answer } from './calls.ts'
import { callWithCallback, eventObject } from './calls.ts'
import type { Names } from './names.ts'
import { encode } from './encode.ts'
import type { Namespace } from './names.ts'
import { noteRegistration } from './registrations.ts'
import { Arrivals } from './waiting.ts'

/** Events and answers in the one order in which the page saw them. */
export class Timeline extends Arrivals<unknown[]> {
  readonly #names: Names
  readonly #limit: number
  #remove: (() => void)[] = []

  constructor(names: Names, limit: number) {
    super()
    this.#names = names
    this.#limit = limit
  }

  /** Records every arrival of these events (`'tcp.onReceive'`) from now on. */
  listen(...events: string[]): this {
    for (const name of events) {
      const event = eventObject(name)
      const listener = (...payload: unknown[]): void => this.note(name, ...payload)
      event.addListener(listener)
      noteRegistration()
      this.#remove.push(() => event.removeListener(listener))
    }
    return this
  }

  /** Adds an entry. Values are encoded now: what changes later is not seen. */
  note(label: string, ...values: unknown[]): void {
    this.push([label, ...values.map((value) => encode(value, this.#names))])
  }

  /** A callback call whose answer is an entry too. */
  async call(namespace: Namespace, method: string, ...args: unknown[]): Promise<Answer> {
    const answer = await callWithCallback(namespace, method, args, this.#limit, (seen) =>
      this.note(`${namespace}.${method}`, seen),
    )
    return answer
  }

  /** How many entries bear this label. */
  count(label: string): number {
    return this.filter(([name]) => name === label).length
  }

  stop(): void {
    for (const remove of this.#remove) remove()
    this.#remove = []
  }
}
