import type { Attack } from '../attack.ts'

export const drown: Attack = {
  name: 'drown',
  what: 'calls without end, 1024 times a message, and waits for no answers',
  limits: { pendingCalls: 2000 },
  run: async ({ open, reduce }) => {
    const page = await open({ compromised: true })
    return page.run(
      async (times) => {
        window.siege.acknowledges = false
        // For a third time the process is ended.
        for (let round = 0; round < 2; round += 1) {
          const port = await window.siege.openPort()
          const { closed = 0 } = window.siege.readTally()
          const calls = Array.from({ length: 1024 }, (_, id) => ({
            kind: 'call',
            id,
            method: 'tcp.getInfo',
            args: [1],
          }))
          for (let i = 0; i < times; i += 1) port.postMessage([0, undefined, ...calls])
          await window.siege.waitFor('closed', closed)
        }
        return window.siege.readTally()
      },
      Math.max(200, reduce(1000)),
    )
  },
  refused: ['message'],
  answered: ['closed'],
}
