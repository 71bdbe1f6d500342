import fs from 'node:fs'
import type { Limits } from '../../../src/main/types.ts'
import type { Battle } from './battle.ts'

interface BudgetLimits extends Pick<Limits, 'sockets' | 'writeQuota'> {
  /** Sockets that are to be bound: none where the app may not. */
  readonly binds: number
}

/** Milliseconds within which everything is to be as before. */
const patience = 5000
/** Chromium asks a name server several times, and holds a descriptor for as long. */
const longPatience = 30_000
/** Chromium's own come and go. */
const leeway = 20

export function countDescriptors(pid: number): number {
  try {
    return fs.readdirSync(`/proc/${pid}/fd`).length
  } catch {
    return 0
  }
}

/** Tries until nothing is wrong any more; returns what still is. */
async function wait(limit: number, find: () => Promise<string | undefined>): Promise<string[]> {
  const end = performance.now() + limit
  for (;;) {
    const wrong = await find()
    if (wrong === undefined) return []
    if (performance.now() > end) return [wrong]
    await new Promise((resolve) => {
      setTimeout(resolve, 100)
    })
  }
}

/** A fresh page can make as many sockets as there may be and not one more, and can send as much as ever and no more. */
async function checkBudgets(battle: Battle, limits: BudgetLimits): Promise<string[]> {
  const page = await battle.open()
  const wrong = await page.run(async ({ binds, sockets: count, writeQuota: quota }) => {
    const { call, create } = window.siege
    const found: string[] = []
    for (const api of ['tcp', 'tcpServer', 'udp'] as const) {
      const ids = await Promise.all(Array.from({ length: count }, () => create(api)))
      const missing = ids.filter((id) => id === 0).length
      if (missing > 0) found.push(`${missing} of ${count} sockets of ${api} cannot be made any more`)
      if ((await create(api)) !== 0) found.push(`${count + 1} sockets of ${api} can be made`)
    }
    const bound = (await chrome.sockets.udp.getSockets()).slice(0, binds)
    const codes = await Promise.all(bound.map(({ socketId }) => call('udp.bind', socketId, '127.0.0.1', 0)))
    const unbound = codes.filter((code) => code !== 0).length
    if (unbound > 0) found.push(`${unbound} of ${binds} sockets cannot be bound any more`)
    const [{ socketId }] = (await call('tcp.getSockets')) as [{ socketId: number }]
    const told: unknown[] = []
    for (const bytes of [quota, quota, quota + 1]) {
      const result = await call('tcp.send', socketId, new ArrayBuffer(bytes))
      told.push(Reflect.get(Object(result), 'resultCode'))
    }
    // Not connected, and over the quota.
    return told.join() === '-15,-15,' ? found : [...found, `sends at the quota were answered ${told.join()}`]
  }, limits)
  await battle.clear()
  return wrong
}

/** What is not as it was when no page of the attacker is left. */
export async function checkAftermath(
  battle: Battle,
  descriptors: number,
  limits: BudgetLimits,
): Promise<string[]> {
  const left = await wait(patience, async () => {
    const count = Number(await battle.main('countSockets'))
    return count === 0 ? undefined : `${count} sockets are left without a page`
  })
  const open = await wait(longPatience, async () => {
    const now = countDescriptors(battle.pid)
    return now <= descriptors + leeway ? undefined : `${now} descriptors are open instead of ${descriptors}`
  })
  const lookUp = Number(await battle.main('lookUp', patience))
  const slow = lookUp < patience ? [] : ['main does not find the address of localhost']
  const served = (await battle.tryHonest()) ? [] : ['the honest page serves no new client']
  return [...left, ...open, ...slow, ...served, ...(await checkBudgets(battle, limits))]
}
