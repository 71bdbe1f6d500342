import type { Attack } from '../attack.ts'

export const oddHost: Attack = {
  name: 'odd-host',
  what: 'connects to a host of 131,072 different CJK characters, and sends a datagram there',
  before: 'main stalled for 13 s',
  run: async ({ open, reduce }) => {
    const page = await open()
    return page.run(async (length) => {
      const { call, create, readTally } = window.siege
      const host = Array.from({ length }, (_, at) => String.fromCodePoint(0x20_000 + (at % 40_000))).join('')
      const [id, udp] = [await create('tcp'), await create('udp')]
      await call('udp.bind', udp, '127.0.0.1', 0)
      await Promise.all([
        call('tcp.connect', id, host.slice(0, length), 80),
        call('udp.send', udp, new ArrayBuffer(1), host.slice(0, length), 80),
      ])
      return readTally()
    }, reduce(131_072))
  },
  answered: ['net::ERR_NAME_NOT_RESOLVED'],
}
