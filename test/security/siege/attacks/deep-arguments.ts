import type { Attack } from '../attack.ts'

export const deepArguments: Attack = {
  name: 'deep-arguments',
  what: 'nests arguments 1000 deep, makes lists of billions without an element, and lists of a million with one, on a port each',
  run: async ({ open, reduce }) => {
    const page = await open({ compromised: true })
    return page.run(async (times) => {
      const { openPort, pause, readTally, settle } = window.siege
      let nest: unknown = []
      for (let i = 0; i < 1000; i += 1) nest = i % 2 === 0 ? [nest] : { nest }
      const sparse: unknown[] = []
      sparse.length = 2 ** 32 - 1
      const long = Array.from({ length: 1_000_000 }, () => 1)
      const record = { kind: 'call', id: 1, method: 'tcp.create' }
      const items = [[nest], sparse, [sparse], long, [long]].flatMap((args) => [
        [{ ...record, args }],
        [{ ...record, args, more: args }],
        [args, args],
      ])
      const bodies = [...items, long, [[1, 1, ...long]], [[1, 1, ...long.slice(0, 1024)]]]
      for (let i = 0; i < times; i += 1)
        for (const body of bodies) {
          const port = await openPort()
          port.postMessage([0, undefined, ...body])
          port.postMessage(sparse)
          await pause(10)
        }
      await settle()
      return readTally()
    }, reduce(5))
  },
  refused: ['message'],
}
