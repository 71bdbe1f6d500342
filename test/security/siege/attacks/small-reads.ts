import type { Attack } from '../attack.ts'

export const smallReads: Attack = {
  name: 'small-reads',
  what: 'gets 100 MB of a peer in reads of one byte, on a port that takes nothing',
  run: async ({ open, peers, reduce }) => {
    const page = await open({ compromised: true })
    await page.run(async () => {
      window.siege.acknowledges = false
      const port = await window.siege.openPort()
      const call = (id: number, method: string, ...args: unknown[]): object => ({
        kind: 'call',
        id,
        method,
        args,
      })
      port.postMessage([
        0,
        undefined,
        call(1, 'tcpServer.create', {}),
        call(2, 'tcpServer.listen', 1, '127.0.0.1', 40_405, undefined),
      ])
      for (const event of ['tcp.onReceive', 'tcpServer.onAccept'])
        port.postMessage([0, undefined, { kind: 'interest', event, listening: true }])
      setInterval(() => {
        for (let id = 1; id < 40; id += 1)
          port.postMessage([
            0,
            undefined,
            call(3, 'tcp.update', id, { bufferSize: 1 }),
            call(4, 'tcp.setPaused', id, false),
          ])
      }, 50)
      await window.siege.pause(300)
    })
    await Promise.all(Array.from({ length: 20 }, () => peers.pour(40_405, reduce(5_000_000))))
  },
}
