import type { Attack } from '../attack.ts'

export const interestFlood: Attack = {
  name: 'interest-flood',
  what: 'says in 2000 messages, on a port of its own, that it listens or not, with 2000 sockets of each kind',
  limits: { sockets: 2000 },
  run: async ({ open, reduce }) => {
    const page = await open({ compromised: true })
    return page.run(async (times) => {
      const { openPort, pause, readTally } = window.siege
      const port = await openPort()
      const methods = ['tcp.create', 'tcpServer.create', 'udp.create']
      const calls = Array.from({ length: 6000 }, (_, id) => ({
        kind: 'call',
        id,
        method: methods[id % 3],
        args: [{}],
      }))
      port.postMessage([0, undefined, ...calls])
      for (let i = 0; i < times; i += 1)
        port.postMessage([0, undefined, { kind: 'interest', event: 'udp.onReceive', listening: i % 2 === 0 }])
      await pause(2000)
      return readTally()
    }, reduce(20_000))
  },
}
