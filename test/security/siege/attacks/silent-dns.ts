import type { Attack } from '../attack.ts'

export const silentDns: Attack = {
  name: 'silent-dns',
  deed: 'connects 300 times to names of which no server says anything, and sends datagrams there',
  silentDns: true,
  run: async ({ lookUp, open }) => {
    const page = await open()
    const begin = (): void => {
      const { call, create } = window.siege
      for (let i = 0; i < 300; i += 1) {
        void create('tcp').then((id) => call('tcp.connect', id, `nobody${i}.test`, 80))
        void create('udp').then(async (id) => {
          await call('udp.bind', id, '127.0.0.1', 0)
          await call('udp.send', id, new ArrayBuffer(1), `nobody${i}.test`, 80)
        })
      }
    }
    await page.run(begin)
    const time = await lookUp()
    const tally = await page.run(async () => {
      const { call, count, create, pause, readTally } = window.siege
      await pause(500)
      const begun = performance.now()
      const known = call('tcp.connect', await create('tcp'), 'known.test', 9)
      await Promise.race([known, pause(2000)])
      if (performance.now() - begun < 1000) count('a name that the system knows')
      for (const { socketId } of await chrome.sockets.tcp.getSockets()) await call('tcp.close', socketId)
      if (performance.now() - begun < 3000) count('closed at once')
      return readTally()
    })
    return { ...tally, ...(time < 1000 && { 'main finds names': 1 }) }
  },
  answered: ['closed at once', 'main finds names', 'a name that the system knows'],
}
