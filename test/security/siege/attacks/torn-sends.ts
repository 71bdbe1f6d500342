import type { Attack } from '../attack.ts'

export const tornSends: Attack = {
  name: 'torn-sends',
  what: 'begins 300 sends of the whole quota, on a port each, and ends none of them',
  run: async ({ open, reduce }) => {
    const page = await open({ compromised: true })
    return page.run(
      async ({ byteLength, times }) => {
        const { openPort, pause, readTally } = window.siege
        for (let i = 0; i < times; i += 1) {
          const port = await openPort()
          port.postMessage([0, new ArrayBuffer(500_000), { kind: 'part', id: 1, socketId: 1, byteLength }])
          await pause(5)
        }
        return readTally()
      },
      { byteLength: 1024 * 1024, times: reduce(300) },
    )
  },
  answered: ['end', 'closed'],
}
