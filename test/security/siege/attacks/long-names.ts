import type { Attack } from '../attack.ts'

/** Answers cost what they say, not how many they are. */
export const longNames: Attack = {
  name: 'long-names',
  what: 'makes 127 sockets with names of 131,072 characters, and 127 of 4096, and asks for all of them 100 times',
  before: 'main died',
  sockets: {},
  run: async ({ open, reduce }) => {
    const page = await open()
    return page.run(async (times) => {
      const { call, create, readTally } = window.siege
      for (const length of [131_072, 4096])
        for (let i = 0; i < 127; i += 1) await create('tcp', { name: 'n'.repeat(length) })
      await Promise.all(Array.from({ length: times }, () => call('tcp.getSockets')))
      return readTally()
    }, reduce(100))
  },
  answered: ['net::ERR_INVALID_ARGUMENT', 'ok'],
}
