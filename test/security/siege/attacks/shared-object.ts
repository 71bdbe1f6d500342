import type { Attack } from '../attack.ts'

export const sharedObject: Attack = {
  name: 'shared-object',
  what: 'says 1024 calls in one message, which share one object of 10,000 keys, on 16 ports',
  before: 'main stalled for 29 s',
  run: async ({ open, reduce }) => {
    const page = await open({ compromised: true })
    return page.run(async (times) => {
      const { openPort, pause, readTally, settle } = window.siege
      const args = [Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`key${at}`, at]))]
      const calls = Array.from({ length: 1024 }, (_, id) => ({
        kind: 'call',
        id,
        method: 'tcp.create',
        args,
      }))
      for (let i = 0; i < times; i += 1) {
        const port = await openPort()
        port.postMessage([0, undefined, ...calls])
        await pause(10)
      }
      await settle()
      return readTally()
    }, reduce(16))
  },
  refused: ['message'],
}
