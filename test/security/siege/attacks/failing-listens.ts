import type { Attack } from '../attack.ts'

export const failingListens: Attack = {
  name: 'failing-listens',
  what: 'listens and binds 20,000 times at a port that is taken, and at addresses that are not its own, where 1500 files may be open',
  descriptors: 1500,
  limits: { sockets: 500 },
  run: async ({ open, reduce }) => {
    const page = await open()
    return page.run(
      async (times) => {
        const { call, create, readTally, serve } = window.siege
        const [{ port: tcp }, { port: udp }] = [await serve('tcpServer'), await serve('udp')]
        const [server, socket] = [await create('tcpServer'), await create('udp')]
        for (let i = 0; i < times; i += 1)
          for (const address of ['127.0.0.1', '203.0.113.1', '::1'])
            await Promise.all([
              call('tcpServer.listen', server, address, address === '::1' ? 1 : tcp),
              call('udp.bind', socket, address, address === '::1' ? 1 : udp),
            ])
        return readTally()
      },
      Math.max(600, reduce(7000)),
    )
  },
  answered: ['net::ERR_ADDRESS_IN_USE', 'net::ERR_ADDRESS_INVALID'],
}
