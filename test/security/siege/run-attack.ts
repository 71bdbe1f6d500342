import type { Attack, Tally } from './attack.ts'
import { checkAftermath, countDescriptors } from './aftermath.ts'
import type { Reading } from './battle.ts'
import { Battle, findLimits } from './battle.ts'

export interface Result {
  readonly name: string
  readonly what: string
  /** Milliseconds that the attack took. */
  readonly time: number
  /** Milliseconds: the honest page's worst round trip without and under the attack, and main's longest stall. */
  readonly calmWorst: number
  readonly worst: number
  readonly stall: number
  /** Milliseconds of it that main computed: the others it waited for a processor. */
  readonly busy: number
  /** MiB of main. */
  readonly memory: { readonly before: number; readonly most: number; readonly after: number }
  readonly log: { readonly lines: number; readonly characters: number; readonly first: readonly string[] }
  readonly refused: Readonly<Record<string, number>>
  readonly answers: Tally
  /** What did not hold. */
  readonly failures: readonly string[]
}

export interface Settings {
  /** 1 for all there is. */
  readonly scale: number
  /** Milliseconds that an attack may take. */
  readonly attackLimit: number
  /** Milliseconds without an attack before, and after. */
  readonly rest: number
  /** Attacks share an Electron as long as nothing fails: memory is not compared then. */
  readonly shares: boolean
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })

function compare(attack: Attack, refused: Readonly<Record<string, number>>, answers: Tally): string[] {
  const untold = (attack.refused ?? []).filter((reason) => refused[reason] === undefined)
  const unheard = (attack.answered ?? []).filter((answer) => answers[answer] === undefined)
  return [
    ...untold.map((reason) => `no event "refused" of reason "${reason}"`),
    ...unheard.map((answer) => `nothing was answered "${answer}"`),
  ]
}

const silence: Reading = {
  longest: NaN,
  busiest: NaN,
  most: NaN,
  memory: NaN,
  log: { lines: 0, characters: 0, first: [] },
  refused: {},
}

const fullMemory = { before: NaN, most: NaN, after: NaN }

/** What is known of an attack so far; main may go at any time. */
class Report {
  result: Result

  constructor({ what, name }: Attack) {
    const { log, refused } = silence
    const times = { time: NaN, calmWorst: NaN, worst: NaN, stall: NaN, busy: NaN }
    this.result = { name, what, ...times, memory: fullMemory, log, refused, answers: {}, failures: [] }
  }

  add(more: Partial<Result>): void {
    this.result = { ...this.result, ...more }
  }

  fail(...failures: readonly string[]): void {
    this.add({ failures: [...this.result.failures, ...failures] })
  }

  /** Undefined when it has failed. */
  async attempt<T>(what: string, act: () => Promise<T>): Promise<T | undefined> {
    try {
      return await act()
    } catch (error) {
      this.fail(`${what}: ${error instanceof Error ? error.message : String(error)}`)
      return undefined
    }
  }
}

async function fight(
  battle: Battle,
  attack: Attack,
  { rest, scale, shares }: Settings,
  report: Report,
): Promise<void> {
  const measure = async (): Promise<number> => (shares ? NaN : Number(await battle.main('collect')))
  await battle.arm(attack, scale)
  await battle.takeTalk()
  await pause(rest)
  const calm = await battle.takeTalk()
  const descriptors = countDescriptors(battle.pid)
  const before = await measure()
  await battle.begin()
  await battle.takeTalk()
  const begun = performance.now()
  const answers = (await report.attempt('the attack', () => battle.attack(attack, scale))) ?? {}
  report.add({ time: performance.now() - begun, calmWorst: calm.worst, answers })
  await pause(rest)
  const reading = await report.attempt('main, afterwards', () => battle.read())
  report.add({ worst: (await battle.takeTalk()).worst })
  if (reading === undefined) return
  const { busiest: busy, log, longest: stall, most, refused } = reading
  report.add({ stall, busy, log, refused, memory: { ...fullMemory, before, most } })
  report.fail(...compare(attack, refused, answers))
  await battle.clear()
  const after = await report.attempt('main, at rest', measure)
  report.add({ memory: { before, most, after: after ?? NaN } })
  const limits = findLimits(attack, scale)
  const binds = attack.sockets === undefined ? 150 : 0
  report.fail(...(await checkAftermath(battle, descriptors, { ...limits, binds })))
  const later = await battle.takeTalk()
  if (later.closed || later.count === 0) report.fail('the honest page answers no longer')
  report.fail(...(await battle.takeFaults()))
}

/** Makes attacks one after the other. */
export class Siege {
  readonly #settings: Settings
  #battle: Battle | undefined

  constructor(settings: Settings) {
    this.#settings = settings
  }

  async run(attack: Attack): Promise<Result> {
    const report = new Report(attack)
    await report.attempt('the siege', async () => {
      const battle = await this.#open(attack)
      await fight(battle, attack, this.#settings, report)
    })
    if (report.result.failures.length > 0 || !this.#settings.shares) await this.end()
    return report.result
  }

  async end(): Promise<void> {
    const battle = this.#battle
    this.#battle = undefined
    await battle?.end()
  }

  /** One that is under way already serves an attack that needs the same. */
  async #open(attack: Attack): Promise<Battle> {
    if (this.#battle?.suits(attack) === true) return this.#battle
    await this.end()
    this.#battle = new Battle(attack, this.#settings.attackLimit)
    await this.#battle.start()
    return this.#battle
  }
}
