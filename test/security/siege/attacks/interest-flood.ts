import type { Attack } from '../attack.ts'

export const interestFlood: Attack = {
  name: 'interest-flood',
  what: 'has 500 sockets to itself with data that wait, and begins and ceases to listen 300,000 times, a message each',
  limits: { sockets: 1100 },
  run: async ({ open, reduce }) => {
    const page = await open()
    return page.run(
      async ({ count, times }) => {
        const { call, create, pause, readTally, serve } = window.siege
        const { tcp, tcpServer } = chrome.sockets
        tcpServer.onAccept.addListener(({ clientSocketId }) => tcp.setPaused(clientSocketId, false))
        const { port } = await serve('tcpServer')
        const ids = await Promise.all(Array.from({ length: count }, () => create('tcp')))
        await Promise.all(ids.map((id) => call('tcp.connect', id, '127.0.0.1', port)))
        for (const id of ids) tcp.send(id, new ArrayBuffer(10_000), () => {})
        const listener = (): void => {}
        for (let i = 0; i < times; i += 1) {
          tcp.onReceiveError.addListener(listener)
          await Promise.resolve()
          tcp.onReceiveError.removeListener(listener)
          await Promise.resolve()
          if (i % 1000 === 0) await pause(0)
        }
        return readTally()
      },
      { count: Math.max(50, reduce(500)), times: reduce(150_000) },
    )
  },
  answered: ['ok'],
}
