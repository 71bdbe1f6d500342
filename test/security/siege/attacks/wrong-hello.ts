import type { Attack } from '../attack.ts'

export const wrongHello: Attack = {
  name: 'wrong-hello',
  what: 'greets 1000 times in words of another version, of none, and of a megabyte',
  before: '1000 lines of log',
  run: async ({ open, reduce }) => {
    const page = await open({ compromised: true })
    await page.run((times) => {
      for (let i = 0; i < times; i += 1)
        window.compromised.sayHello({ protocol: -i, contextIsolated: i % 2 === 0 })
      for (let i = 0; i < 20; i += 1) window.compromised.sayHello('x'.repeat(1_000_000))
    }, reduce(1000))
  },
  refused: ['page'],
}
