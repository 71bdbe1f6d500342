import type { Attack } from '../attack.ts'

export const preparedWindows: Attack = {
  name: 'prepared-windows',
  what: 'opens windows at its own address, changes their world before they have loaded, takes their ports, and says on them 1024 calls that share one object of 10,000 keys, and 50 MB',
  run: async ({ open }) => {
    const page = await open()
    return page.run(async () => {
      const { count, pause, readTally, waitFor } = window.siege
      const args = [Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`key${at}`, at]))]
      const record = { kind: 'call', id: 1, method: 'tcp.create', args }
      const saysJunk = [
        (port: MessagePort) =>
          port.postMessage([0, undefined, ...Array.from({ length: 1024 }, () => record)]),
        (port: MessagePort) => port.postMessage(new ArrayBuffer(50_000_000)),
        (port: MessagePort) => port.postMessage('junk'),
      ]
      for (const [i, sayJunk] of saysJunk.entries()) {
        // Chromium keeps what is changed before the first page of a window is there, if that is of the same origin.
        const prepared = window.open('app://hostile/')
        prepared?.addEventListener('electron-chrome-sockets:port', (event) => {
          const [port] = (event as MessageEvent).ports
          count(port === undefined ? 'no port' : 'a port')
          if (port !== undefined) sayJunk(port)
        })
        await waitFor('a port', i, 20_000)
      }
      // Its process ends meanwhile.
      await pause(30_000)
      return readTally()
    })
  },
  refused: ['message'],
  answered: ['process ended'],
}
