import type { Attack } from '../attack.ts'

export const acceptStorm: Attack = {
  name: 'accept-storm',
  what: 'gets 8000 clients while it is busy with itself, and resumes none',
  limits: { sockets: 100, heldConnections: 50 },
  run: async ({ open, peers, reduce }) => {
    const page = await open()
    const port = await page.run(async () => {
      chrome.sockets.tcpServer.onAccept.addListener(() => window.siege.block(50))
      return (await window.siege.serve('tcpServer')).port
    })
    await peers.connectMany(port, Math.max(300, reduce(8000)))
  },
  refused: ['connection'],
}
