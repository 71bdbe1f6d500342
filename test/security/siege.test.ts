import { afterAll, describe, expect, it } from 'vitest'
import { attacks } from './siege/attacks/index.ts'
import { printResult } from './siege/report.ts'
import { runAnywhere } from './siege/run-anywhere.ts'
import { Siege } from './siege/run-attack.ts'

/** As `npm run siege`, with few of everything: how long something takes is printed and proves nothing. */
const settings = { scale: 0.02, attackLimit: 60_000, rest: 20, shares: true }
const siege = new Siege(settings)

/** Those that need the same process come one after the other. */
const sorted = attacks.toSorted((one, other) => (one.descriptors ?? 0) - (other.descriptors ?? 0))

afterAll(() => siege.end())

describe('under siege the main process lives, refuses what is wrong, and has all its budgets again', () => {
  it.each(sorted)(
    '$name: $what',
    async (attack) => {
      const result = await runAnywhere(siege, attack, settings)
      if (result === undefined) return expect(attack.silentDns).toBe(true)
      console.log(printResult(result))
      expect(result.failures).toEqual([])
    },
    200_000,
  )
})
