import type { Attack } from '../attack.ts'

export const listenerStorm: Attack = {
  name: 'listener-storm',
  what: 'has 2000 bound sockets, and begins and ceases to listen 500,000 times, a turn or a microtask each',
  limits: { sockets: 2000 },
  run: async ({ open, reduce }) => {
    const page = await open()
    return page.run(async (times) => {
      const { call, create, pause, readTally } = window.siege
      const ids = await Promise.all(Array.from({ length: 2000 }, () => create('udp')))
      await Promise.all(ids.map((id) => call('udp.bind', id, '127.0.0.1', 0)))
      const listener = (): void => {}
      const { onReceive } = chrome.sockets.udp
      for (let i = 0; i < times; i += 1) {
        onReceive.addListener(listener)
        onReceive.removeListener(listener)
        if (i % 10 === 0) await Promise.resolve()
        if (i % 1000 === 0) await pause(0)
      }
      await call('udp.getInfo', ids[0])
      return readTally()
    }, reduce(500_000))
  },
  answered: ['ok'],
}
