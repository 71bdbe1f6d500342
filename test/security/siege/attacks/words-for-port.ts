import type { Attack } from '../attack.ts'

/** Whoever speaks, and whatever is in the event: listeners of the main process are total. */
export const wordsForPort: Attack = {
  name: 'words-for-port',
  what: 'a page that was refused says words where the main process expects ports, and sends ports with its greeting',
  before: 'main showed its error box and never went on',
  run: async ({ open, reduce }) => {
    const page = await open({ stranger: true, compromised: true })
    await page.run((times) => {
      const words = [
        undefined,
        null,
        true,
        1,
        'x',
        [],
        {},
        [[]],
        new Date(NaN),
        2n,
        new Map(),
        new Error('x'),
      ]
      for (let i = 0; i < times; i += 1) {
        window.compromised.sendJunk()
        window.compromised.sendJunk(...words)
        for (const word of words) window.compromised.sendJunk(word)
        window.compromised.sayHelloWithPorts(3)
      }
    }, reduce(20))
  },
  refused: ['page'],
}
