import type { Attack } from '../attack.ts'

export const secureStorm: Attack = {
  name: 'secure-storm',
  what: 'begins 900 handshakes at once with a peer that says nothing',
  descriptors: 1500,
  limits: { sockets: 1000 },
  run: async ({ open, peers, reduce }) => {
    const { port } = await peers.serveDeafly()
    const page = await open()
    return page.run(
      async ({ count, target }) => {
        const { call, create, pause, readTally, settle, waitFor } = window.siege
        const ids = await Promise.all(Array.from({ length: count }, () => create('tcp')))
        // One that reads already is refused.
        for (const id of ids) void call('tcp.setPaused', id, true)
        await Promise.all(ids.map((id) => call('tcp.connect', id, '127.0.0.1', target)))
        for (const id of ids) void call('tcp.secure', id)
        await pause(100)
        for (const id of ids) void call('tcp.close', id)
        // Handshakes that have begun hold up their answers.
        await waitFor('Socket not found', 0, 30_000)
        await settle()
        return readTally()
      },
      { count: Math.max(20, reduce(900)), target: port },
    )
  },
  answered: ['Socket not found'],
}
