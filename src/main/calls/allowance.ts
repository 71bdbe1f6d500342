import { maxUpBytes, maxUpCharacters, maxUpItems, maxUpValues } from '../../renderer-types/wire.ts'
import { isPlain } from './validate.ts'

/** Arguments, their properties and what is in those: more than any call has. */
const valuesPerItem = maxUpValues / maxUpItems
/** Levels of values that anybody looks at: arguments are the first, what a choice of files accepts has the most. */
const maxDepth = 5

function listParts(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  return isPlain(value) ? Object.values(value) : []
}

/**
 * What reading one message may cost. Structured cloning keeps identity, so that a message of a few bytes can mention
 * one large object any number of times: it is paid for each time.
 */
export class Allowance {
  #values = maxUpValues
  #characters = maxUpCharacters
  #bytes = maxUpBytes
  #calls = 0

  /** False for more bytes than a message may have. */
  spendBytes(byteLength: number): boolean {
    this.#bytes -= byteLength
    return this.#bytes >= 0
  }

  /** False when the arguments of one more call are too much. */
  spend(args: readonly unknown[]): boolean {
    this.#calls += 1
    if (args.length > valuesPerItem) return true
    this.#spendAll(args, 1)
    // What a single call costs is bounded by what its arguments may be.
    return this.#bytes >= 0 && this.#values >= 0 && (this.#characters >= 0 || this.#calls === 1)
  }

  #spendAll(values: readonly unknown[], depth: number): void {
    this.#values -= values.length
    if (this.#values < 0) return
    for (const value of values) this.#spendOn(value, depth)
  }

  #spendOn(value: unknown, depth: number): void {
    if (typeof value === 'string') this.#characters -= value.length
    else if (value instanceof ArrayBuffer) this.#bytes -= value.byteLength
    else if (depth < maxDepth) this.#spendAll(listParts(value), depth + 1)
  }
}
