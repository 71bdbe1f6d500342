import type { Attack } from '../attack.ts'

export const acceptStorm: Attack = {
  name: 'accept-storm',
  deed: 'gets 8000 clients while it is busy with itself, and resumes none',
  limits: { sockets: 100, heldConnections: 50 },
  run: async ({ open, peers, reduce }) => {
    const page = await open()
    const port = await page.run(async () => {
      const { call, create } = window.siege
      const id = await create('tcpServer')
      await call('tcpServer.listen', id, '127.0.0.1', 0)
      chrome.sockets.tcpServer.onAccept.addListener(() => window.siege.block(50))
      return (await call('tcpServer.getInfo', id)).localPort
    })
    await peers.connectMany(Number(port), Math.max(300, reduce(8000)))
  },
  refused: ['connection'],
}
