import type { Attack } from '../attack.ts'

export const hugeSend: Attack = {
  name: 'huge-send',
  what: 'gives a gigabyte to one send, and to one datagram',
  before: 'main stalled for 6.8 s',
  run: async ({ open, reduce }) => {
    const page = await open()
    return page.run(async (length) => {
      const { call, create, readTally } = window.siege
      const [tcp, udp] = [await create('tcp'), await create('udp')]
      const data = new ArrayBuffer(length)
      await call('tcp.send', tcp, data)
      await call('udp.send', udp, data, '127.0.0.1', 9)
      return readTally()
    }, reduce(1_000_000_000))
  },
  answered: ['Exceeded write quota.'],
}
