/**
 * A client that is connected to a peer.
 * @param {import('../runtime/scenario.ts').Scenario} t
 */
async function openEnding(t, { paused = false, properties = {} } = {}) {
  const server = await t.peer.listen()
  const client = await t.create('tcp', properties)
  if (paused) await t.cb('tcp', 'setPaused', client, true)
  await t.cb('tcp', 'connect', client, '127.0.0.1', server.port)
  const { ids } = await t.peer.accepted({ id: server.id })
  return { client, peer: ids[0] }
}

scenario('a peer that ends the connection raises onReceiveError and disconnects the client', async (t) => {
  const { client, peer } = await openEnding(t, { properties: { name: 'n', bufferSize: 7 } })
  const errors = t.on('tcp.onReceiveError')
  await t.peer.end({ id: peer })
  await errors.wait(1)
  t.log('arguments', errors[0])
  t.log('info', await t.info('tcp', client))
  t.log('peer has seen the end', (await t.peer.state({ id: peer })).ended)
  await t.sleep(100)
  t.log('events', errors.length)
})

scenario('in the listener of onReceiveError the client is disconnected and paused', async (t) => {
  const { client, peer } = await openEnding(t)
  const timeline = t.record('tcp.onReceiveError')
  chrome.sockets.tcp.onReceiveError.addListener(ask)
  t.cleanup.push(() => chrome.sockets.tcp.onReceiveError.removeListener(ask))
  function ask() {
    void timeline.call('tcp', 'getInfo', client)
  }
  await t.peer.end({ id: peer })
  await timeline.wait(2)
  t.log('timeline', timeline)
})

scenario('what the peer sent before its end is delivered first', async (t) => {
  const { peer } = await openEnding(t)
  const timeline = t.record('tcp.onReceive', 'tcp.onReceiveError')
  await t.peer.send({ id: peer, text: 'bye' })
  await t.peer.end({ id: peer })
  await timeline.wait(2)
  t.log('timeline', timeline)
})

scenario('a connection reset by the peer raises onReceiveError', async (t) => {
  const { client, peer } = await openEnding(t)
  const errors = t.on('tcp.onReceiveError')
  await t.peer.reset({ id: peer })
  await errors.wait(1)
  t.log('arguments', errors[0])
  t.log('info', await t.info('tcp', client))
})

scenario('the end of the connection is not noticed by a paused client', async (t) => {
  const { client, peer } = await openEnding(t, { paused: true })
  const timeline = t.record('tcp.onReceive', 'tcp.onReceiveError')
  await t.peer.send({ id: peer, text: 'bye' })
  await t.peer.end({ id: peer })
  await t.sleep(120)
  t.log('while paused', timeline.length)
  t.log('info', await t.info('tcp', client))
  await timeline.call('tcp', 'setPaused', client, false)
  await timeline.wait(3)
  t.log('timeline', timeline)
  t.log('info afterwards', await t.info('tcp', client))
})

scenario('the end without data is not noticed by a paused client', async (t) => {
  const { client, peer } = await openEnding(t, { paused: true })
  const errors = t.on('tcp.onReceiveError')
  await t.peer.end({ id: peer })
  await t.sleep(120)
  t.log('while paused', errors.length)
  t.log('connected', (await t.info('tcp', client)).connected)
  await t.cb('tcp', 'setPaused', client, false)
  await errors.wait(1)
  t.log('errors', errors)
})

scenario('a paused client can still send to a peer that has ended its side', async (t) => {
  const { client, peer } = await openEnding(t, { paused: true })
  await t.peer.end({ id: peer })
  await t.sleep(100)
  t.log('send', await t.cb('tcp', 'send', client, t.text('still here')))
  t.log('peer got', await t.peer.read({ id: peer, bytes: 10 }))
  t.log('disconnect', await t.cb('tcp', 'disconnect', client))
  t.log('peer has seen the end', (await t.peer.state({ id: peer })).ended)
})

scenario('a reset is not noticed by a paused client', async (t) => {
  const { client, peer } = await openEnding(t, { paused: true })
  const errors = t.on('tcp.onReceiveError')
  await t.peer.reset({ id: peer })
  await t.sleep(120)
  t.log('while paused', errors.length)
  t.log('connected', (await t.info('tcp', client)).connected)
  await t.cb('tcp', 'setPaused', client, false)
  await errors.wait(1)
  t.log('errors', errors)
  t.log('info', await t.info('tcp', client))
})

scenario('data that came before a reset is delivered to a client that was paused', async (t) => {
  const { client, peer } = await openEnding(t, { paused: true })
  const timeline = t.record('tcp.onReceive', 'tcp.onReceiveError')
  await t.peer.send({ id: peer, text: 'cut off' })
  await t.sleep(100)
  await t.peer.reset({ id: peer })
  await t.sleep(100)
  await timeline.call('tcp', 'setPaused', client, false)
  await timeline.wait(3)
  t.log('timeline', timeline)
})

scenario('unpausing after the end does nothing but clear the flag', async (t) => {
  const { client, peer } = await openEnding(t)
  const errors = t.on('tcp.onReceiveError')
  await t.peer.end({ id: peer })
  await errors.wait(1)
  t.log('unpause', await t.cb('tcp', 'setPaused', client, false))
  await t.sleep(100)
  t.log('errors', errors.length)
  t.log('info', await t.info('tcp', client))
})

scenario('disconnect while reading is answered, and then raises onReceiveError', async (t) => {
  const { client, peer } = await openEnding(t)
  const timeline = t.record('tcp.onReceiveError')
  await timeline.call('tcp', 'disconnect', client)
  await timeline.wait(2)
  t.log('timeline', timeline)
  t.log('info', await t.info('tcp', client))
  t.log('peer has seen the end', (await t.peer.state({ id: peer })).ended)
})

scenario('disconnect of a paused client raises nothing', async (t) => {
  const { client, peer } = await openEnding(t, { paused: true })
  const errors = t.on('tcp.onReceiveError')
  t.log('disconnect', await t.cb('tcp', 'disconnect', client))
  await t.sleep(100)
  t.log('errors', errors.length)
  t.log('info', await t.info('tcp', client))
  t.log('peer has seen the end', (await t.peer.state({ id: peer })).ended)
})

scenario('disconnect of a client paused while reading raises onReceiveError', async (t) => {
  const { client } = await openEnding(t)
  const timeline = t.record('tcp.onReceiveError')
  await timeline.call('tcp', 'setPaused', client, true)
  await timeline.call('tcp', 'disconnect', client)
  await timeline.wait(3)
  t.log('timeline', timeline)
})

scenario('a second disconnect succeeds and raises nothing', async (t) => {
  const { client } = await openEnding(t)
  const errors = t.on('tcp.onReceiveError')
  const calls = [t.cb('tcp', 'disconnect', client), t.cb('tcp', 'disconnect', client)]
  t.log('answers', await Promise.all(calls))
  await t.sleep(100)
  t.log('errors', errors)
})

scenario('close while reading raises onReceiveError for the id that is gone', async (t) => {
  const { client, peer } = await openEnding(t)
  const timeline = t.record('tcp.onReceiveError')
  await timeline.call('tcp', 'close', client)
  await timeline.wait(2)
  t.log('timeline', timeline)
  t.log('getInfo', await t.cb('tcp', 'getInfo', client))
  t.log('peer has seen the end', (await t.peer.state({ id: peer })).ended)
})

scenario('close of a paused client raises nothing', async (t) => {
  const { client, peer } = await openEnding(t, { paused: true })
  const errors = t.on('tcp.onReceiveError')
  t.log('close', await t.cb('tcp', 'close', client))
  await t.sleep(100)
  t.log('errors', errors.length)
  t.log('peer has seen the end', (await t.peer.state({ id: peer })).ended)
})

scenario('close with data that nobody has read', async (t) => {
  const { client, peer } = await openEnding(t, { paused: true })
  const timeline = t.record('tcp.onReceive', 'tcp.onReceiveError')
  await t.peer.send({ id: peer, text: 'unread' })
  await t.sleep(100)
  await timeline.call('tcp', 'close', client)
  await t.sleep(100)
  t.log('timeline', timeline)
})
