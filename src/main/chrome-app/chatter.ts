/**
 * One line is one, and as many more as it has thousands of characters. No honest page comes near: a line for each frame in
 * all guests that an app may have is less than `perSecond`, and who dumps a table does not write ten thousand lines at a go.
 */
const limits = { burst: 10_000, perSecond: 4000, perPeriod: 600, characters: 1000 }

/** Milliseconds. */
const period = 100

/** Who is to say nothing for a moment. */
export interface Silence<Talker> {
  readonly isEmpty: boolean
  readonly add: (talker: Talker) => void
}

/**
 * What the pages of one app have said in a way that no main process can leave unheard: Electron makes an event of each line
 * of a console, title and icon, whether anybody listens or not, and nothing makes a renderer wait. So where all of
 * them together say more than main should hear, the one that has said the most of it is ended, with what is still on its way.
 * Before that whoever speaks when more has been said in a moment than in a frame of all guests is held up, so that what waits
 * to be heard stays little; but for who has said less than the others: it is not held up for their noise.
 */
export class Chatter<Talker extends WeakKey> {
  readonly #end: (talker: Talker) => void
  readonly #now: () => number
  /** What each has said lately. */
  readonly #shares = new Map<Talker, number>()
  readonly #ended = new WeakSet<Talker>()
  #total = 0
  #since: number
  /** In this period. */
  #recent = 0
  readonly #pauses: Silence<Talker>

  constructor(
    end: (talker: Talker) => void,
    pauses: Silence<Talker>,
    now: () => number = () => performance.now(),
  ) {
    this.#end = end
    this.#pauses = pauses
    this.#now = now
    this.#since = now()
  }

  /** `weight`: what is said counts that much. */
  charge(talker: Talker, characters: number, weight = 1): void {
    if (this.#ended.has(talker)) return
    this.#forgive()
    const price = weight * (1 + characters / limits.characters)
    this.#total += price
    this.#shares.set(talker, (this.#shares.get(talker) ?? 0) + price)
    this.#recent += price
    if (this.#total > limits.burst) this.#endLoudest()
    if (this.#recent > limits.perPeriod && this.#isLoud(talker)) this.#pauses.add(talker)
  }

  /** At least as loud as they are on the average; of who is ended nothing is known any more. */
  #isLoud(talker: Talker): boolean {
    const share = this.#shares.get(talker)
    return share !== undefined && share * this.#shares.size >= this.#total
  }

  /** It is gone, or its process: another one speaks from now on. */
  forget(talker: Talker): void {
    this.#total -= this.#shares.get(talker) ?? 0
    this.#shares.delete(talker)
    this.#ended.delete(talker)
  }

  /** All are forgiven the same part. */
  #forgive(): void {
    const now = this.#now()
    const elapsed = now - this.#since
    if (elapsed < period) return
    this.#recent = 0
    // Who is held up forgets nothing.
    if (!this.#pauses.isEmpty) {
      this.#since = now
      return
    }
    const left = Math.max(0, 1 - ((elapsed / 1000) * limits.perSecond) / this.#total)
    this.#since = now
    this.#total = 0
    for (const [talker, share] of this.#shares) {
      this.#shares.set(talker, share * left)
      this.#total += share * left
    }
  }

  #endLoudest(): void {
    let loudest: Talker | undefined
    let most = 0
    for (const [talker, share] of this.#shares) {
      if (share <= most) continue
      loudest = talker
      most = share
    }
    if (loudest === undefined) return
    this.forget(loudest)
    this.#ended.add(loudest)
    this.#end(loudest)
  }
}
