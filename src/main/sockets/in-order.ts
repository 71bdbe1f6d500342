/** Milliseconds that one waits for those before it: a name that nobody knows must not hold up the others. */
const patience = 100

function waitAWhile(value: Promise<unknown>): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise((resolve) => (timer = setTimeout(resolve, patience)))
  return Promise.race([value, timeout]).finally(() => clearTimeout(timer))
}

/** Keeps the order in which things were begun, some of which take time. */
export class InOrder {
  #last: Promise<unknown> | undefined

  /** The value once it is there, and those before it; at once where nothing is to be waited for. */
  pass<T>(value: T | Promise<T>): T | Promise<T> {
    const before = this.#last
    if (before === undefined && !(value instanceof Promise)) return value
    const passed = Promise.all([value, before]).then(([own]) => own)
    const turn = Promise.all([waitAWhile(Promise.resolve(value)), before]).finally(() => {
      if (this.#last === turn) this.#last = undefined
    })
    this.#last = turn
    return passed
  }
}
