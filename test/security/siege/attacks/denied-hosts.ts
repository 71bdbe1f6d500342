import type { Attack } from '../attack.ts'

export const deniedHosts: Attack = {
  name: 'denied-hosts',
  what: 'connects to 100,000 hosts that the manifest does not allow',
  sockets: {
    tcp: { connect: ['allowed.test:80', '*.allowed.test:443'] },
    tcpServer: {},
    udp: { bind: '*', send: 'allowed.test' },
  },
  run: async ({ open, reduce }) => {
    const page = await open()
    return page.run(async (times) => {
      const { call, create, readTally } = window.siege
      const id = await create('tcp')
      const host = 'x'.repeat(200)
      await Promise.all(
        Array.from({ length: times }, (_, at) => call('tcp.connect', id, `${host}${at}.test`, 80)),
      )
      return readTally()
    }, reduce(100_000))
  },
  refused: ['permission'],
}
