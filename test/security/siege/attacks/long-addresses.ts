import type { Attack } from '../attack.ts'

export const longAddresses: Attack = {
  name: 'long-addresses',
  what: 'listens 300 times at an address of 131,072 letters, of which the manifest allows four',
  before: 'main stalled for 16 s',
  sockets: { tcpServer: { listen: ['a.test:1', 'b.test:2', '*.c.test:3', 'd.test:4', 'e.test:8080'] } },
  run: async ({ open, reduce }) => {
    const page = await open()
    return page.run(async (times) => {
      const { call, create, readTally } = window.siege
      const id = await create('tcpServer')
      const address = 'A'.repeat(131_072)
      await Promise.all(Array.from({ length: times }, () => call('tcpServer.listen', id, address, 8080)))
      return readTally()
    }, reduce(300))
  },
  refused: ['permission'],
  answered: ['Does not have permission'],
}
