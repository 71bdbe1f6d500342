import type { Attack } from '../attack.ts'

export const sharedObject: Attack = {
  name: 'shared-object',
  what: 'says 16,384 calls in one message, which share one object of 10,000 keys',
  run: async ({ open, reduce }) => {
    const page = await open({ compromised: true })
    return page.run(async (times) => {
      const port = await window.siege.openPort()
      const args = [Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`key${at}`, at]))]
      const calls = Array.from({ length: times }, (_, id) => ({
        kind: 'call',
        id,
        method: 'tcp.create',
        args,
      }))
      port.postMessage([0, undefined, ...calls])
      await window.siege.pause(3000)
      return window.siege.readTally()
    }, reduce(16_384))
  },
  refused: ['message'],
}
