import type { Attack } from '../attack.ts'

export const reloadLoop: Attack = {
  name: 'reload-loop',
  what: 'makes 500 sockets of each kind and goes on to the next document, 30 times',
  limits: { sockets: 500 },
  run: async ({ open, reduce }) => {
    const page = await open()
    const times = reduce(30)
    for (let i = 0; i < times; i += 1) {
      await page.run(async () => {
        for (const api of ['tcp', 'tcpServer', 'udp'] as const)
          await Promise.all(
            Array.from({ length: 500 }, () => window.siege.create(api, { name: 'x'.repeat(1000) })),
          )
        const udp = (await chrome.sockets.udp.getSockets()).map(({ socketId }) => socketId)
        for (const id of udp) void window.siege.call('udp.bind', id, '0.0.0.0', 0)
      })
      await page.load(`app://hostile/?${i}`)
    }
  },
}
