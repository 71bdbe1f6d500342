import type { Attack } from '../attack.ts'

export const gettersAndProxies: Attack = {
  name: 'getters-and-proxies',
  what: 'gives getters that call again, proxies that never end, and texts that are made when they are read',
  run: async ({ open, reduce }) => {
    const page = await open()
    return page.run(async (times) => {
      const { call, count, create, pause, readTally } = window.siege
      const id = await create('tcp')
      const attempt = (act: () => unknown): void => {
        try {
          const made = act()
          if (made instanceof Promise) made.catch((error: Error) => count(error.message))
        } catch (error) {
          count(error instanceof Error ? error.constructor.name : 'thrown')
        }
      }
      let depth = 0
      const reentrant = {
        get name(): string {
          depth += 1
          if (depth < 50) attempt(() => chrome.sockets.tcp.update(id, reentrant))
          depth -= 1
          return 'name'
        },
      }
      const endless: object = new Proxy(
        {},
        {
          get: () => endless,
          ownKeys: () => Array.from({ length: 1000 }, (_, at) => `k${at}`),
          getOwnPropertyDescriptor: () => ({ value: 1, enumerable: true, configurable: true }),
        },
      )
      for (let i = 0; i < times; i += 1) {
        attempt(() => chrome.sockets.tcp.update(id, reentrant))
        attempt(() => Reflect.apply(chrome.sockets.tcp.update, null, [id, endless]))
        attempt(() => Reflect.apply(chrome.sockets.tcp.send, null, [id, endless]))
        attempt(() =>
          chrome.sockets.tcp.update(id, {
            get name(): string {
              return 'x'.repeat(100_000)
            },
          }),
        )
        if (i % 10 === 0) await pause(0)
      }
      await call('tcp.getInfo', id)
      return readTally()
    }, reduce(200))
  },
  answered: ['TypeError', 'net::ERR_INVALID_ARGUMENT'],
}
