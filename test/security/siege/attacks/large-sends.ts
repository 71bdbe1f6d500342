import type { Attack } from '../attack.ts'

export const largeSends: Attack = {
  name: 'large-sends',
  what: 'gives 200 MB to one send of a socket that is not connected, 20 times',
  limits: (reduce) => ({ writeQuota: Math.max(20 * 1024 * 1024, reduce(200 * 1024 * 1024)) }),
  run: async ({ open, reduce }) => {
    const page = await open()
    return page.run(
      async ({ length, times }) => {
        const { call, create, readTally } = window.siege
        const id = await create('tcp')
        const data = new ArrayBuffer(length)
        for (let i = 0; i < times; i += 1) await call('tcp.send', id, data)
        return readTally()
      },
      { length: Math.max(20_000_000, reduce(200_000_000)), times: reduce(20) },
    )
  },
  answered: ['net::ERR_SOCKET_NOT_CONNECTED'],
}
