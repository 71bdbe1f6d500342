import type { Attack } from '../attack.ts'

export const appOldSockets: Attack = {
  name: 'app-old-sockets',
  what: 'a Chrome App makes 20,000 sockets of the old API, listens, connects to itself, writes without end, and reads and accepts what never comes',
  chromeApp: true,
  run: async ({ open, reduce }) => {
    const page = await open({ chromeApp: true })
    return page.run(async (times) => {
      const { count, pause, readTally } = window.siege
      const { runtime, socket } = window.chrome as unknown as HostedChrome
      const answer = (): void => count(runtime.lastError?.message ?? 'ok')
      const ids: number[] = []
      const create = (type: string): Promise<number> =>
        new Promise((resolve) => {
          socket.create(type, (made) => {
            answer()
            ids.push(made?.socketId ?? 0)
            resolve(made?.socketId ?? 0)
          })
        })
      const server = await create('tcp')
      await new Promise((resolve) => socket.listen(server, '127.0.0.1', 0, 1, resolve))
      const { localPort = 0 } = await new Promise<{ localPort?: number }>((resolve) => {
        socket.getInfo(server, resolve)
      })
      for (let i = 0; i < times; i += 1) {
        const id = await create(i % 2 === 0 ? 'tcp' : 'udp')
        if (i % 4 === 0) socket.connect(id, '127.0.0.1', localPort, answer)
        if (i % 4 === 1) socket.bind(id, '127.0.0.1', 0, answer)
        if (i % 4 === 2) socket.connect(id, '127.0.0.2', localPort, answer)
        socket.read(id, 2 ** 31 - 1, answer)
        socket.recvFrom(id, 2 ** 31 - 1, answer)
        socket.accept(server, ({ socketId }) => {
          answer()
          if (socketId !== undefined) ids.push(socketId)
        })
        if (i % 8 === 0) socket.write(id, new ArrayBuffer(1_000_000), answer)
      }
      await pause(500)
      // The page stays, and its sockets would: what it gives back must be had again.
      for (const id of ids) socket.destroy(id)
      await pause(500)
      return readTally()
    }, reduce(20_000))
  },
  answered: ['ok', 'App does not have permission'],
}
