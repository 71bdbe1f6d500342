scenario('connect: info before and after', async (t) => {
  const server = await t.peer.listen()
  const id = await create(t, 'tcp')
  t.log('connect', await t.cb('socket.connect', id, '127.0.0.1', server.port))
  t.log('getInfo', await t.cb('socket.getInfo', id))
  t.log('disconnect', t.invoke('socket.disconnect', id))
  t.log('getInfo', await t.cb('socket.getInfo', id))
})

scenario('connect where nobody listens', async (t) => {
  const { port } = await t.peer.freePort()
  const id = await create(t, 'tcp')
  t.log('connect', await t.cb('socket.connect', id, '127.0.0.1', port))
  t.log('getInfo', await t.cb('socket.getInfo', id))
})

scenario('connect again after a failure', async (t) => {
  const { port } = await t.peer.freePort()
  const server = await t.peer.listen()
  const id = await create(t, 'tcp')
  t.log('connect', await t.cb('socket.connect', id, '127.0.0.1', port))
  t.log('connect', await t.cb('socket.connect', id, '127.0.0.1', server.port))
})

scenario('connect twice', async (t) => {
  const { id, server } = await connect(t)
  t.log('connect', await t.cb('socket.connect', id, '127.0.0.1', server.port))
  t.log('getInfo', (await t.cb('socket.getInfo', id)).args[0].connected)
})

scenario('connect twice at once', async (t) => {
  const server = await t.peer.listen()
  const id = await create(t, 'tcp')
  const answers = [1, 2].map(() => t.cb('socket.connect', id, '127.0.0.1', server.port))
  t.log('connect', await Promise.all(answers))
})

scenario('connect to localhost', async (t) => {
  const server = await t.peer.listen()
  const id = await create(t, 'tcp')
  t.log('connect', await t.cb('socket.connect', id, 'localhost', server.port))
  t.log('peer', (await t.cb('socket.getInfo', id)).args[0].peerAddress)
})

scenario('connect to a name that nobody knows', async (t) => {
  const id = await create(t, 'tcp')
  t.log('connect', await t.cb('socket.connect', id, 'name.invalid', 80))
})

scenario('connect to what the manifest does not name', async (t) => {
  const id = await create(t, 'tcp')
  for (const [host, port] of [
    ['::1', 80],
    ['127.0.0.2', 80],
    ['name.invalid', 81],
    ['invalid', 80],
    ['', 80],
  ])
    t.log(`${host} ${port}`, await t.cb('socket.connect', id, host, port))
})

scenario('connect to ports that are none', async (t) => {
  const id = await create(t, 'tcp')
  for (const port of [-1, 65_536]) t.log(String(port), await t.cb('socket.connect', id, '127.0.0.1', port))
  t.log('of no socket', await t.cb('socket.connect', unknownId, '127.0.0.1', -1))
})

scenario('connect again after disconnect', async (t) => {
  const { id, server } = await connect(t)
  chrome.socket.disconnect(id)
  t.log('connect', await t.cb('socket.connect', id, '127.0.0.1', server.port))
  t.log('connected', (await t.cb('socket.getInfo', id)).args[0].connected)
  t.log('write', await t.cb('socket.write', id, t.text('again')))
  const { ids } = await t.peer.accepted({ id: server.id, n: 2 })
  t.log('peer', await t.peer.read({ id: ids[1], bytes: 5 }))
})

scenario('disconnect: the peer sees the end', async (t) => {
  const { id, peer } = await connect(t)
  chrome.socket.disconnect(id)
  t.log('peer', await t.peer.state({ id: peer }))
})

scenario('destroy: the peer sees the end', async (t) => {
  const { id, peer } = await connect(t)
  chrome.socket.destroy(id)
  t.log('peer', await t.peer.state({ id: peer }))
  t.log('read', await t.cb('socket.read', id))
})

scenario('setKeepAlive and setNoDelay', async (t) => {
  const fresh = await create(t, 'tcp')
  t.log('fresh', await t.cb('socket.setKeepAlive', fresh, true), await t.cb('socket.setNoDelay', fresh, true))
  const { id } = await connect(t)
  t.log('keep alive', await t.cb('socket.setKeepAlive', id, true))
  t.log('with delay', await t.cb('socket.setKeepAlive', id, true, 10))
  t.log('with a delay below 0', await t.cb('socket.setKeepAlive', id, true, -10))
  t.log('off', await t.cb('socket.setKeepAlive', id, false))
  t.log('no delay', await t.cb('socket.setNoDelay', id, true), await t.cb('socket.setNoDelay', id, false))
  const datagrams = await create(t, 'udp')
  t.log('udp', await t.cb('socket.setKeepAlive', datagrams, true))
  t.log('udp', await t.cb('socket.setNoDelay', datagrams, true))
})
