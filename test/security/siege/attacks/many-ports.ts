import type { Attack, Tally } from '../attack.ts'

export const manyPorts: Attack = {
  name: 'many-ports',
  what: 'connects 20 times with 5000 ports each',
  before: 'main stalled for 10 s',
  run: async ({ open, reduce }) => {
    const tallies = []
    for (const stranger of [false, true]) {
      const page = await open({ compromised: true, stranger })
      const tally = page.run(async (count): Promise<Tally> => {
        for (let i = 0; i < 20; i += 1) window.compromised.sendPorts(count)
        await window.siege.settle()
        return {}
      }, reduce(5000))
      tallies.push(await tally)
    }
    return tallies.every((tally) => tally['process ended'] === 1) ? { 'both processes ended': 1 } : {}
  },
  refused: ['page', 'message'],
  answered: ['both processes ended'],
}
