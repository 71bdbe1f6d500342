import type { Attack } from '../attack.ts'

export const deepArguments: Attack = {
  name: 'deep-arguments',
  what: 'nests arguments 1000 deep, makes lists of billions without an element, and lists of a million with one',
  run: async ({ open, reduce }) => {
    const page = await open({ compromised: true })
    return page.run(async (times) => {
      const { openPort, pause, readTally } = window.siege
      const port = await openPort()
      let nest: unknown = []
      for (let i = 0; i < 1000; i += 1) nest = i % 2 === 0 ? [nest] : { nest }
      const sparse: unknown[] = []
      sparse.length = 2 ** 32 - 1
      const long = Array.from({ length: 1_000_000 }, () => 1)
      const record = { kind: 'call', id: 1, method: 'tcp.create' }
      for (let i = 0; i < times; i += 1) {
        for (const args of [[nest], sparse, [sparse], long, [long], [[...long]]]) {
          port.postMessage([0, undefined, { ...record, args }])
          port.postMessage([0, undefined, { ...record, args, more: args }])
          port.postMessage([0, undefined, args, args])
        }
        port.postMessage(sparse)
        port.postMessage(long)
        port.postMessage([0, undefined, [1, 1, ...long]])
        port.postMessage([0, undefined, [1, 1, ...Array.from({ length: 16_000 }, () => 0)]])
      }
      await pause(3000)
      return readTally()
    }, reduce(5))
  },
  refused: ['message'],
}
