import type { Attack } from '../attack.ts'

export const appAsks: Attack = {
  name: 'app-asks',
  what: 'a Chrome App asks 20,000 times for permissions, pages of other programs, the machine and its language, with texts of 100,000 characters',
  chromeApp: true,
  run: async ({ open, reduce }) => {
    const page = await open({ chromeApp: true })
    return page.run(async (times) => {
      const { count, pause, readTally, settle } = window.siege
      const { browser, i18n, permissions, runtime, system } = window.chrome as unknown as HostedChrome
      const answer = (): void => count(runtime.lastError?.message.slice(0, 60) ?? 'ok')
      const long = 'x'.repeat(100_000)
      const hosts = Array.from({ length: 1000 }, (_, i) => `http://${i}.example.test/*`)
      for (let i = 0; i < times; i += 10) {
        permissions.request({ permissions: ['geolocation'], origins: [`http://${i}.test/*`] }, answer)
        permissions.contains({ origins: i % 100 === 0 ? hosts : [`http://${'a.'.repeat(100)}b/*`] }, answer)
        permissions.contains({ permissions: [i % 100 === 0 ? long : 'power'] }, answer)
        permissions.remove({ permissions: ['storage'] }, answer)
        permissions.getAll(answer)
        browser.openTab({ url: i % 100 === 0 ? `http://127.0.0.1/${long}` : 'file:///etc/passwd' }, answer)
        system.cpu.getInfo(answer)
        system.memory.getInfo(answer)
        system.storage.getInfo(answer)
        system.display.getInfo(answer)
        i18n.getAcceptLanguages(answer)
        count(
          i18n.getMessage(i % 100 === 0 ? long : '@@ui_locale', Array(9).fill(long)) === '' ? 'none' : 'ok',
        )
        if (i % 100 === 0) await pause(5)
      }
      await settle()
      return readTally()
    }, reduce(20_000))
  },
  answered: ['ok', 'Too many permissions.', 'You cannot remove required permissions.'],
}
