import type { Attack } from '../attack.ts'

export const silentDns: Attack = {
  name: 'silent-dns',
  what: 'connects to 200 names of which no server says anything, and sends datagrams there',
  before: 'nobody else found a name for 25 s',
  silentDns: true,
  run: async ({ lookUp, open }) => {
    const page = await open()
    const begin = (): void => {
      const { call, create } = window.siege
      const connect = async (name: string): Promise<unknown> =>
        call('tcp.connect', await create('tcp'), name, 80)
      const send = async (name: string): Promise<unknown> => {
        const id = await create('udp')
        await call('udp.bind', id, '127.0.0.1', 0)
        return call('udp.send', id, new ArrayBuffer(1), name, 80)
      }
      for (let i = 0; i < 200; i += 1) void Promise.all([connect(`nobody${i}.test`), send(`nobody${i}.test`)])
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
