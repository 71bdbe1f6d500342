import type { Attack } from '../attack.ts'

export const appGuestLoads: Attack = {
  name: 'app-guest-loads',
  what: 'a Chrome App has a <webview> go 100,000 times to a text, to an address, and back, each before the one before it has come',
  before: 'main died',
  chromeApp: true,
  run: async ({ open, reduce }) => {
    const page = await open({ chromeApp: true })
    return page.run(async (times) => {
      const { count, pause, readTally, waitFor } = window.siege
      const view = document.createElement('webview')
      view.addEventListener('loadstop', () => count('loadstop'))
      view.setAttribute('partition', 'loads')
      view.setAttribute('src', 'data:text/html,first')
      document.documentElement.append(view)
      await waitFor('loadstop')
      const call = (method: string, ...args: unknown[]): unknown =>
        Reflect.apply(Reflect.get(view, method), view, args)
      for (const act of [
        (i: number) => call('loadDataWithBaseUrl', 'data:text/html,text', `http://127.0.0.1/${i}`),
        (i: number) => view.setAttribute('src', `data:text/html,${i}`),
        (i: number) => call(['back', 'reload', 'stop'][i % 3] ?? ''),
      ]) {
        for (let i = 0; i < times; i += 1) act(i)
        await pause(500)
      }
      view.remove()
      return readTally()
    }, reduce(100_000))
  },
  answered: ['loadstop'],
}
