/**
 * A connection to a server, ready for secure unless it is not paused.
 * @param {import('../runtime/scenario.ts').Scenario} t
 */
async function connectForSecure(t, { paused = true, properties = {} } = {}) {
  const server = await t.peer.tlsListen()
  const client = await t.create('tcp', properties)
  if (paused) await t.cb('tcp', 'setPaused', client, true)
  await t.cb('tcp', 'connect', client, 'localhost', server.port)
  return { client, server }
}

/**
 * A connection to a server that knows nothing of TLS, with its end there.
 * @param {import('../runtime/scenario.ts').Scenario} t
 */
async function connectToPlain(t) {
  const server = await t.peer.listen()
  const client = await t.create('tcp')
  await t.cb('tcp', 'setPaused', client, true)
  await t.cb('tcp', 'connect', client, 'localhost', server.port)
  const { ids } = await t.peer.accepted({ id: server.id })
  return { client, peer: ids[0] }
}

scenario('secure keeps paused and persistent and loses name and bufferSize', async (t) => {
  const { client } = await connectForSecure(t, {
    properties: { name: 'n', bufferSize: 10, persistent: true },
  })
  t.log('before', await t.info('tcp', client))
  t.log('secure', await t.cb('tcp', 'secure', client))
  t.log('after', await t.info('tcp', client))
  t.log('update', await t.cb('tcp', 'update', client, { name: 'new', bufferSize: 20, persistent: false }))
  t.log('updated', await t.info('tcp', client))
})

scenario('a client that reads cannot be secured and is gone', async (t) => {
  const { client } = await connectForSecure(t, { paused: false })
  const timeline = t.record('tcp.onReceiveError')
  await timeline.call('tcp', 'secure', client)
  await timeline.wait(2)
  await timeline.call('tcp', 'getInfo', client)
  t.log('timeline', timeline)
})

scenario('a client that was paused after connect cannot be secured and is gone', async (t) => {
  const { client } = await connectForSecure(t, { paused: false })
  const timeline = t.record('tcp.onReceiveError')
  await timeline.call('tcp', 'setPaused', client, true)
  await timeline.call('tcp', 'secure', client)
  await timeline.wait(3)
  await timeline.call('tcp', 'getInfo', client)
  t.log('timeline', timeline)
})

scenario('a client that was unpaused for a moment cannot be secured', async (t) => {
  const { client } = await connectForSecure(t)
  const timeline = t.record('tcp.onReceiveError')
  await timeline.call('tcp', 'setPaused', client, false)
  await timeline.call('tcp', 'setPaused', client, true)
  await timeline.call('tcp', 'secure', client)
  await timeline.wait(4)
  t.log('timeline', timeline)
})

scenario('secure of an unknown socket', async (t) => {
  t.log('secure', await t.cb('tcp', 'secure', t.unknownId, {}))
})

scenario('secure of a socket that is not connected', async (t) => {
  const client = await t.create('tcp', { name: 'n' })
  t.log('secure', await t.cb('tcp', 'secure', client))
  t.log('info', await t.info('tcp', client))
})

scenario('secure after disconnect', async (t) => {
  const { client } = await connectForSecure(t, { properties: { name: 'n' } })
  await t.cb('tcp', 'disconnect', client)
  t.log('secure', await t.cb('tcp', 'secure', client))
  t.log('info', await t.info('tcp', client))
})

scenario('secure after close', async (t) => {
  const { client } = await connectForSecure(t)
  await t.cb('tcp', 'close', client)
  t.log('secure', await t.cb('tcp', 'secure', client))
})

scenario('an accepted client cannot be secured and is gone', async (t) => {
  const { client, peer } = await t.accept()
  t.log('secure', await t.cb('tcp', 'secure', client))
  t.log('getInfo', await t.cb('tcp', 'getInfo', client))
  t.log('peer has seen the end', (await t.peer.state({ id: peer.id })).ended)
})

scenario('a secured client cannot be secured again', async (t) => {
  const { client, server } = await connectForSecure(t)
  t.log('secure', await t.cb('tcp', 'secure', client))
  t.log('again', await t.cb('tcp', 'secure', client))
  t.log('send', await t.cb('tcp', 'send', client, t.text('hello')))
  const { ids } = await t.peer.tlsAccepted({ id: server.id })
  t.log('peer got', (await t.peer.read({ id: ids[0], bytes: 5 })).text)
})

scenario('setKeepAlive, setNoDelay and connect fail on a secured client', async (t) => {
  const { client, server } = await connectForSecure(t)
  await t.cb('tcp', 'secure', client)
  t.log('setKeepAlive on', await t.cb('tcp', 'setKeepAlive', client, true, 10))
  t.log('setKeepAlive off', await t.cb('tcp', 'setKeepAlive', client, false))
  t.log('setNoDelay', await t.cb('tcp', 'setNoDelay', client, true))
  t.log('connect', await t.cb('tcp', 'connect', client, 'localhost', server.port))
  t.log('connect to nobody', await t.cb('tcp', 'connect', client, 'no-such-host.invalid', server.port))
  t.log('info', (await t.info('tcp', client)).connected)
})

scenario('a secured client cannot be used again after disconnect', async (t) => {
  const { client, server } = await connectForSecure(t)
  await t.cb('tcp', 'secure', client)
  t.log('disconnect', await t.cb('tcp', 'disconnect', client))
  t.log('info', await t.info('tcp', client))
  t.log('connect', await t.cb('tcp', 'connect', client, 'localhost', server.port))
  t.log('secure', await t.cb('tcp', 'secure', client))
  t.log('send', await t.cb('tcp', 'send', client, t.text('x')))
  t.log('disconnect again', await t.cb('tcp', 'disconnect', client))
})

scenario('secure with a server that has ended the connection before', async (t) => {
  const { client, peer } = await connectToPlain(t)
  await t.peer.end({ id: peer })
  await t.sleep(100)
  t.log('secure', await t.cb('tcp', 'secure', client))
  t.log('getInfo', await t.cb('tcp', 'getInfo', client))
})

scenario('secure with a server that ends the connection in the handshake', async (t) => {
  const { client, peer } = await connectToPlain(t)
  const securing = t.cb('tcp', 'secure', client)
  await t.peer.read({ id: peer, bytes: 1 })
  await t.peer.end({ id: peer })
  t.log('secure', await securing)
  t.log('getInfo', await t.cb('tcp', 'getInfo', client))
})

scenario('secure with a server that resets the connection in the handshake', async (t) => {
  const { client, peer } = await connectToPlain(t)
  const securing = t.cb('tcp', 'secure', client)
  await t.peer.read({ id: peer, bytes: 1 })
  await t.peer.reset({ id: peer })
  t.log('secure', await securing)
  t.log('getInfo', await t.cb('tcp', 'getInfo', client))
})

scenario('secure with a server that answers in plain text', async (t) => {
  const { client, peer } = await connectToPlain(t)
  const securing = t.cb('tcp', 'secure', client)
  await t.peer.read({ id: peer, bytes: 1 })
  await t.peer.send({ id: peer, text: 'HTTP/1.0 400 Bad Request\r\n\r\n' })
  t.log('secure', await securing)
  t.log('getInfo', await t.cb('tcp', 'getInfo', client))
})
