scenario('an accepted client receives only after it is unpaused', async (t) => {
  const { client, peer } = await t.accept()
  const timeline = t.record('tcp.onReceive')
  await t.peer.send({ id: peer.id, text: 'early' })
  await t.sleep(120)
  t.log('while paused', timeline.length)
  await timeline.call('tcp', 'setPaused', client, false)
  await timeline.wait(2)
  t.log('timeline', timeline)
})

scenario('an accepted client sends while it is paused', async (t) => {
  const { client, peer } = await t.accept()
  t.log('send', await t.cb('tcp', 'send', client, t.text('hello')))
  t.log('peer got', (await t.peer.read({ id: peer.id, bytes: 5 })).text)
  t.log('paused', (await t.info('tcp', client)).paused)
})

scenario('an accepted client takes a name and a bufferSize', async (t) => {
  const { client, peer } = await t.accept()
  const received = t.on('tcp.onReceive')
  t.log('update', await t.cb('tcp', 'update', client, { name: 'n', bufferSize: 3, persistent: true }))
  const { name, bufferSize, persistent } = await t.info('tcp', client)
  t.log('info', { name, bufferSize, persistent })
  await t.peer.send({ id: peer.id, text: 'abcdefgh' })
  await t.sleep(100)
  await t.cb('tcp', 'setPaused', client, false)
  await received.wait(3)
  t.log('received', received)
})

scenario('disconnect of an accepted client keeps its id', async (t) => {
  const { client, peer } = await t.accept()
  const errors = t.on('tcp.onReceiveError')
  t.log('disconnect', await t.cb('tcp', 'disconnect', client))
  t.log('info', await t.info('tcp', client))
  t.log('peer has seen the end', (await t.peer.state({ id: peer.id })).ended)
  t.log('errors', errors.length)
  t.log('close', await t.cb('tcp', 'close', client))
})

scenario('disconnect of an accepted client that reads raises onReceiveError', async (t) => {
  const { client } = await t.accept()
  const timeline = t.record('tcp.onReceiveError')
  await timeline.call('tcp', 'setPaused', client, false)
  await timeline.call('tcp', 'disconnect', client)
  await timeline.wait(3)
  t.log('timeline', timeline)
})

scenario('a peer that is gone is still told by a paused accepted client', async (t) => {
  const { client, peer } = await t.accept()
  await t.peer.destroy({ id: peer.id })
  await t.sleep(100)
  const { connected, peerAddress, peerPort } = await t.info('tcp', client)
  t.log('info', { connected, peerAddress, isPort: peerPort === peer.localPort })
})

scenario('clients accepted by one server are told apart', async (t) => {
  const server = await t.server()
  const accepted = t.on('tcpServer.onAccept')
  const received = t.on('tcp.onReceive')
  const one = await t.peer.connect({ port: server.port })
  await accepted.wait(1)
  const two = await t.peer.connect({ port: server.port })
  await accepted.wait(2)
  for (const [{ clientSocketId }] of accepted) await t.cb('tcp', 'setPaused', clientSocketId, false)
  await t.peer.send({ id: two.id, text: 'two' })
  await received.wait(1)
  await t.peer.send({ id: one.id, text: 'one' })
  await received.wait(2)
  t.log('accepted', accepted)
  t.log('received', received)
})

scenario('fifty clients are served at the same time', async (t) => {
  const count = 50
  const server = await t.server()
  const accepted = t.on('tcpServer.onAccept')
  const received = t.on('tcp.onReceive')
  const peers = await Promise.all(Array.from({ length: count }, () => t.peer.connect({ port: server.port })))
  await accepted.wait(count)
  const clients = accepted.map(([{ clientSocketId }]) => clientSocketId)
  await Promise.all(clients.map((client) => t.cb('tcp', 'setPaused', client, false)))
  await Promise.all(peers.map(({ id }, at) => t.peer.send({ id, text: `request ${at}` })))
  await received.wait(count)
  await Promise.all(received.map(([{ socketId, data }]) => t.cb('tcp', 'send', socketId, data)))
  const echoes = await Promise.all(
    peers.map(({ id }, at) => t.peer.read({ id, bytes: `request ${at}`.length })),
  )
  t.log('accepted', accepted.length)
  t.log('different', new Set(clients).size)
  t.log('echoes', echoes.filter(({ text }, at) => text === `request ${at}`).length)
})

scenario('a page talks to itself', async (t) => {
  const server = await t.server()
  const timeline = t.record('tcp.onReceive')
  const accepted = t.on('tcpServer.onAccept')
  const client = await t.create('tcp')
  t.log('connect', await t.cb('tcp', 'connect', client, '127.0.0.1', server.port))
  await accepted.wait(1)
  const other = accepted[0][0].clientSocketId
  await t.cb('tcp', 'setPaused', other, false)
  await t.cb('tcp', 'send', client, t.text('question'))
  await timeline.wait(1)
  await t.cb('tcp', 'send', other, t.text('answer'))
  await timeline.wait(2)
  t.log('timeline', timeline)
})

scenario('fifty clients of the page connect at the same time', async (t) => {
  const count = 50
  const { port } = await t.peer.listen({ mode: 'echo' })
  const received = t.on('tcp.onReceive')
  const clients = await Promise.all(Array.from({ length: count }, () => t.create('tcp')))
  const answers = await Promise.all(
    clients.map((client) => t.cb('tcp', 'connect', client, '127.0.0.1', port)),
  )
  t.log('connected', answers.filter(({ args }) => args[0] === 0).length)
  await Promise.all(clients.map((client) => t.cb('tcp', 'send', client, t.text(`from ${client}`))))
  await received.wait(count)
  const own = received.filter(([{ socketId, data }]) => t.str(data) === `from ${socketId}`)
  t.log('echoes', own.length)
})
