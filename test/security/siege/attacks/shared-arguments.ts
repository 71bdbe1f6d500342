import type { Attack } from '../attack.ts'

/** A structured clone keeps identity: what is said once is there a thousand times. */
export const sharedArguments: Attack = {
  name: 'shared-arguments',
  what: 'says 1000 calls of listen in one message, which share one list with an address of 131,072 letters',
  before: 'main stalled for 89 s',
  sockets: { tcpServer: { listen: ['a.test:1', 'b.test:2', '*.c.test:3', 'd.test:8080'] } },
  run: async ({ open, reduce }) => {
    const page = await open({ compromised: true })
    return page.run(async (times) => {
      const port = await window.siege.openPort()
      port.postMessage([0, undefined, { kind: 'call', id: 1, method: 'tcpServer.create', args: [{}] }])
      const args = [1, 'A'.repeat(131_072), 8080, undefined]
      const calls = Array.from({ length: times }, (_, at) => ({
        kind: 'call',
        id: at + 2,
        method: 'tcpServer.listen',
        args,
      }))
      port.postMessage([0, undefined, ...calls])
      await window.siege.settle()
      return window.siege.readTally()
    }, reduce(1000))
  },
  refused: ['message'],
  answered: ['end'],
}
