import type { Attack } from '../attack.ts'

export const udpFlood: Attack = {
  name: 'udp-flood',
  what: 'hears 300,000 datagrams of a peer, and takes none because it is busy with itself',
  run: async ({ open, peers, reduce }) => {
    const page = await open()
    const port = await page.run(async () => {
      chrome.sockets.udp.onReceive.addListener(() => window.siege.block(20))
      return (await window.siege.serve('udp')).port
    })
    await peers.flood(port, reduce(200_000), 100)
    await peers.flood(port, reduce(100_000), 9000)
  },
}
