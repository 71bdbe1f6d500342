import type { Attack } from '../attack.ts'

/** Nobody has asked for it: the process is out of memory, or the user kills it. */
export const appGuestsDie: Attack = {
  name: 'app-guests-die',
  what: 'the process of a Chrome App’s guest is killed while another one loads its next page, and the app’s page computes',
  before: 'main died',
  chromeApp: true,
  run: async ({ killOnTheWay, open, reduce }) => {
    const page = await open({ chromeApp: true })
    const rounds = Math.max(16, reduce(80))
    for (let round = 0; round < rounds; round += 1) {
      await page.run(async () => {
        const view = document.createElement('webview')
        const loaded = new Promise((resolve) => view.addEventListener('loadstop', resolve))
        view.addEventListener('exit', () => window.siege.count('exit'))
        view.setAttribute('src', 'data:text/html,<title>Guest</title>')
        document.documentElement.append(view)
        await loaded
        window.siege.count('loadstop')
      })
      await killOnTheWay(1 + (round % 8) * 5)
      await page.run(
        async (isBusy) => {
          const { pause } = window.siege
          const view = document.querySelector('webview')
          view?.setAttribute('src', 'data:text/html,other')
          await pause(5)
          const end = performance.now() + (isBusy ? 200 : 0)
          while (performance.now() < end);
          await pause(200)
          view?.remove()
        },
        round % 16 >= 8,
      )
    }
    return page.run(() => window.siege.readTally())
  },
  answered: ['loadstop'],
}
