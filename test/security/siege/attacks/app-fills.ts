import type { Attack } from '../attack.ts'

const picture = 'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/%3E'

/** What the other Chrome App does meanwhile, once each. */
const deeds = ['menu', 'stored', 'shown', 'alarm', 'port', 'datagram', 'name found']

export const appFills: Attack = {
  name: 'app-fills',
  what: 'two apps fill at once, where 1500 files may be open, sockets with datagrams that nobody reads, look-ups, storage, menus, alarms and notifications, while a third one needs one of each',
  chromeApp: true,
  neighbour: true,
  silentDns: true,
  descriptors: 1500,
  limits: { sockets: 20_000 },
  run: async ({ open, reduce }) => {
    const pages = [await open(), await open({ chromeApp: true })]
    const other = await open({ chromeApp: true, neighbour: true })
    for (const page of pages)
      await page.run(
        ({ iconUrl, times }) => {
          const { call, count, create } = window.siege
          const { alarms, contextMenus, notifications, storage } =
            window.chrome as unknown as Partial<HostedChrome>
          const answer = (): void => count(window.chrome.runtime.lastError?.message ?? 'filled')
          const fillSockets = async (): Promise<void> => {
            const datagram = new ArrayBuffer(60_000)
            for (let failed = 0; failed < 50;) {
              const id = await create('udp')
              const code = await call('udp.bind', id, '127.0.0.1', 0)
              if (code !== 0) failed += 1
              else await call('udp.setPaused', id, true)
              const { localPort = 0 } = code === 0 ? await window.chrome.sockets.udp.getInfo(id) : {}
              if (localPort === 0) continue
              for (let i = 0; i < 4; i += 1) void call('udp.send', id, datagram, '127.0.0.1', localPort)
            }
          }
          const lookUp = async (): Promise<void> => {
            for (let i = 0; i < 100; i += 1)
              void call('tcp.connect', await create('tcp'), `nobody${i}.${location.host}.test`, 80)
          }
          const fillApp = (at: number): void => {
            contextMenus?.create({ id: `${at}`, title: `${at}`, contexts: ['all'] }, answer)
            alarms?.create(`${at}`, { when: 0, periodInMinutes: 1e-9 }, answer)
            const notice = { type: 'basic', iconUrl, title: `${at}`, message: '' }
            notifications?.create(`${at}`, notice, answer)
            storage?.local.set({ [`key ${at % 1000}`]: 'x'.repeat(at % 100 === 0 ? 1_000_000 : 10) }, answer)
          }
          void fillSockets().then(() => count('full'))
          void lookUp()
          for (let i = 0; i < times; i += 1) setTimeout(fillApp, i / 10, i)
        },
        { iconUrl: picture, times: reduce(20_000) },
      )
    await pages[0]?.run(() => window.siege.waitFor('full', 0, 20_000))
    const tally = await other.run(async (iconUrl) => {
      const { call, count, create, readTally, serve, waitFor } = window.siege
      const { alarms, app, contextMenus, notifications, runtime, storage } =
        window.chrome as unknown as HostedChrome
      const does = (deed: string) => (): void => count(runtime.lastError?.message ?? deed)
      contextMenus.create({ id: 'one', title: 'one', contexts: ['all'] }, does('menu'))
      storage.local.set({ one: 1 }, does('stored'))
      alarms.create('one', { when: 0 }, does('alarm'))
      notifications.create('one', { type: 'basic', iconUrl, title: 'one', message: '' }, does('shown'))
      runtime.onConnect.addListener(does('port'))
      const made = await new Promise<AppWindowLike | undefined>((resolve) => {
        app.window.create('hostile.html', { hidden: true }, resolve)
      })
      const inWindow = made?.contentWindow.chrome as unknown as HostedChrome
      inWindow.runtime.connect({ name: 'one' })
      window.chrome.sockets.udp.onReceive.addListener(() => count('datagram'))
      const { id, port } = await serve('udp')
      void call('udp.send', id, new ArrayBuffer(9), '127.0.0.1', port)
      const code = await call('tcp.connect', await create('tcp'), 'answered.test', 9)
      if (code === -102) count('name found')
      for (const deed of ['menu', 'stored', 'shown', 'alarm', 'port', 'datagram'])
        await waitFor(deed, 0, 10_000)
      return readTally()
    }, picture)
    for (const page of pages)
      await page.run(async () => {
        for (const api of ['tcp', 'udp'] as const)
          for (const { socketId } of await window.chrome.sockets[api].getSockets())
            void window.chrome.sockets[api].close(socketId)
      })
    return tally
  },
  answered: deeds,
}
