import type { Attack } from '../attack.ts'

export const pollutedPrototypes: Attack = {
  name: 'polluted-prototypes',
  what: 'gives every object and list of its world methods and elements of its own, and calls 50,000 times',
  run: async ({ open, reduce }) => {
    const page = await open()
    await page.run(async (times) => {
      const { create, pause } = window.siege
      const id = await create('udp')
      const objects = Object.prototype
      const lists: object = Array.prototype
      const none = { configurable: true, get: () => undefined, set: () => {} }
      const names = ['kind', 'method', 'id', 'args', 'event', 'listening', 'then', 'name', 'persistent']
      for (const name of names) Reflect.defineProperty(objects, name, none)
      for (const at of ['0', '1', '2', '3']) Reflect.defineProperty(lists, at, none)
      Reflect.defineProperty(lists, 'push', { value: () => 0 })
      Reflect.defineProperty(lists, Symbol.iterator, { value: () => ({ next: () => ({ done: true }) }) })
      Reflect.defineProperty(MessagePort.prototype, 'postMessage', { value: () => {} })
      for (let i = 0; i < times; i += 1) {
        chrome.sockets.udp.getInfo(id, () => {})
        chrome.sockets.udp.send(id, new ArrayBuffer(10), '127.0.0.1', 9, () => {})
        chrome.sockets.udp.onReceive.addListener(() => {})
        if (i % 1000 === 0) await pause(0)
      }
      await new Promise((resolve) => {
        chrome.sockets.udp.getInfo(id, () => resolve(undefined))
      })
    }, reduce(50_000))
  },
}
