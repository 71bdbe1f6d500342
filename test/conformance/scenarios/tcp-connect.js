/** @param {import('../runtime/scenario.ts').Scenario} t */
async function connectOnce(t, { mode = 'hold' } = {}) {
  const server = await t.peer.listen({ mode })
  const client = await t.create('tcp')
  const answer = await t.cb('tcp', 'connect', client, '127.0.0.1', server.port)
  return { server, client, answer, port: server.port }
}

scenario('connect makes a connection', async (t) => {
  const { client, server, answer } = await connectOnce(t)
  t.log('connect', answer)
  t.log('info', await t.info('tcp', client))
  t.log('accepted', (await t.peer.accepted({ id: server.id })).ids.length)
})

scenario('connect of a connected socket fails and leaves the connection alone', async (t) => {
  const { client, port } = await connectOnce(t, { mode: 'echo' })
  const received = t.on('tcp.onReceive')
  const free = await t.peer.freePort()
  t.log('same port', await t.cb('tcp', 'connect', client, '127.0.0.1', port))
  t.log('a refused port', await t.cb('tcp', 'connect', client, '127.0.0.1', free.port))
  t.log('an unresolvable name', await t.cb('tcp', 'connect', client, 'no-such-host.invalid', port))
  await t.cb('tcp', 'send', client, t.text('still here'))
  await received.wait(1)
  t.log('received', received)
})

scenario('connect after a refused one', async (t) => {
  const { port } = await t.peer.listen()
  const free = await t.peer.freePort()
  const client = await t.create('tcp', { name: 'n', bufferSize: 5 })
  t.log('refused', await t.cb('tcp', 'connect', client, '127.0.0.1', free.port))
  t.log('info', await t.info('tcp', client))
  t.log('refused again', await t.cb('tcp', 'connect', client, '127.0.0.1', free.port))
  t.log('connected', await t.cb('tcp', 'connect', client, '127.0.0.1', port))
  t.log('info afterwards', await t.info('tcp', client))
})

scenario('connect after a name that did not resolve', async (t) => {
  const { port } = await t.peer.listen()
  const client = await t.create('tcp')
  t.log('unresolvable', await t.cb('tcp', 'connect', client, 'no-such-host.invalid', port))
  t.log('connected', await t.cb('tcp', 'connect', client, '127.0.0.1', port))
})

scenario('connect after a refused one and a disconnect', async (t) => {
  const { port } = await t.peer.listen()
  const free = await t.peer.freePort()
  const client = await t.create('tcp')
  t.log('refused', await t.cb('tcp', 'connect', client, '127.0.0.1', free.port))
  t.log('disconnect', await t.cb('tcp', 'disconnect', client))
  t.log('connected', await t.cb('tcp', 'connect', client, '127.0.0.1', port))
})

scenario('a socket that connects again after its own disconnect is paused', async (t) => {
  const { client, port } = await connectOnce(t, { mode: 'echo' })
  const timeline = t.record('tcp.onReceive', 'tcp.onReceiveError')
  await timeline.call('tcp', 'disconnect', client)
  await timeline.wait(2)
  await timeline.call('tcp', 'connect', client, '127.0.0.1', port)
  await timeline.call('tcp', 'getInfo', client)
  await timeline.call('tcp', 'send', client, t.text('hello'))
  await t.sleep(120)
  t.log('received while paused', timeline.count('tcp.onReceive'))
  await timeline.call('tcp', 'setPaused', client, false)
  await timeline.wait(7)
  t.log('timeline', timeline)
})

scenario('a paused socket that connects again receives after it is unpaused', async (t) => {
  const server = await t.peer.listen({ mode: 'echo' })
  const client = await t.create('tcp')
  const received = t.on('tcp.onReceive')
  await t.cb('tcp', 'setPaused', client, true)
  for (const text of ['first', 'second', 'third']) {
    t.log('connect', await t.cb('tcp', 'connect', client, '127.0.0.1', server.port))
    await t.cb('tcp', 'send', client, t.text(text))
    t.log('disconnect', await t.cb('tcp', 'disconnect', client))
  }
  await t.cb('tcp', 'connect', client, '127.0.0.1', server.port)
  await t.cb('tcp', 'setPaused', client, false)
  await t.cb('tcp', 'send', client, t.text('fourth'))
  await received.wait(1)
  t.log('received', received)
})

scenario('a socket connects again after the peer has ended the connection', async (t) => {
  const { client, server } = await connectOnce(t)
  const errors = t.on('tcp.onReceiveError')
  const received = t.on('tcp.onReceive')
  const first = (await t.peer.accepted({ id: server.id })).ids[0]
  await t.peer.end({ id: first })
  await errors.wait(1)
  t.log('unpause', await t.cb('tcp', 'setPaused', client, false))
  t.log('connect', await t.cb('tcp', 'connect', client, '127.0.0.1', server.port))
  const second = (await t.peer.accepted({ id: server.id, n: 2 })).ids[1]
  await t.peer.send({ id: second, text: 'again' })
  await received.wait(1)
  t.log('received', received)
  t.log('errors', errors.length)
})

scenario('disconnect in the moment of connect is answered, and the socket stays usable', async (t) => {
  const { port } = await t.peer.listen()
  const client = await t.create('tcp')
  const connecting = t.cbWithin(150, 'tcp', 'connect', client, '127.0.0.1', port)
  t.log('disconnect', await t.cb('tcp', 'disconnect', client))
  await connecting
  await t.cb('tcp', 'disconnect', client)
  t.log('connect', await t.cb('tcp', 'connect', client, '127.0.0.1', port))
})

scenario('close in the moment of connect', async (t) => {
  const { port } = await t.peer.listen()
  const client = await t.create('tcp')
  const errors = t.on('tcp.onReceiveError')
  const connecting = t.cbWithin(150, 'tcp', 'connect', client, '127.0.0.1', port)
  t.log('close', await t.cb('tcp', 'close', client))
  await connecting
  t.log('getInfo', await t.cb('tcp', 'getInfo', client))
  t.log('errors', errors.length)
})

scenario('setPaused in the moment of connect keeps data back', async (t) => {
  const server = await t.peer.listen()
  const client = await t.create('tcp')
  const received = t.on('tcp.onReceive')
  await Promise.all([
    t.cb('tcp', 'connect', client, '127.0.0.1', server.port),
    t.cb('tcp', 'setPaused', client, true),
  ])
  const { ids } = await t.peer.accepted({ id: server.id })
  await t.peer.send({ id: ids[0], text: 'held' })
  await t.sleep(120)
  t.log('while paused', received.length)
  await t.cb('tcp', 'setPaused', client, false)
  await received.wait(1)
  t.log('received', received)
})

scenario('an accepted client cannot connect', async (t) => {
  const { client } = await t.accept()
  const { port } = await t.peer.listen()
  t.log('connect', await t.cb('tcp', 'connect', client, '127.0.0.1', port))
  t.log('info', (await t.info('tcp', client)).connected)
})

scenario(
  'an accepted client cannot connect after disconnect',
  async (t) => {
    const { client } = await t.accept()
    const { port } = await t.peer.listen()
    t.log('disconnect', await t.cb('tcp', 'disconnect', client))
    t.log('connect', await t.cb('tcp', 'connect', client, '127.0.0.1', port))
    t.log('info', await t.info('tcp', client))
  },
  { only: 'electron' },
)
