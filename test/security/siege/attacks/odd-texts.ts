import type { Attack } from '../attack.ts'

export const oddTexts: Attack = {
  name: 'odd-texts',
  what: 'uses halves of characters, NUL, direction marks and a million dots in names, hosts and groups',
  run: async ({ open, reduce }) => {
    const page = await open()
    return page.run(async (times) => {
      const { call, create, readTally } = window.siege
      const texts = [
        '\uD800',
        'a\uDC00b',
        '\0',
        '\u202E',
        '%00',
        '%',
        '.'.repeat(100_000),
        'a.'.repeat(50_000),
        '0x'.repeat(50_000),
        '1'.repeat(100_000),
        '::'.repeat(50_000),
        'f'.repeat(100_000),
        'xn--'.repeat(20_000),
        '％',
        'ß',
        'İ'.repeat(10_000),
        '\u00AD'.repeat(50_000),
        '\uFF0E'.repeat(30_000),
      ]
      const [tcp, server, udp] = [await create('tcp'), await create('tcpServer'), await create('udp')]
      await call('udp.bind', udp, '127.0.0.1', 0)
      for (let i = 0; i < times; i += 1)
        for (const text of texts) {
          await Promise.all([
            create('tcp', { name: text }),
            call('tcp.connect', tcp, text, 9),
            call('tcpServer.listen', server, text, 0),
            call('udp.send', udp, new ArrayBuffer(1), text, 9),
            call('udp.joinGroup', udp, text),
            call('udp.leaveGroup', udp, text),
          ])
        }
      return readTally()
    }, reduce(20))
  },
  answered: ['net::ERR_INVALID_ARGUMENT', 'net::ERR_ADDRESS_INVALID', 'net::ERR_NAME_NOT_RESOLVED'],
}
