import type { Attack } from '../attack.ts'

export const portInEvent: Attack = {
  name: 'port-in-event',
  what: 'looks for the port to the main process in the event under way, and says on it what no facade says',
  before: 'the page found the port',
  run: async ({ open, reduce }) => {
    const page = await open()
    return page.run(async (times) => {
      const { call, count, pause, readTally } = window.siege
      const find = (): MessagePort | undefined => {
        const event = window.event as MessageEvent | undefined
        const path = event?.composedPath() ?? []
        const seen = [
          event?.target,
          event?.currentTarget,
          event?.srcElement,
          event?.source,
          ...(event?.ports ?? []),
          ...path,
        ]
        return seen.find((one) => one instanceof MessagePort)
      }
      const found: (MessagePort | undefined)[] = []
      await new Promise((resolve) => {
        chrome.sockets.tcp.create((made) => {
          found.push(find())
          queueMicrotask(() => found.push(find()))
          void Promise.resolve().then(() => found.push(find()))
          Object.defineProperty(made, 'x', { get: () => found.push(find()) })
          void Reflect.get(made, 'x')
          chrome.sockets.tcp.getInfo(9999, () => {
            found.push(find())
            resolve(undefined)
          })
        })
      })
      await pause(0)
      const port = found.find((one) => one !== undefined)
      count(port === undefined ? 'no port' : 'a port')
      const args = [Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`key${at}`, at]))]
      const record = { kind: 'call', id: 1, method: 'tcp.create', args }
      port?.postMessage([0, undefined, ...Array.from({ length: times }, () => record)])
      await call('tcp.create')
      return readTally()
    }, reduce(1000))
  },
  answered: ['no port'],
}
