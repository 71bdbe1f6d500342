import type { Attack } from '../attack.ts'

export const drown: Attack = {
  name: 'drown',
  what: 'calls without end and takes no answers',
  limits: { pendingCalls: 2000 },
  run: async ({ open, reduce }) => {
    const page = await open({ compromised: true })
    return page.run(
      async (times) => {
        window.siege.acknowledges = false
        const port = await window.siege.openPort()
        const listening = { kind: 'interest', event: 'udp.onReceive', listening: true }
        const create = { kind: 'call', id: 0, method: 'udp.create', args: [{}] }
        const bind = { kind: 'call', id: 1, method: 'udp.bind', args: [1, '127.0.0.1', 40_404] }
        port.postMessage([0, undefined, listening, create, bind])
        await window.siege.pause(200)
        const send = {
          kind: 'call',
          id: 2,
          method: 'udp.send',
          args: [1, new ArrayBuffer(9), '127.0.0.1', 40_404, 'any'],
        }
        port.postMessage([0, undefined, send])
        await window.siege.pause(200)
        const calls = Array.from({ length: 16_000 }, (_, at) => ({
          kind: 'call',
          id: at + 3,
          method: 'tcp.getInfo',
          args: [1],
        }))
        for (let i = 0; i < times; i += 1) port.postMessage([0, undefined, ...calls])
        await window.siege.pause(1500)
        return window.siege.readTally()
      },
      Math.max(10, reduce(100)),
    )
  },
  refused: ['message'],
  answered: ['closed'],
}
