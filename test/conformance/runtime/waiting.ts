/** Milliseconds for what comes at once: a machine with too much to do lets it wait. */
export const longest = 20_000

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Settles as `promise` does, or rejects after some time. */
export function within<T>(promise: Promise<T>, ms: number, what: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${what}: not within ${ms} ms`)), ms)
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

/** An array to which things are added as they arrive, and which can be waited for. */
export class Arrivals<T> extends Array<T> {
  /** What is derived from it (`map`, `filter`, `slice`) is a plain array. */
  static override get [Symbol.species](): ArrayConstructor {
    return Array
  }

  /** Waits until there are `count`, at most `ms`; gives back how many there are. */
  wait(count: number, ms = longest): Promise<number> {
    return this.until(() => this.length >= count, ms)
  }

  /** Waits until a condition holds, at most `ms`; gives back how many have arrived. */
  async until(condition: (arrivals: this) => boolean, ms = longest): Promise<number> {
    for (const end = Date.now() + ms; !condition(this) && Date.now() < end;) await sleep(2)
    return this.length
  }
}
