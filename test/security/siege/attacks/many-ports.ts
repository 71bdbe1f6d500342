import type { Attack } from '../attack.ts'

export const manyPorts: Attack = {
  name: 'many-ports',
  what: 'connects 20 times with 5000 ports each',
  before: 'main stalled for 10 s',
  run: async ({ open, reduce }) => {
    for (const stranger of [false, true]) {
      const page = await open({ compromised: true, stranger })
      await page.run((count) => {
        for (let i = 0; i < 20; i += 1) window.compromised.sendPorts(count)
      }, reduce(5000))
    }
  },
  refused: ['page'],
}
