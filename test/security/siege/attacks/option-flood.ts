import type { Attack } from '../attack.ts'

export const optionFlood: Attack = {
  name: 'option-flood',
  what: 'changes options of a connection 200,000 times in one turn',
  run: async ({ open, peers, reduce }) => {
    const { port } = await peers.serveDeafly()
    const page = await open()
    return page.run(
      async ({ target, times }) => {
        const { call, create, readTally } = window.siege
        const id = await create('tcp')
        await call('tcp.connect', id, '127.0.0.1', target)
        const calls: Promise<unknown>[] = []
        for (let i = 0; i < times; i += 1)
          calls.push(call('tcp.setKeepAlive', id, true, i), call('tcp.setNoDelay', id, i % 2 === 0))
        await Promise.all(calls)
        return readTally()
      },
      { times: reduce(100_000), target: port },
    )
  },
  answered: ['ok'],
}
