import type { Attack } from '../attack.ts'

export const appStorage: Attack = {
  name: 'app-storage',
  what: 'a Chrome App stores 20,000 values, and 20 of 10 million characters, and sends itself as many messages',
  chromeApp: true,
  run: async ({ open, reduce }) => {
    const page = await open({ chromeApp: true })
    return page.run(
      async ({ length, times }) => {
        const { count, readTally } = window.siege
        const { runtime, storage } = window.chrome as unknown as HostedChrome
        const answer = (): void => count(runtime.lastError?.message ?? 'ok')
        const set = (items: object): Promise<void> =>
          new Promise((resolve) => {
            storage.local.set(items, () => resolve(answer()))
          })
        await Promise.all(Array.from({ length: times }, (_, i) => set({ [`key ${i}`]: i })))
        const long = 'x'.repeat(length)
        for (let i = 0; i < 20; i += 1) await set({ long: `${i}${long}` })
        for (let i = 0; i < times; i += 1)
          runtime.sendMessage({ i, text: i % 1000 === 0 ? long : '' }, answer)
        await new Promise((resolve) => {
          storage.local.clear(() => resolve(undefined))
        })
        return readTally()
      },
      { length: reduce(10_000_000), times: reduce(20_000) },
    )
  },
  answered: ['ok'],
}
