import type { Attack } from '../attack.ts'

export const appWindows: Attack = {
  name: 'app-windows',
  what: 'a Chrome App creates windows without end, with ids and texts of 131,072 characters, and moves the last one 20,000 times',
  chromeApp: true,
  run: async ({ open, reduce }) => {
    const page = await open({ chromeApp: true })
    return page.run(
      async ({ count, fails, moves }) => {
        const { count: note, pause, readTally, settle } = window.siege
        const { app, runtime } = window.chrome as unknown as HostedChrome
        const long = 'x'.repeat(131_072)
        const create = (options: object): Promise<AppWindowLike | undefined> =>
          new Promise((resolve) => {
            app.window.create(`hostile.html?${long}`, options, (made) => {
              note(runtime.lastError?.message ?? 'created')
              resolve(made)
            })
          })
        await create({ id: long })
        for (let i = 0; i < fails; i += 1) void create({ frame: { type: 'chrome', color: long } })
        const made: (AppWindowLike | undefined)[] = []
        for (let i = 0; i < count; i += 1) made.push(await create({ hidden: true, id: `id ${i}` }))
        const last = made.at(-1)
        for (let i = 0; i < moves; i += 1) {
          last?.outerBounds.setPosition(i % 100, i % 90)
          last?.setIcon(i % 2 === 0 ? 'http://[' : `hostile.html?${i}`)
          if (i % 1000 === 0) await pause(0)
        }
        await settle()
        for (const one of made) one?.close()
        return readTally()
      },
      { count: Math.max(3, reduce(20)), fails: reduce(1000), moves: reduce(20_000) },
    )
  },
  answered: ['created', 'The window id can not be more than 256 characters long.'],
}
