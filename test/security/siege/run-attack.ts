import fs from 'node:fs'
import type { Attack, Tally } from './attack.ts'
import { Battle, defaultSockets } from './battle.ts'

export interface Result {
  readonly name: string
  readonly deed: string
  /** Milliseconds that the attack took. */
  readonly time: number
  /** Milliseconds: the honest page's worst round trip without and under the attack, and main's longest stall. */
  readonly calmWorst: number
  readonly worst: number
  readonly stall: number
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
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

function countDescriptors(pid: number): number {
  try {
    return fs.readdirSync(`/proc/${pid}/fd`).length
  } catch {
    return 0
  }
}

/** Tries until it is so; returns what is not. */
async function wait(limit: number, find: () => Promise<string | undefined>): Promise<string[]> {
  const end = performance.now() + limit
  for (;;) {
    const wrong = await find()
    if (wrong === undefined) return []
    if (performance.now() > end) return [wrong]
    await pause(100)
  }
}

/** A fresh page of the app can make as many sockets as before, and not one more, and everything else. */
async function checkBudgets(battle: Battle, sockets: number): Promise<string[]> {
  const page = await battle.open()
  const made = await page.run(
    async (count) => {
      const found: string[] = []
      for (const api of ['tcp', 'tcpServer', 'udp'] as const) {
        const ids = await Promise.all(Array.from({ length: count }, () => window.siege.create(api)))
        const more = await window.siege.create(api)
        const missing = ids.filter((id) => id === 0).length
        if (missing > 0) found.push(`${missing} of ${count} sockets of ${api} cannot be made`)
        if (more !== 0) found.push(`more than ${count} sockets of ${api} can be made`)
      }
      return found
    },
    sockets,
  )
  const quota = await page.run(async () => {
    const megabytes = 200
    const { call } = window.siege
    const [id] = (await call('tcp.getSockets')).map(({ socketId }: { socketId: number }) => socketId)
    const results = []
    for (let i = 0; i < 2; i += 1) results.push(await call('tcp.send', id, new ArrayBuffer(megabytes * 1024 * 1024)))
    return results.map((result) => result?.resultCode)
  })
  return quota.every((code) => code === -15) ? made : [...made, `the write quota has not come back: ${quota.join()}`]
}

function compare(attack: Attack, refused: Readonly<Record<string, number>>, answers: Tally): string[] {
  const untold = (attack.refused ?? []).filter((reason) => refused[reason] === undefined)
  const unheard = (attack.answered ?? []).filter((answer) => answers[answer] === undefined)
  return [
    ...untold.map((reason) => `no event "refused" of reason "${reason}"`),
    ...unheard.map((answer) => `nothing was answered "${answer}"`),
  ]
}

async function checkAftermath(battle: Battle, descriptors: number, sockets: number): Promise<string[]> {
  await battle.clear()
  const left = await wait(5000, async () => {
    const count = Number(await battle.main('countSockets'))
    return count === 0 ? undefined : `${count} sockets are left without a page`
  })
  const lookUp = await Promise.race([battle.main('lookUp'), pause(5000)])
  const slow = typeof lookUp === 'number' ? [] : ['main finds no address of localhost within 5 s']
  const open = await wait(5000, async () => {
    const now = countDescriptors(battle.pid)
    return now <= descriptors + 20 ? undefined : `${now} descriptors are open instead of ${descriptors}`
  })
  return [...left, ...slow, ...open, ...(await checkBudgets(battle, sockets))]
}

const noReading = { longest: NaN, most: NaN, memory: NaN, log: { lines: 0, characters: 0, first: [] }, refused: {} }

/** One attack on an Electron of its own. */
export async function runAttack(attack: Attack, { attackLimit, rest, scale }: Settings): Promise<Result> {
  const battle = await Battle.begin(attack, attackLimit)
  const failures: string[] = []
  const attempt = async <T>(what: string, act: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await act()
    } catch (error) {
      failures.push(`${what}: ${textOf(error)}`)
      return undefined
    }
  }
  try {
    await pause(300)
    await battle.takeTalk()
    await pause(rest)
    const calm = await battle.takeTalk()
    const descriptors = countDescriptors(battle.pid)
    const before = Number(await battle.main('collect'))
    await battle.begin()
    await battle.takeTalk()
    const begun = performance.now()
    const answers = (await attempt('attack', () => battle.attack(attack, scale))) ?? {}
    const time = performance.now() - begun
    await pause(rest)
    const reading = (await attempt('main afterwards', () => battle.read())) ?? noReading
    const talk = await battle.takeTalk()
    failures.push(...compare(attack, reading.refused, answers))
    const check = (): Promise<string[]> =>
      checkAftermath(battle, descriptors, attack.limits?.sockets ?? defaultSockets)
    if (reading !== noReading) failures.push(...((await attempt('aftermath', check)) ?? []))
    const collect = async (): Promise<number> => {
      await battle.clear()
      return Number(await battle.main('collect'))
    }
    const after = reading === noReading ? NaN : await attempt('memory', collect)
    const later = await battle.takeTalk()
    if (talk.closed || later.closed || later.count === 0) failures.push('the honest page answers no longer')
    return {
      name: attack.name,
      deed: attack.deed,
      time,
      calmWorst: calm.worst,
      worst: talk.worst,
      stall: reading.longest,
      memory: { before, most: reading.most, after: after ?? NaN },
      log: reading.log,
      refused: reading.refused,
      answers,
      failures,
    }
  } finally {
    await battle.end()
  }
}
