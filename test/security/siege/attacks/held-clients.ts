import type { Attack } from '../attack.ts'

export const heldClients: Attack = {
  name: 'held-clients',
  what: 'has ten paused servers, which get 1000 clients each, with 100 kB each',
  limits: { heldConnections: 500 },
  run: async ({ open, peers, reduce }) => {
    const page = await open()
    const ports = await page.run(async () => {
      const servers = await Promise.all(Array.from({ length: 10 }, () => window.siege.serve('tcpServer')))
      for (const { id } of servers) await window.siege.call('tcpServer.setPaused', id, true)
      return servers.map(({ port }) => port)
    })
    for (const port of ports) await peers.connectMany(port, Math.max(600, reduce(1000)))
  },
  refused: ['connection'],
}
