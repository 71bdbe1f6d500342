import type { Attack } from '../attack.ts'

export const udpEchoStorm: Attack = {
  name: 'udp-echo-storm',
  what: 'sends 100,000 datagrams to itself, and as many to a name',
  run: async ({ open, reduce }) => {
    const page = await open()
    return page.run(async (times) => {
      const { call, readTally, serve } = window.siege
      const { id, port } = await serve('udp')
      chrome.sockets.udp.onReceive.addListener(() => {})
      const data = new ArrayBuffer(1000)
      for (const host of ['127.0.0.1', 'localhost'])
        await Promise.all(Array.from({ length: times }, () => call('udp.send', id, data, host, port)))
      return readTally()
    }, reduce(100_000))
  },
  answered: ['net::ERR_ADDRESS_UNREACHABLE'],
}
