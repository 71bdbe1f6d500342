import type { Attack } from '../attack.ts'

export const updateFlood: Attack = {
  name: 'update-flood',
  what: 'gives a socket 4000 names of 131,072 characters, and 400 of a million, in one turn',
  run: async ({ open, reduce }) => {
    const page = await open()
    return page.run(async (times) => {
      const { call, create, readTally } = window.siege
      const id = await create('tcp')
      const [long, longer] = ['x'.repeat(131_072), '\u4E00'.repeat(1_000_000)]
      const calls = Array.from({ length: times }, (_, at) =>
        call('tcp.update', id, { name: at % 10 === 0 ? longer : long }),
      )
      await Promise.all(calls)
      return readTally()
    }, reduce(4000))
  },
  answered: ['net::ERR_INVALID_ARGUMENT'],
}
