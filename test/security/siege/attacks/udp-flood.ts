import type { Attack } from '../attack.ts'

export const udpFlood: Attack = {
  name: 'udp-flood',
  deed: 'hears 300,000 datagrams of a peer, and takes none because it is busy with itself',
  run: async ({ open, peers, reduce }) => {
    const page = await open()
    const port = await page.run(async () => {
      const { call, create } = window.siege
      const id = await create('udp')
      await call('udp.bind', id, '127.0.0.1', 0)
      chrome.sockets.udp.onReceive.addListener(() => window.siege.block(20))
      return (await call('udp.getInfo', id)).localPort
    })
    await peers.flood(Number(port), reduce(200_000), 100)
    await peers.flood(Number(port), reduce(100_000), 9000)
  },
}
