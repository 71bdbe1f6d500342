import { describe, expect, it } from 'vitest'
import type { Attack, Fault } from './siege/attack.ts'
import { Siege } from './siege/run-attack.ts'

const settings = { scale: 0.02, attackLimit: 20_000, rest: 20, shares: false }

const attackBy = (fault: Fault): Attack => ({
  name: fault,
  what: `the main process ${fault}`,
  run: ({ fail }) => fail(fault),
})

/** Electron shows its box where nobody catches an error, and main goes on when somebody has closed it. */
const noticed: readonly (readonly [Fault, RegExp])[] = [
  ['leaks', /^warned: MaxListenersExceededWarning: /],
  ['rejects', /^rejected and not handled: Error: made to be noticed\n/],
  ['throws', /^main, afterwards: /],
]

describe('an attack fails when the main process', () => {
  it.each(noticed)(
    '%s',
    async (fault, notice) => {
      const siege = new Siege(settings)
      try {
        const { failures } = await siege.run(attackBy(fault))
        expect(failures).toEqual([expect.stringMatching(notice)])
      } finally {
        await siege.end()
      }
    },
    120_000,
  )
})
