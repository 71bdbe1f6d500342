import type { Attack } from '../attack.ts'

export const silentApps: Attack = {
  name: 'silent-apps',
  what: 'two apps connect to 100 names each of which no server says anything, while a third one connects to a name of which it says something',
  before: 'the third app found no name for 12 s',
  silentDns: true,
  chromeApp: true,
  neighbour: true,
  run: async ({ open }) => {
    const pages = [await open(), await open({ chromeApp: true })]
    for (const page of pages)
      await page.run(async () => {
        const { call, create } = window.siege
        for (let i = 0; i < 100; i += 1) {
          const id = await create('tcp')
          if (id !== 0) void call('tcp.connect', id, `nobody${i}.${location.protocol.slice(0, -1)}.test`, 80)
        }
      })
    const other = await open({ chromeApp: true, neighbour: true })
    const tally = await other.run(async () => {
      const { call, create, pause, readTally } = window.siege
      await pause(500)
      await call('tcp.connect', await create('tcp'), 'answered.test', 9)
      return readTally()
    })
    const others: string[] = []
    for (const page of pages) {
      others.push(...Object.keys(await page.run(() => window.siege.readTally())))
      await page.run(async () => {
        for (const { socketId } of await chrome.sockets.tcp.getSockets())
          void chrome.sockets.tcp.close(socketId)
      })
    }
    const isFirst = others.every((answer) => answer === 'ok')
    return { ...tally, ...(isFirst && { 'nobody had to be given up': 1 }) }
  },
  answered: ['net::ERR_CONNECTION_REFUSED', 'nobody had to be given up'],
}
