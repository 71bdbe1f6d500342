// 200 MiB may wait to be sent, of all sockets of the app together.

const MiB = 1024 * 1024

/**
 * Fills the quota to the last byte with what a peer does not read.
 * @param {import('../runtime/scenario.ts').Scenario} t
 */
async function fillQuota(t) {
  const server = await t.peer.listen()
  const client = await t.create('tcp')
  await t.cb('tcp', 'connect', client, '127.0.0.1', server.port)
  const { ids } = await t.peer.accepted({ id: server.id })
  await t.peer.pauseReading({ id: ids[0] })
  const part = new ArrayBuffer(50 * MiB)
  const sends = [1, 2, 3, 4].map(() => t.cbWithin(30_000, 'tcp', 'send', client, part))
  return { client, peer: ids[0], sends }
}

scenario(
  'what does not fit into the write quota is refused until some of it is sent',
  async (t) => {
    const { client, peer, sends } = await fillQuota(t)
    t.log('one byte more', await t.cbWithin(30_000, 'tcp', 'send', client, t.text('x')))
    t.log('of an unknown socket', await t.cb('tcp', 'send', t.unknownId, t.text('x')))
    t.log('nothing of an unknown socket', await t.cb('tcp', 'send', t.unknownId, new ArrayBuffer(0)))
    const datagrams = await t.create('udp')
    t.log('a datagram', await t.cb('udp', 'send', datagrams, t.text('x'), '127.0.0.1', 9))
    await t.peer.resumeReading({ id: peer })
    t.log('sends', await Promise.all(sends))
    t.log('afterwards', await t.cb('tcp', 'send', client, t.text('x')))
    t.log('peer got', (await t.peer.read({ id: peer, bytes: 200 * MiB + 1, ms: 5000 })).bytes)
  },
  { ms: 60_000 },
)

scenario(
  'the quota of a socket that is closed',
  async (t) => {
    const { client } = await fillQuota(t)
    t.log('one byte more', await t.cbWithin(30_000, 'tcp', 'send', client, t.text('x')))
    t.log('close', await t.cb('tcp', 'close', client))
    t.log('of an unknown socket', await t.cb('tcp', 'send', t.unknownId, t.text('x')))
  },
  { ms: 60_000 },
)
