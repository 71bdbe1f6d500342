import type { Attack } from '../attack.ts'

export const appFloods: Attack = {
  name: 'app-floods',
  what: 'a Chrome App sets 20,000 alarms that repeat themselves at once, with long names, and makes as many menu items and notifications',
  chromeApp: true,
  run: async ({ open, reduce }) => {
    const page = await open({ chromeApp: true })
    return page.run(async (times) => {
      const { count, pause, readTally } = window.siege
      const { alarms, contextMenus, notifications, power, runtime } = window.chrome as unknown as HostedChrome
      const answer = (): void => count(runtime.lastError?.message ?? 'ok')
      const long = 'x'.repeat(100_000)
      const iconUrl = 'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/%3E'
      for (let i = 0; i < times; i += 1) {
        const name = i % 100 === 0 ? `${i}${long}` : `${i}`
        alarms.create(name, { when: 0, periodInMinutes: 1e-9 }, answer)
        contextMenus.create({ id: name, title: name, contexts: ['all'] }, answer)
        contextMenus.update(name, { title: long, targetUrlPatterns: Array(1000).fill('*://*/*') }, answer)
        power.requestKeepAwake(i % 2 === 0 ? 'system' : 'display')
        if (i % 10 === 0)
          notifications.create(`${i % 1000}`, { type: 'basic', iconUrl, title: long, message: long }, answer)
        if (i % 100 === 0) await pause(5)
      }
      await pause(1000)
      power.releaseKeepAwake()
      await new Promise<void>((resolve) => alarms.clearAll(resolve))
      await new Promise<void>((resolve) => contextMenus.removeAll(resolve))
      return readTally()
    }, reduce(20_000))
  },
  answered: ['ok'],
}
