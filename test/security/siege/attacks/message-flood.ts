import type { Attack, Tally } from '../attack.ts'

const part = { kind: 'part', id: 1, socketId: 1, byteLength: 2 ** 31 - 1 }
const create = { kind: 'call', id: 1, method: 'tcp.create', args: [] }
const interest = { kind: 'interest', event: 'tcp.onReceive', listening: true }

interface Given {
  readonly message: readonly unknown[]
  readonly times: number
  readonly length?: number
}

/** Each is said by a process of its own: one that goes on is ended. */
const messages: readonly { said: readonly unknown[]; bytes?: number }[] = [
  { said: [0, undefined] },
  { said: [1, undefined] },
  { said: [0, undefined, create] },
  { said: [0, undefined, interest] },
  { said: [0, undefined, part], bytes: 1 },
]

export const messageFlood: Attack = {
  name: 'message-flood',
  what: 'says 100,000 messages on a port of its own: nothing, one call each, that it has dealt with something, and parts of a byte',
  run: async ({ open, reduce }) => {
    const tallies: Tally[] = []
    for (const { bytes, said } of messages) {
      const page = await open({ compromised: true })
      const tally = page.run(
        async ({ length, message: [acknowledged, , ...items], times }: Given) => {
          const { openPort, readTally, settle } = window.siege
          const port = await openPort()
          const data = length === undefined ? undefined : new ArrayBuffer(length)
          // JSON has made null of what was undefined.
          for (let i = 0; i < times; i += 1) port.postMessage([acknowledged, data, ...items])
          await settle()
          return readTally()
        },
        { message: said, times: reduce(20_000), ...(bytes !== undefined && { length: bytes }) },
      )
      tallies.push(await tally)
    }
    return tallies.slice(0, 2).every(({ end }) => end === 1) ? { 'end of what says nothing': 2 } : {}
  },
  refused: ['message'],
  answered: ['end of what says nothing'],
}
