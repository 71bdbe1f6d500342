// onAccept, and the clients it brings.

/** What Chrome tells of an accepted client: its own address is a matter of server-accept-info.js. */
const peerPart = (/** @type {any} */ { localAddress: _address, localPort: _port, ...rest }) => rest

const byId = (/** @type {any} */ a, /** @type {any} */ b) => a.socketId - b.socketId

scenario('an accepted client: the event and its info', async (t) => {
  const seen = t.record('tcpServer.onAccept')
  const { client, peer } = await t.accept({ name: 'web', persistent: true })
  t.log('seen', seen)
  t.log('peer', peer)
  t.log('getInfo', peerPart(await t.info('tcp', client)))
})

scenario('an accepted client of a server on ::1', async (t) => {
  const server = await t.server({}, '::1')
  const accepted = t.on('tcpServer.onAccept')
  await t.peer.connect({ port: server.port, host: '::1' })
  await accepted.wait(1)
  t.log('getInfo', peerPart(await t.info('tcp', accepted[0][0].clientSocketId)))
})

scenario('an IPv4 client of a server on :: has a mapped address', async (t) => {
  const server = await t.server({}, '::')
  const accepted = t.on('tcpServer.onAccept')
  await t.peer.connect({ port: server.port, host: '127.0.0.1' })
  await accepted.wait(1)
  t.log('peerAddress', (await t.info('tcp', accepted[0][0].clientSocketId)).peerAddress)
})

scenario('an IPv6 client of a server on ::', async (t) => {
  const server = await t.server({}, '::')
  const accepted = t.on('tcpServer.onAccept')
  await t.peer.connect({ port: server.port, host: '::1' })
  await accepted.wait(1)
  t.log('peerAddress', (await t.info('tcp', accepted[0][0].clientSocketId)).peerAddress)
})

scenario('the client is there when onAccept runs', async (t) => {
  const server = await t.server()
  /** @type {Promise<any>} */
  const info = new Promise((resolve) => {
    const listener = (/** @type {any} */ event) => resolve(t.cb('tcp', 'getInfo', event.clientSocketId))
    chrome.sockets.tcpServer.onAccept.addListener(listener)
    t.cleanup.push(() => chrome.sockets.tcpServer.onAccept.removeListener(listener))
  })
  await t.peer.connect({ port: server.port })
  const { args, lastError } = await info
  t.log('connected', args[0].connected, lastError)
})

scenario('the answer of listen comes before the first onAccept', async (t) => {
  const { port } = await t.peer.freePort()
  const id = await t.create('tcpServer')
  const seen = t.record('tcpServer.onAccept')
  const answered = seen.call('tcpServer', 'listen', id, '127.0.0.1', port)
  const end = Date.now() + 2000
  while (seen.count('tcpServer.onAccept') === 0 && Date.now() < end) await t.peer.connect({ port })
  await answered
  t.log('the first two', seen.slice(0, 2))
})

scenario('ten clients one after another come in their order', async (t) => {
  const server = await t.server()
  const accepted = t.on('tcpServer.onAccept')
  const ports = []
  for (let count = 0; count < 10; count += 1)
    ports.push((await t.peer.connect({ port: server.port })).localPort)
  await accepted.wait(10)
  const ids = accepted.map(([event]) => event.clientSocketId)
  const infos = await Promise.all(ids.map((id) => t.info('tcp', id)))
  t.log('count', accepted.length)
  t.log('ids grow by one', ids.every((id, index) => id === ids[0] + index)) // prettier-ignore
  t.log('in order', JSON.stringify(infos.map(({ peerPort }) => peerPort)) === JSON.stringify(ports))
})

scenario('a hundred clients at once all come', async (t) => {
  const server = await t.server()
  const accepted = t.on('tcpServer.onAccept')
  const peers = await Promise.all(
    Array.from({ length: 100 }, () => t.peer.connect({ port: server.port, ms: 5000 })),
  )
  await accepted.wait(100, 5000)
  t.log('connected', peers.filter(({ id }) => id !== undefined).length)
  t.log('accepted', accepted.length)
  t.log('ids', new Set(accepted.map(([event]) => event.clientSocketId)).size)
  t.log('getSockets', (await t.cb('tcp', 'getSockets')).args[0].length)
})

scenario('two servers, each with its own clients', async (t) => {
  const first = await t.server({ name: 'first' })
  const second = await t.server({ name: 'second' })
  const seen = t.record('tcpServer.onAccept')
  for (const [index, server] of [second, first, second].entries()) {
    await t.peer.connect({ port: server.port })
    await seen.wait(index + 1)
  }
  t.log('servers', t.id(first.id), t.id(second.id))
  t.log('seen', seen)
})

scenario('a client that has gone before it is read', async (t) => {
  const seen = t.record('tcp.onReceiveError')
  const { client, peer } = await t.accept()
  await t.peer.destroy({ id: peer.id })
  await t.sleep(50)
  t.log('paused', peerPart(await t.info('tcp', client)))
  await seen.call('tcp', 'setPaused', client, false)
  await seen.wait(2)
  t.log('seen', seen)
  t.log('after', await t.info('tcp', client))
})

scenario('tcp.getSockets tells of accepted clients', async (t) => {
  const server = await t.server()
  const accepted = t.on('tcpServer.onAccept')
  await t.create('tcp', { name: 'own' })
  for (let count = 0; count < 2; count += 1) await t.peer.connect({ port: server.port })
  await accepted.wait(2)
  const { args } = await t.cb('tcp', 'getSockets')
  for (const { socketId, name, connected, paused } of args[0].toSorted(byId))
    t.log('socket', { socketId, name, connected, paused })
})

scenario('a server that is disconnected keeps its clients', async (t) => {
  const { server, client, peer } = await t.accept()
  const seen = t.record('tcp.onReceive', 'tcp.onReceiveError', 'tcpServer.onAcceptError')
  await t.cb('tcpServer', 'disconnect', server.id)
  await t.cb('tcp', 'setPaused', client, false)
  await t.peer.send({ id: peer.id, text: 'still here' })
  await seen.wait(1)
  t.log('seen', seen)
  t.log('send', await t.cb('tcp', 'send', client, t.text('me too')))
  t.log('peer', await t.peer.read({ id: peer.id, bytes: 6 }))
})

scenario('a server that is closed keeps its clients', async (t) => {
  const { server, client, peer } = await t.accept()
  const seen = t.record('tcp.onReceive', 'tcp.onReceiveError', 'tcpServer.onAcceptError')
  await t.cb('tcpServer', 'close', server.id)
  await t.cb('tcp', 'setPaused', client, false)
  await t.peer.send({ id: peer.id, text: 'still here' })
  await seen.wait(1)
  t.log('seen', seen)
  t.log('send', await t.cb('tcp', 'send', client, t.text('me too')))
  t.log('peer', await t.peer.read({ id: peer.id, bytes: 6 }))
})

scenario('disconnect and close raise no event of the server', async (t) => {
  const first = await t.server()
  const second = await t.server()
  const seen = t.record('tcpServer.onAccept', 'tcpServer.onAcceptError')
  await seen.call('tcpServer', 'disconnect', first.id)
  await seen.call('tcpServer', 'close', second.id)
  await t.sleep(120)
  t.log('seen', seen)
})

scenario('an accepted client can be updated and outlives update', async (t) => {
  const { client } = await t.accept()
  t.log('update', await t.cb('tcp', 'update', client, { name: 'n', persistent: true, bufferSize: 100 }))
  const { name, persistent, bufferSize, paused, connected } = await t.info('tcp', client)
  t.log('getInfo', { name, persistent, bufferSize, paused, connected })
})
