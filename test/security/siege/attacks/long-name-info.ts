import type { Attack } from '../attack.ts'

export const longNameInfo: Attack = {
  name: 'long-name-info',
  what: 'asks 16,000 times in one turn for a socket with a name of 131,072 characters',
  before: 'main stalled for 23 s',
  sockets: {},
  run: async ({ open, reduce }) => {
    const page = await open()
    return page.run(async (times) => {
      const { call, create, readTally } = window.siege
      const id =
        (await create('tcp', { name: 'n'.repeat(131_072) })) ||
        (await create('tcp', { name: 'n'.repeat(1024) }))
      await Promise.all(Array.from({ length: times }, () => call('tcp.getInfo', id)))
      return readTally()
    }, reduce(16_000))
  },
  answered: ['net::ERR_INVALID_ARGUMENT'],
}
