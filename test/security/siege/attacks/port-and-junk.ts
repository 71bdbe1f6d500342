import type { Attack } from '../attack.ts'

export const portAndJunk: Attack = {
  name: 'port-and-junk',
  what: 'opens a port and says junk on it, 1000 times',
  before: '1000 lines of log',
  run: async ({ open, reduce }) => {
    const page = await open({ compromised: true })
    return page.run(async (times) => {
      for (let i = 0; i < times; i += 1) (await window.siege.openPort()).postMessage('junk')
      return window.siege.readTally()
    }, reduce(1000))
  },
  refused: ['message'],
}
