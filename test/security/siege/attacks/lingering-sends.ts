import type { Attack } from '../attack.ts'

export const lingeringSends: Attack = {
  name: 'lingering-sends',
  what: 'gives 10,000 connections more than their peer takes, and closes them',
  limits: (reduce) => ({
    sockets: 500,
    writeQuota: Math.max(20 * 1024 * 1024, reduce(200 * 1024 * 1024)),
  }),
  run: async ({ open, peers, reduce }) => {
    const { port } = await peers.serveDeafly()
    const page = await open()
    return page.run(
      async ({ rounds, target }) => {
        const { call, create, pause, readTally } = window.siege
        for (let round = 0; round < rounds; round += 1) {
          const ids = await Promise.all(Array.from({ length: 500 }, () => create('tcp')))
          await Promise.all(ids.map((id) => call('tcp.connect', id, '127.0.0.1', target)))
          const data = new ArrayBuffer(5_000_000)
          for (const id of ids.slice(0, 40)) chrome.sockets.tcp.send(id, data, () => {})
          for (const id of ids) chrome.sockets.tcp.send(id, new ArrayBuffer(1), () => {})
          await Promise.all(ids.map((id) => call('tcp.close', id)))
          await pause(10)
        }
        return readTally()
      },
      { rounds: reduce(20), target: port },
    )
  },
  answered: ['ok'],
}
