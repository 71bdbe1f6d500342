import type { Asker, LookUpPool } from './look-up-pool.ts'
import type { DnsQueryType, FindAddresses } from './resolve-host.ts'

/** Names that one app may have looked up at a time: what is more waits its turn. */
export const maxLookUps = 16

/** Somebody who waits for the addresses. */
interface Call {
  readonly owner: object
  readonly job: Job
  readonly answer: (addresses: readonly string[]) => void
}

/** Where names are looked up. */
export interface Resolver {
  readonly anywhere: FindAddresses
  /** In what is at hand, as the hosts file of this machine: nobody is asked. */
  readonly locally: FindAddresses
}

/** One name that is looked up, or is to be, for all that ask for it meanwhile. */
interface Job {
  readonly key: string
  readonly ask: (find: FindAddresses) => Promise<readonly string[]>
  readonly calls: Set<Call>
}

/**
 * The look-ups of one app. Those of one name are answered together and in the order in which they were asked for; who
 * has gone is answered at once, with no address.
 */
export class LookUps implements Asker {
  readonly #find: Resolver
  readonly #pool: LookUpPool
  readonly #jobs = new Map<string, Job>()
  readonly #waiting = new Set<Job>()
  readonly #callsOf = new Map<object, Set<Call>>()
  #running = 0

  /** The pool is that of all apps. */
  constructor(find: Resolver, pool: LookUpPool) {
    this.#find = find
    this.#pool = pool
  }

  get running(): number {
    return this.#running
  }

  /** Asks in somebody's name; resolves to no address when there is none. */
  findFor(owner: object): FindAddresses {
    return (name, query) => this.#ask(owner, name, query)
  }

  /** Answers all that this owner asked for. What is under way cannot be taken back, and counts until it is over. */
  abandon(owner: object): void {
    for (const call of this.#callsOf.get(owner) ?? []) {
      const { calls, key } = call.job
      calls.delete(call)
      if (calls.size === 0 && this.#waiting.delete(call.job)) this.#jobs.delete(key)
      call.answer([])
    }
    this.#callsOf.delete(owner)
  }

  #ask(owner: object, name: string, query: DnsQueryType): Promise<readonly string[]> {
    return new Promise((answer) => {
      const job = this.#open(name, query)
      const call = { owner, job, answer }
      job.calls.add(call)
      const calls = this.#callsOf.get(owner) ?? new Set()
      this.#callsOf.set(owner, calls.add(call))
      this.start()
      if (this.#waiting.has(job)) void this.#askLocally(job)
    })
  }

  /** What this machine knows by itself waits for no name that others are silent of. */
  async #askLocally(job: Job): Promise<void> {
    const addresses = await job.ask(this.#find.locally).catch(() => [])
    if (addresses.length === 0 || !this.#waiting.delete(job)) return
    this.#jobs.delete(job.key)
    this.#answer(job, addresses)
  }

  #open(name: string, query: DnsQueryType): Job {
    const key = `${query} ${name}`
    const known = this.#jobs.get(key)
    if (known !== undefined) return known
    const ask: Job['ask'] = (find) => find(name, query)
    const job = { key, ask, calls: new Set<Call>() }
    this.#jobs.set(key, job)
    this.#waiting.add(job)
    return job
  }

  start(): void {
    for (const job of this.#waiting) {
      if (this.#running >= maxLookUps || !this.#pool.enter(this)) return
      this.#waiting.delete(job)
      this.#running += 1
      void this.#run(job)
    }
  }

  async #run(job: Job): Promise<void> {
    let addresses: readonly string[] = []
    try {
      addresses = await job.ask(this.#find.anywhere)
    } catch {
      // Nobody knows the name.
    }
    this.#running -= 1
    this.#jobs.delete(job.key)
    this.#answer(job, addresses)
    this.#pool.leave()
    this.start()
  }

  #answer({ calls }: Job, addresses: readonly string[]): void {
    for (const call of calls) {
      const own = this.#callsOf.get(call.owner)
      own?.delete(call)
      if (own?.size === 0) this.#callsOf.delete(call.owner)
      call.answer(addresses)
    }
  }
}
