scenario('listen, accept, read, write', async (t) => {
  const server = await create(t, 'tcp')
  t.log('listen', await t.cb('socket.listen', server, '127.0.0.1', 0))
  const { args } = await t.cb('socket.getInfo', server)
  t.log('getInfo', args[0])
  const peer = await t.peer.connect({ port: args[0].localPort })
  t.name('port', peer.localPort)
  const accepted = await t.cb('socket.accept', server)
  t.log('accept', accepted)
  const { socketId } = accepted.args[0]
  t.cleanup.push(() => chrome.socket.destroy(socketId))
  t.log('getInfo', await t.cb('socket.getInfo', socketId))
  await t.peer.send({ id: peer.id, text: 'ask' })
  t.log('read', await t.cb('socket.read', socketId))
  t.log('write', await t.cb('socket.write', socketId, t.text('answer')))
  t.log('peer', (await t.peer.read({ id: peer.id, bytes: 6 })).text)
})

scenario('accept waits', async (t) => {
  const { id, port } = await listen(t)
  const answer = t.cb('socket.accept', id)
  await t.sleep(30)
  await t.peer.connect({ port })
  const { args } = await answer
  t.log('accept', args[0].resultCode, typeof args[0].socketId)
  chrome.socket.destroy(args[0].socketId)
})

scenario('a second accept while one waits', async (t) => {
  const { id, port } = await listen(t)
  const first = t.cb('socket.accept', id)
  t.log('second', await t.cb('socket.accept', id))
  await t.peer.connect({ port })
  const { args } = await first
  t.log('first', args[0].resultCode)
  chrome.socket.destroy(args[0].socketId)
})

scenario('clients that come before are accepted one after the other', async (t) => {
  const { id, port } = await listen(t)
  const peers = []
  for (let i = 0; i < 3; i += 1) peers.push(await t.peer.connect({ port }))
  for (const [index, peer] of peers.entries()) {
    const { args } = await t.cb('socket.accept', id)
    const [{ socketId }] = args
    await t.peer.send({ id: peer.id, text: `client ${index}` })
    t.log('read', await readAll(t, socketId, 8))
    chrome.socket.destroy(socketId)
  }
})

scenario('listen where somebody listens', async (t) => {
  const { port } = await listen(t)
  const id = await create(t, 'tcp')
  t.log('listen', await t.cb('socket.listen', id, '127.0.0.1', port))
  t.log('getInfo', await t.cb('socket.getInfo', id))
  t.log('accept', await t.cb('socket.accept', id))
})

scenario('listen again after a failure', async (t) => {
  const { port } = await listen(t)
  const id = await create(t, 'tcp')
  await t.cb('socket.listen', id, '127.0.0.1', port)
  t.log('listen', await t.cb('socket.listen', id, '127.0.0.1', 0))
})

scenario('listen at what is no address, or not named in the manifest', async (t) => {
  const id = await create(t, 'tcp')
  t.log('no address', await t.cb('socket.listen', id, 'not-an-address', 0))
  t.log('not named', await t.cb('socket.listen', id, '0.0.0.0', 0))
  t.log('not named', await t.cb('socket.listen', id, '::1', 0))
})

scenario('backlogs', async (t) => {
  for (const backlog of [1, 100]) {
    const id = await create(t, 'tcp')
    t.log(String(backlog), await t.cb('socket.listen', id, '127.0.0.1', 0, backlog))
  }
})

scenario('listen with a connected socket, connect with a listening one', async (t) => {
  const { id, server } = await connect(t)
  t.log('listen', await t.cb('socket.listen', id, '127.0.0.1', 0))
  const listening = await listen(t)
  t.log('connect', await t.cb('socket.connect', listening.id, '127.0.0.1', server.port))
})

scenario('listen, accept of datagram sockets and of none', async (t) => {
  const id = await create(t, 'udp')
  t.log('listen', await t.cb('socket.listen', id, '127.0.0.1', 0))
  t.log('accept', await t.cb('socket.accept', id))
  t.log('listen of none', await t.cb('socket.listen', unknownId, '127.0.0.1', 0))
  t.log('accept of none', await t.cb('socket.accept', unknownId))
  t.log('accept of a fresh one', await t.cb('socket.accept', await create(t, 'tcp')))
})

scenario('destroy: the port is free again', async (t) => {
  const { id, port } = await listen(t)
  chrome.socket.destroy(id)
  await t.cb('socket.getInfo', id)
  const next = await create(t, 'tcp')
  t.log('listen', await t.cb('socket.listen', next, '127.0.0.1', port))
})

scenario('disconnect of a server', async (t) => {
  const { id, port } = await listen(t)
  chrome.socket.disconnect(id)
  t.log('getInfo', await t.cb('socket.getInfo', id))
  t.log('accept', await t.cb('socket.accept', id))
  const next = await create(t, 'tcp')
  t.log('port', await t.cb('socket.listen', next, '127.0.0.1', port))
})

scenario('two sockets of one app talk', async (t) => {
  const { id, port } = await listen(t)
  const client = await create(t, 'tcp')
  const accepting = t.cb('socket.accept', id)
  t.log('connect', await t.cb('socket.connect', client, '127.0.0.1', port))
  const { args } = await accepting
  const [{ socketId }] = args
  await t.cb('socket.write', client, t.text('ping'))
  t.log('read', await readAll(t, socketId, 4))
  await t.cb('socket.write', socketId, t.text('pong'))
  t.log('read', await readAll(t, client, 4))
  chrome.socket.destroy(socketId)
  t.log('end', (await t.cb('socket.read', client)).args[0].resultCode)
})
