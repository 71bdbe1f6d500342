import type { Attack } from '../attack.ts'

export const sharedBytes: Attack = {
  name: 'shared-bytes',
  what: 'says 1000 datagrams in one message, which share one buffer of 60 kB, and 50 MB that nobody asked for, 20 times each',
  run: async ({ open, reduce }) => {
    const page = await open({ compromised: true })
    return page.run(
      async ({ length, times }) => {
        const { openPort, pause, readTally, settle } = window.siege
        const args = [1, new ArrayBuffer(60_000), '127.0.0.1', 9, 'any']
        const call = (id: number): object => ({ kind: 'call', id, method: 'udp.send', args })
        for (let i = 0; i < times; i += 1) {
          const shared = await openPort()
          shared.postMessage([0, undefined, ...Array.from({ length: 1000 }, (_, id) => call(id))])
          await pause(10)
          const idle = await openPort()
          for (let j = 0; j < 3; j += 1) idle.postMessage([0, new ArrayBuffer(length)])
          await pause(10)
        }
        await settle()
        return readTally()
      },
      { length: reduce(50_000_000), times: Math.max(2, reduce(20)) },
    )
  },
  refused: ['message'],
}
