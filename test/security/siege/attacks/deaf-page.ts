import type { Attack } from '../attack.ts'

export const deafPage: Attack = {
  name: 'deaf-page',
  what: 'hears a datagram of its own, never says so, and goes on calling as long as it is let',
  before: 'nobody was told that it was cut off',
  limits: { pendingCalls: 2000 },
  run: async ({ open, reduce }) => {
    const page = await open({ compromised: true })
    return page.run(
      async (times) => {
        window.siege.acknowledges = false
        const port = await window.siege.openPort()
        const say = (...items: unknown[]): void => port.postMessage([0, undefined, ...items])
        const call = (method: string, ...args: unknown[]): object => ({ kind: 'call', id: 1, method, args })
        say(
          { kind: 'interest', event: 'udp.onReceive', listening: true },
          call('udp.create', {}),
          call('udp.bind', 1, '127.0.0.1', 40_404),
        )
        await window.siege.settle()
        say(call('udp.send', 1, new ArrayBuffer(9), '127.0.0.1', 40_404, 'any'))
        await window.siege.settle()
        for (let i = 0; i < times && window.siege.readTally()['closed'] === undefined; i += 1) {
          say(...Array.from({ length: 1024 }, () => call('tcp.getInfo', 1)))
          await window.siege.pause(20)
        }
        return window.siege.readTally()
      },
      Math.max(200, reduce(200)),
    )
  },
  refused: ['message'],
  answered: ['closed'],
}
