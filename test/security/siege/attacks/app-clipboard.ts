import type { Attack } from '../attack.ts'

export const appClipboard: Attack = {
  name: 'app-clipboard',
  what: 'a Chrome App writes to the clipboard by the browser’s own API without ever stopping, short texts and such of a million characters',
  before: 'main stalled for 2.6 s',
  chromeApp: true,
  run: async ({ open }) => {
    const page = await open({ chromeApp: true })
    return page.run(async () => {
      const { app } = window.chrome as unknown as HostedChrome
      const made = await new Promise<AppWindowLike | undefined>((resolve) => {
        app.window.create('hostile.html', {}, resolve)
      })
      const view = made?.contentWindow ?? window
      const long = 'x'.repeat(1_000_000)
      for (let i = 0; ; i += 1)
        view.navigator.clipboard.writeText(i % 2 === 0 ? long : `${i}`).catch(() => {})
    })
  },
  answered: ['process ended'],
}
