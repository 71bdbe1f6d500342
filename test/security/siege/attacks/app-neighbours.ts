import type { Attack } from '../attack.ts'

export const appNeighbours: Attack = {
  name: 'app-neighbours',
  what: 'a Chrome App looks for another one of the same program: its files, pages, storage, messages and sockets',
  chromeApp: true,
  neighbour: true,
  run: async ({ neighbour, open }) => {
    const page = await open({ chromeApp: true })
    await (
      await open({ chromeApp: true, neighbour: true })
    ).run(async () => {
      const { runtime, storage } = window.chrome as unknown as HostedChrome
      await new Promise((resolve) => {
        storage.local.set({ secret: 'kept' }, () => resolve(undefined))
      })
      const { siege } = window
      for (const api of ['tcp', 'tcpServer', 'udp'] as const) await siege.create(api, { name: 'secret' })
      for (const event of [runtime.onConnect, runtime.onConnectExternal, runtime.onMessageExternal])
        event?.addListener(() => siege.count('heard'))
    })
    return page.run(async (id) => {
      const { call, count, readTally } = window.siege
      const { app, runtime, storage } = window.chrome as unknown as HostedChrome
      const note = (way: string, isReached: boolean): void =>
        count(`${way}: ${isReached ? 'reached' : 'nothing'}`)
      const root = `chrome-app://${id}/`
      for (const mode of ['cors', 'no-cors'] as const)
        note(
          `fetch ${mode}`,
          await fetch(`${root}manifest.json`, { mode }).then(
            ({ ok, type }) => ok || type === 'opaque',
            () => false,
          ),
        )
      note('window', window.open(`${root}hostile.html`) !== null)
      const made = await new Promise<AppWindowLike | undefined>((resolve) => {
        try {
          app.window.create(`${root}hostile.html`, {}, (created) =>
            resolve(runtime.lastError ? undefined : created),
          )
        } catch {
          resolve(undefined)
        }
      })
      note('create', made !== undefined)
      const stored = await new Promise<object>((resolve) => {
        storage.local.get(undefined, resolve)
      })
      note('storage', 'secret' in stored)
      for (const api of ['tcp', 'tcpServer', 'udp'] as const) {
        const sockets = (await call(`${api}.getSockets`)) as unknown[]
        note(api, sockets.length > 0)
      }
      await new Promise((resolve) => {
        runtime.sendMessage(id, { any: 1 }, () => {
          note('message', runtime.lastError === undefined)
          resolve(undefined)
        })
      })
      return readTally()
    }, neighbour)
  },
  answered: [
    'fetch cors: nothing',
    'fetch no-cors: nothing',
    'window: nothing',
    'create: nothing',
    'storage: nothing',
    'tcp: nothing',
    'tcpServer: nothing',
    'udp: nothing',
    'message: nothing',
  ],
}
