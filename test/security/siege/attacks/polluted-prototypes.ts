import type { Attack } from '../attack.ts'

export const pollutedPrototypes: Attack = {
  name: 'polluted-prototypes',
  deed: 'gives every object and list of its world methods and elements of its own, and calls 50,000 times',
  run: async ({ open, reduce }) => {
    const page = await open()
    return page.run(async (times) => {
      const { call, create, pause, readTally } = window.siege
      const id = await create('udp')
      const names = [
        'kind',
        'method',
        'id',
        'args',
        'event',
        'listening',
        'then',
        'get',
        'value',
        'name',
        'persistent',
      ]
      for (const name of names)
        if (name !== 'get' && name !== 'value')
          Object.defineProperty(Object.prototype, name, {
            configurable: true,
            get: () => undefined,
            set: () => {},
          })
      for (const at of [0, 1, 2, 3])
        Object.defineProperty(Array.prototype, at, { configurable: true, set: () => {} })
      MessagePort.prototype.postMessage = () => {}
      Array.prototype.push = () => 0
      Object.defineProperty(Array.prototype, Symbol.iterator, {
        configurable: true,
        value: () => ({ next: () => ({ done: true }) }),
      })
      for (let i = 0; i < times; i += 1) {
        chrome.sockets.udp.getInfo(id, () => {})
        chrome.sockets.udp.send(id, new ArrayBuffer(10), '127.0.0.1', 9, () => {})
        chrome.sockets.udp.onReceive.addListener(() => {})
        if (i % 1000 === 0) await pause(0)
      }
      await pause(1000)
      void call
      return readTally()
    }, reduce(50_000))
  },
}
