import type { Attack } from '../attack.ts'

const attackWith = (name: string, descriptors: number, limits: NonNullable<Attack['limits']>): Attack => ({
  name,
  what: `binds persistent sockets until it fails, where ${descriptors === 1500 ? '1500' : '20,000'} files may be open, and navigates`,
  before: 'main crashed',
  descriptors,
  limits,
  run: async ({ open }) => {
    const page = await open()
    const tally = await page.run(async () => {
      const { call, create, readTally } = window.siege
      for (let failed = 0, made = 0; failed < 50 && made < 20_000; made += 1) {
        const id = await create('udp', { persistent: true })
        const code = id === 0 ? -12 : await call('udp.bind', id, '127.0.0.1', 0)
        if (code !== 0) failed += 1
      }
      return readTally()
    })
    for (let i = 0; i < 5; i += 1) await page.load(`app://hostile/?${i}`)
    await page.run(async () => {
      const { tcp, tcpServer, udp } = chrome.sockets
      for (const api of [tcp, tcpServer, udp])
        for (const { socketId } of await api.getSockets()) await api.close(socketId)
    })
    return tally
  },
  answered: ['net::ERR_INSUFFICIENT_RESOURCES'],
})

export const persistentSockets = attackWith('persistent-sockets', 1500, { sockets: 20_000 })

/** The short siege is at the limit of sockets long before. */
export const manyPersistentSockets = attackWith('many-persistent-sockets', 20_000, (reduce) => ({
  sockets: reduce(20_000),
}))
