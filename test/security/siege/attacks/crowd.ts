import type { Attack } from '../attack.ts'

export const crowd: Attack = {
  name: 'crowd',
  what: 'opens 100 windows of its own, which call 10,000 times each at the same time',
  before: 'the honest page waited 0.6 s',
  run: async ({ open, reduce }) => {
    const page = await open()
    return page.run(
      async ({ calls, windows }) => {
        const { count, openWindow, readTally } = window.siege
        const popups: Window[] = [window]
        for (let i = 1; i < windows; i += 10)
          popups.push(...(await Promise.all(Array.from({ length: 10 }, () => openWindow()))))
        const tcps = popups.map((popup) => (popup as unknown as { chrome: typeof chrome }).chrome.sockets.tcp)
        const answered = tcps.map(async (tcp) => {
          const { socketId } = await tcp.create({ name: 'n'.repeat(1000) })
          await Promise.all(Array.from({ length: calls }, () => tcp.getInfo(socketId)))
          count('answered')
        })
        await Promise.all(answered)
        return readTally()
      },
      { calls: Math.max(200, reduce(10_000)), windows: Math.max(3, reduce(100)) },
    )
  },
  answered: ['answered'],
}
