import type { Attack } from '../attack.ts'

export const failingConnects: Attack = {
  name: 'failing-connects',
  what: 'connects 30,000 times where nobody listens, and to names below localhost',
  descriptors: 1500,
  limits: { sockets: 1000 },
  run: async ({ open, reduce }) => {
    const page = await open()
    return page.run(
      async (rounds) => {
        const { call, create, readTally } = window.siege
        const ids = await Promise.all(Array.from({ length: 1000 }, () => create('tcp')))
        for (let round = 0; round < rounds; round += 1)
          await Promise.all(
            ids.map((id, at) => call('tcp.connect', id, at % 2 === 0 ? '127.0.0.1' : `a${at}.localhost`, 1)),
          )
        return readTally()
      },
      Math.max(3, reduce(30)),
    )
  },
  answered: ['net::ERR_CONNECTION_REFUSED'],
}
