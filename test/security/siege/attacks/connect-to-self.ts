import type { Attack } from '../attack.ts'

export const connectToSelf: Attack = {
  name: 'connect-to-self',
  what: 'connects 5000 sockets to a server of its own where 1500 files may be open, and answers all it hears',
  descriptors: 1500,
  limits: { sockets: 500 },
  run: async ({ open, reduce }) => {
    const page = await open()
    return page.run(
      async (count) => {
        const { call, create, readTally, serve, settle } = window.siege
        const { tcp, tcpServer } = chrome.sockets
        const { port } = await serve('tcpServer')
        tcpServer.onAccept.addListener(({ clientSocketId }) => tcp.setPaused(clientSocketId, false))
        tcp.onReceive.addListener(({ data, socketId }) => tcp.send(socketId, data, () => {}))
        const end = performance.now() + 8000
        for (let i = 0; i < count && performance.now() < end; i += 1) {
          const id = await create('tcp')
          void call('tcp.connect', id, '127.0.0.1', port).then(() =>
            tcp.send(id, new ArrayBuffer(1000), () => {}),
          )
        }
        await settle()
        return readTally()
      },
      Math.max(1500, reduce(5000)),
    )
  },
  answered: ['ok'],
}
