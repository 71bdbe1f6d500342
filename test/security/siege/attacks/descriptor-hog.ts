import type { Attack } from '../attack.ts'

export const descriptorHog: Attack = {
  name: 'descriptor-hog',
  what: 'binds sockets until it fails, where 1500 files may be open, and keeps them while the honest page makes a server',
  before: 'the honest page could make no server',
  descriptors: 1500,
  limits: { sockets: 20_000 },
  run: async ({ open, tryHonest }) => {
    const page = await open()
    const tally = await page.run(async () => {
      const { call, create, readTally } = window.siege
      for (let failed = 0; failed < 50;) {
        const code = await call('udp.bind', await create('udp'), '127.0.0.1', 0)
        if (code !== 0) failed += 1
      }
      return readTally()
    })
    return { ...tally, [(await tryHonest()) ? 'the other app is served' : 'the other app is not served']: 1 }
  },
  answered: ['net::ERR_INSUFFICIENT_RESOURCES', 'the other app is served'],
}
