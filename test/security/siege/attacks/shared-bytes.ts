import type { Attack } from '../attack.ts'

export const sharedBytes: Attack = {
  name: 'shared-bytes',
  what: 'says 16,000 datagrams in one message, which share one buffer of 60 kB, and buffers that nobody asked for',
  run: async ({ open, reduce }) => {
    const page = await open({ compromised: true })
    return page.run(async (times) => {
      const { openPort, pause, readTally } = window.siege
      const port = await openPort()
      const bind = { kind: 'call', id: 2, method: 'udp.bind', args: [1, '127.0.0.1', 0] }
      port.postMessage([0, undefined, { kind: 'call', id: 1, method: 'udp.create', args: [{}] }, bind])
      await pause(200)
      const args = [1, new ArrayBuffer(60_000), '127.0.0.1', 9, 'any']
      const calls = Array.from({ length: times }, (_, id) => ({ kind: 'call', id, method: 'udp.send', args }))
      for (let i = 0; i < 3; i += 1) port.postMessage([0, undefined, ...calls])
      for (let i = 0; i < 20; i += 1) port.postMessage([0, new ArrayBuffer(50_000_000)])
      await pause(3000)
      return readTally()
    }, reduce(16_000))
  },
  refused: ['message'],
}
