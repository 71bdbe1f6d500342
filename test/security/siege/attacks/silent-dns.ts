import type { Attack } from '../attack.ts'

export const silentDns: Attack = {
  name: 'silent-dns',
  deed: 'connects 50 times to names of which no server says anything',
  silentDns: true,
  run: async ({ open }) => {
    const page = await open()
    return page.run(async () => {
      const { call, count, create, pause, readTally } = window.siege
      const ids = await Promise.all(Array.from({ length: 50 }, () => create('tcp')))
      for (const [at, id] of ids.entries()) void call('tcp.connect', id, `nobody${at}.test`, 80)
      await pause(500)
      const begun = performance.now()
      for (const id of ids) await call('tcp.close', id)
      await call('tcp.connect', await create('tcp'), 'localhost', 9)
      if (performance.now() - begun < 1000) count('closed at once')
      return readTally()
    })
  },
  answered: ['closed at once'],
}
