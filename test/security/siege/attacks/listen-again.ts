import type { Attack } from '../attack.ts'

export const listenAgain: Attack = {
  name: 'listen-again',
  what: 'lets one socket listen and disconnect 20,000 times',
  descriptors: 1500,
  run: async ({ open, reduce }) => {
    const page = await open()
    return page.run(async (times) => {
      const { call, create, readTally } = window.siege
      const id = await create('tcpServer')
      const calls: Promise<unknown>[] = []
      for (let i = 0; i < times; i += 1) {
        calls.push(call('tcpServer.listen', id, '127.0.0.1', 0))
        if (i % 2 === 0) calls.push(call('tcpServer.disconnect', id))
      }
      await Promise.all(calls)
      return readTally()
    }, reduce(20_000))
  },
  answered: ['net::ERR_ABORTED'],
}
