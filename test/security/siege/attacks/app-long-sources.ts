import type { Attack } from '../attack.ts'

export const appLongSources: Attack = {
  name: 'app-long-sources',
  what: 'a Chrome App gives its <webview>s addresses, partitions and user agents of 50 million characters, when they have something to show and when they have not',
  before: 'main stalled for 0.6 s a time',
  chromeApp: true,
  run: async ({ open, reduce }) => {
    const page = await open({ chromeApp: true })
    return page.run(
      async (length) => {
        const { count, pause, readTally, waitFor } = window.siege
        const long = 'x'.repeat(length)
        const show = (attributes: Readonly<Record<string, string>>): Element => {
          const view = document.createElement('webview')
          for (const name of ['loadabort', 'loadstop']) view.addEventListener(name, () => count(name))
          for (const [name, value] of Object.entries(attributes)) view.setAttribute(name, value)
          document.documentElement.append(view)
          return view
        }
        const views = ['partition', 'useragent', 'httpreferrer', 'webpreferences', 'src'].map((name) =>
          show({ src: 'data:text/html,guest', [name]: `data:,${long}` }),
        )
        const shown = show({ src: 'data:text/html,shown' })
        await waitFor('loadstop', 0, 20_000)
        await pause(500)
        for (let i = 0; i < 3; i += 1) {
          shown.setAttribute('useragent', `${i}${long}`)
          shown.setAttribute('src', `data:,${i}${long}`)
          await pause(200)
        }
        await waitFor('loadabort', 0, 20_000)
        for (const view of [shown, ...views]) view.remove()
        return readTally()
      },
      Math.max(3_000_000, reduce(50_000_000)),
    )
  },
  answered: ['loadabort', 'loadstop'],
}
