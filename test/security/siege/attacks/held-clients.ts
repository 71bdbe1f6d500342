import type { Attack } from '../attack.ts'

export const heldClients: Attack = {
  name: 'held-clients',
  deed: 'has ten paused servers, which get 1000 clients each, with 100 kB each',
  limits: { heldConnections: 500 },
  run: async ({ open, peers, reduce }) => {
    const page = await open()
    const ports = await page.run(async () => {
      const { call, create } = window.siege
      const ids = await Promise.all(Array.from({ length: 10 }, () => create('tcpServer')))
      const found: number[] = []
      for (const id of ids) {
        await call('tcpServer.setPaused', id, true)
        await call('tcpServer.listen', id, '127.0.0.1', 0)
        found.push((await call('tcpServer.getInfo', id)).localPort)
      }
      return found
    })
    for (const port of ports) await peers.connectMany(port, Math.max(600, reduce(1000)))
  },
  refused: ['connection'],
}
