// listen, and before it is answered something else. In Chrome it is a race which of the answers comes first.

/** @param {import('../runtime/waiting.ts').Arrivals<unknown[]>} seen */
const sortedAnswers = (seen) => seen.map((entry) => JSON.stringify(entry)).toSorted()

scenario('disconnect right after listen: the socket does not listen', async (t) => {
  const { port } = await t.peer.freePort()
  const id = await t.create('tcpServer')
  const listened = t.cbWithin(300, 'tcpServer', 'listen', id, '127.0.0.1', port)
  t.log('disconnect', await t.cb('tcpServer', 'disconnect', id))
  await listened
  t.log('getInfo', await t.info('tcpServer', id))
  t.log('connect', await t.peer.connect({ port }))
  t.log('listen', await t.cb('tcpServer', 'listen', id, '127.0.0.1', port))
})

scenario('close right after listen: the port is free', async (t) => {
  const { port } = await t.peer.freePort()
  const id = await t.create('tcpServer')
  const listened = t.cbWithin(300, 'tcpServer', 'listen', id, '127.0.0.1', port)
  t.log('close', await t.cb('tcpServer', 'close', id))
  await listened
  t.log('getSockets', await t.cb('tcpServer', 'getSockets'))
  t.log('connect', await t.peer.connect({ port }))
})

scenario(
  'a listen that is cut short is answered',
  async (t) => {
    const disconnected = await t.create('tcpServer')
    const closed = await t.create('tcpServer')
    const seen = t.record()
    await Promise.all([
      seen.call('tcpServer', 'listen', disconnected, '127.0.0.1', 0),
      seen.call('tcpServer', 'disconnect', disconnected),
    ])
    await Promise.all([
      seen.call('tcpServer', 'listen', closed, '127.0.0.1', 0),
      seen.call('tcpServer', 'close', closed),
    ])
    t.log('seen', seen)
  },
  { only: 'electron' },
)

scenario('what is asked while a listen is under way is answered', async (t) => {
  const id = await t.create('tcpServer')
  const seen = t.record()
  await Promise.all([
    seen.call('tcpServer', 'listen', id, '127.0.0.1', 0),
    seen.call('tcpServer', 'update', id, { name: 'later' }),
    seen.call('tcpServer', 'close', t.unknownId),
  ])
  t.log('answers', sortedAnswers(seen))
  t.log('getInfo', await t.info('tcpServer', id))
})

scenario('what is asked while a listen fails is answered', async (t) => {
  const taken = await t.server()
  const id = await t.create('tcpServer')
  const seen = t.record()
  await Promise.all([
    seen.call('tcpServer', 'listen', id, '127.0.0.1', taken.port),
    seen.call('tcpServer', 'update', id, { name: 'later' }),
    seen.call('tcpServer', 'listen', t.unknownId, '127.0.0.1', 0),
  ])
  t.log('answers', sortedAnswers(seen))
  t.log('getInfo', await t.info('tcpServer', id))
})

scenario('listens of ten sockets at once', async (t) => {
  const ids = await Promise.all(Array.from({ length: 10 }, () => t.create('tcpServer')))
  const answers = await Promise.all(ids.map((id) => t.cb('tcpServer', 'listen', id, '127.0.0.1', 0)))
  t.log('answers', answers)
  const infos = await Promise.all(ids.map((id) => t.info('tcpServer', id)))
  t.log('ports', new Set(infos.map(({ localPort }) => localPort)).size)
})
