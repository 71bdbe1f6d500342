import { afterAll, describe, expect, it } from 'vitest'
import { attacks } from './siege/attacks/index.ts'
import { printResult } from './siege/report.ts'
import { runAnywhere } from './siege/run-anywhere.ts'
import { Siege } from './siege/run-attack.ts'

/** As `npm run siege`, with few of everything: how long something takes is printed and proves nothing. */
const settings = { scale: 0.02, attackLimit: 120_000, rest: 20, shares: true }

/** Those that need the same process come one after the other. */
const sorted = attacks.toSorted((one, other) => (one.descriptors ?? 0) - (other.descriptors ?? 0))
const half = Math.ceil(sorted.length / 2)

// Much of an attack is waiting: two go on side by side.
describe.concurrent.each([
  ['first', sorted.slice(0, half)],
  ['second', sorted.slice(half)],
])(
  'under siege the main process lives, refuses what is wrong, and has all its budgets again: %s half',
  (_, those) => {
    const siege = new Siege(settings)
    afterAll(() => siege.end())

    it.sequential.each(those)(
      '$name: $what',
      async (attack) => {
        const result = await runAnywhere(siege, attack, settings)
        if (result === undefined) return expect(attack.silentDns).toBe(true)
        console.log(printResult(result))
        expect(result.failures).toEqual([])
      },
      200_000,
    )
  },
)
