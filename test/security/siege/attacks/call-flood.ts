import type { Attack } from '../attack.ts'

export const callFlood: Attack = {
  name: 'call-flood',
  what: 'calls 500,000 times in one turn: callbacks, promises, and calls that fail',
  run: async ({ open, reduce }) => {
    const page = await open()
    return page.run(async (times) => {
      const { call, count, create, readTally } = window.siege
      const id = await create('tcp')
      const { tcp } = chrome.sockets
      const calls: Promise<unknown>[] = []
      for (let i = 0; i < times; i += 1) {
        calls.push(call('tcp.getInfo', id), call('tcp.getInfo', -1), call('tcp.setPaused', id, false))
        calls.push(tcp.getInfo(id).catch((error: Error) => count(error.message)))
        calls.push(tcp.getInfo(-1).catch((error: Error) => count(error.message)))
      }
      await Promise.all(calls)
      return readTally()
    }, reduce(100_000))
  },
  answered: ['ok', 'Socket not found'],
}
