import type { Attack } from '../attack.ts'

export const messageFlood: Attack = {
  name: 'message-flood',
  what: 'says 100,000 messages on a port of its own: nothing, one call each, that it has dealt with something, and parts of a byte',
  run: async ({ open, reduce }) => {
    const page = await open({ compromised: true })
    return page.run(async (times) => {
      const { openPort, readTally, settle } = window.siege
      const part = { kind: 'part', id: 1, socketId: 1, byteLength: 2 ** 31 - 1 }
      const messages = [
        [0, undefined],
        [1, undefined],
        [0, undefined, { kind: 'call', id: 1, method: 'tcp.create', args: [] }],
        [0, undefined, { kind: 'interest', event: 'tcp.onReceive', listening: true }],
        [0, new ArrayBuffer(1), part],
      ]
      for (const message of messages) {
        const port = await openPort()
        for (let i = 0; i < times; i += 1) port.postMessage(message)
        await settle()
      }
      return readTally()
    }, reduce(20_000))
  },
  refused: ['message'],
}
