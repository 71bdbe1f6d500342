import type { Attack } from '../attack.ts'

export const appEnds: Attack = {
  name: 'app-ends',
  what: 'a Chrome App closes its background page, is launched again, and reloads itself without end',
  before: 'the program ended, and with it all other apps',
  chromeApp: true,
  run: async ({ launch, open, untilOver }) => {
    const closing = await open({ chromeApp: true })
    // A launch that came afterwards would start it anew.
    await closing.run(() => window.siege.given.then(() => void setTimeout(() => window.close())))
    await untilOver()
    await launch()
    const reloading = await open({ chromeApp: true })
    // So does each background page that finds this.
    await reloading.run(() => {
      const { runtime, storage } = window.chrome as unknown as HostedChrome
      storage.local.set({ reloads: true }, () => runtime.reload())
    })
    await untilOver()
    return { 'over twice': 1 }
  },
  answered: ['over twice'],
}
