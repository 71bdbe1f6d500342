import type { Attack } from '../attack.ts'

export const appMoves: Attack = {
  name: 'app-moves',
  what: 'a Chrome App moves and resizes its windows by the methods of their pages, to places that no screen has, without ever stopping',
  before: 'main stalled for 56 s',
  chromeApp: true,
  run: async ({ open }) => {
    const page = await open({ chromeApp: true })
    return page.run(async () => {
      const { app } = window.chrome as unknown as HostedChrome
      const made = await new Promise<AppWindowLike | undefined>((resolve) => {
        app.window.create('hostile.html', {}, resolve)
      })
      for (let i = 0; ; i += 1)
        for (const view of [window, made?.contentWindow ?? window]) {
          view.moveTo(i % 100, i % 90)
          view.resizeTo(200 + (i % 100), 200)
          view.moveBy(1e9, -1e9)
          view.resizeBy(1e9, 1e9)
        }
    })
  },
  answered: ['process ended'],
}
