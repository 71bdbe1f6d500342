import type { Attack } from '../attack.ts'

export const interfaceFlood: Attack = {
  name: 'interface-flood',
  what: 'asks 60,000 times in one turn for the interfaces of the network',
  run: async ({ open, reduce }) => {
    const page = await open()
    return page.run(async (times) => {
      const { count, readTally } = window.siege
      const { network } = (
        chrome as unknown as { system: { network: { getNetworkInterfaces: (done: () => void) => void } } }
      ).system
      await new Promise((resolve) => {
        let left = times
        for (let i = 0; i < times; i += 1)
          network.getNetworkInterfaces(() => {
            count(chrome.runtime.lastError?.message ?? 'ok')
            left -= 1
            if (left === 0) resolve(undefined)
          })
      })
      return readTally()
    }, reduce(60_000))
  },
  answered: ['ok'],
}
