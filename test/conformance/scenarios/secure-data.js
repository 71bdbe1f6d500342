/**
 * A secured client, paused, and its peer.
 * @param {import('../runtime/scenario.ts').Scenario} t
 */
async function openSecured(t, { unpaused = false, served = {} } = {}) {
  const server = await t.peer.tlsListen(served)
  const client = await t.create('tcp')
  await t.cb('tcp', 'setPaused', client, true)
  await t.cb('tcp', 'connect', client, 'localhost', server.port)
  await t.cb('tcp', 'secure', client)
  const { ids } = await t.peer.tlsAccepted({ id: server.id })
  if (unpaused) await t.cb('tcp', 'setPaused', client, false)
  return { client, peer: ids[0] }
}

/** @param {any[][]} received */
const securedTotal = (received) => received.reduce((sum, [{ data }]) => sum + data.byteLength, 0)

scenario('a secured client sends and receives', async (t) => {
  const { client, peer } = await openSecured(t)
  const timeline = t.record('tcp.onReceive')
  await t.peer.send({ id: peer, text: 'early' })
  await t.sleep(100)
  await timeline.call('tcp', 'setPaused', client, false)
  await timeline.wait(2)
  await timeline.call('tcp', 'send', client, t.text('hello'))
  t.log('peer got', await t.peer.read({ id: peer, bytes: 5 }))
  await timeline.call('tcp', 'send', client, new ArrayBuffer(0))
  t.log('timeline', timeline)
})

scenario('a secured client of TLS 1.2 sends and receives', async (t) => {
  const served = { minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2' }
  const { client, peer } = await openSecured(t, { served, unpaused: true })
  const received = t.on('tcp.onReceive')
  t.log('send', await t.cb('tcp', 'send', client, t.text('hello')))
  t.log('peer got', (await t.peer.read({ id: peer, bytes: 5 })).text)
  await t.peer.send({ id: peer, text: 'welcome' })
  await received.wait(1)
  t.log('received', received)
})

scenario('a secured client sends a megabyte', async (t) => {
  const { client, peer } = await openSecured(t, { unpaused: true })
  const sending = t.cb('tcp', 'send', client, new ArrayBuffer(1_000_000))
  t.log('peer got', (await t.peer.read({ id: peer, bytes: 1_000_000, ms: 5000 })).bytes)
  t.log('send', await sending)
})

scenario('a secured client receives a megabyte in pieces of 4096 at most', async (t) => {
  const { peer } = await openSecured(t, { unpaused: true })
  const received = t.on('tcp.onReceive')
  void t.peer.send({ id: peer, bytes: 1_000_000 })
  await received.until((all) => securedTotal(all) >= 1_000_000, 5000)
  t.log('received', securedTotal(received))
  t.log(
    'small enough',
    received.every(([{ data }]) => data.byteLength <= 4096),
  )
})

scenario('a secured client takes a new bufferSize', async (t) => {
  const { client, peer } = await openSecured(t)
  const received = t.on('tcp.onReceive')
  await t.cb('tcp', 'update', client, { bufferSize: 10 })
  await t.peer.send({ id: peer, bytes: 35 })
  await t.sleep(100)
  await t.cb('tcp', 'setPaused', client, false)
  await received.until((all) => securedTotal(all) >= 35)
  t.log(
    'sizes',
    received.map(([{ data }]) => data.byteLength),
  )
})

scenario('a secured client that is paused delivers one more read', async (t) => {
  const { client, peer } = await openSecured(t, { unpaused: true })
  const received = t.on('tcp.onReceive')
  await t.cb('tcp', 'setPaused', client, true)
  await t.peer.send({ id: peer, text: 'one' })
  await received.wait(1)
  await t.peer.send({ id: peer, text: 'two' })
  await t.sleep(120)
  t.log('while paused', received)
  await t.cb('tcp', 'setPaused', client, false)
  await received.wait(2)
  t.log('all', received)
})

scenario('the end of a secured connection raises onReceiveError', async (t) => {
  const { client, peer } = await openSecured(t, { unpaused: true })
  const timeline = t.record('tcp.onReceive', 'tcp.onReceiveError')
  await t.peer.send({ id: peer, text: 'bye' })
  await t.peer.end({ id: peer })
  await timeline.wait(2)
  await timeline.call('tcp', 'getInfo', client)
  await timeline.call('tcp', 'send', client, t.text('too late'))
  await timeline.call('tcp', 'secure', client)
  t.log('timeline', timeline)
})

scenario('the end of a secured connection is not noticed by a paused client', async (t) => {
  const { client, peer } = await openSecured(t)
  const timeline = t.record('tcp.onReceive', 'tcp.onReceiveError')
  await t.peer.send({ id: peer, text: 'bye' })
  await t.peer.end({ id: peer })
  await t.sleep(120)
  t.log('while paused', timeline.length)
  t.log('connected', (await t.info('tcp', client)).connected)
  await timeline.call('tcp', 'setPaused', client, false)
  await timeline.wait(3)
  t.log('timeline', timeline)
})

scenario('a secured connection that is reset raises onReceiveError', async (t) => {
  const { client, peer } = await openSecured(t, { unpaused: true })
  const errors = t.on('tcp.onReceiveError')
  await t.peer.reset({ id: peer })
  await errors.wait(1)
  t.log('errors', errors)
  t.log('info', await t.info('tcp', client))
})

scenario('disconnect of a secured client that reads', async (t) => {
  const { client, peer } = await openSecured(t, { unpaused: true })
  const timeline = t.record('tcp.onReceiveError')
  await timeline.call('tcp', 'disconnect', client)
  await timeline.wait(2)
  t.log('timeline', timeline)
  t.log('peer has seen the end', (await t.peer.state({ id: peer })).ended)
})

scenario('disconnect of a secured client that is paused', async (t) => {
  const { client, peer } = await openSecured(t)
  const timeline = t.record('tcp.onReceiveError')
  await timeline.call('tcp', 'disconnect', client)
  await t.sleep(100)
  t.log('timeline', timeline)
  t.log('peer has seen the end', (await t.peer.state({ id: peer })).ended)
})

scenario('close of a secured client that reads', async (t) => {
  const { client, peer } = await openSecured(t, { unpaused: true })
  const timeline = t.record('tcp.onReceiveError')
  await timeline.call('tcp', 'close', client)
  await timeline.wait(2)
  t.log('timeline', timeline)
  t.log('peer has seen the end', (await t.peer.state({ id: peer })).ended)
})

scenario('what a secured client sent before close arrives', async (t) => {
  const { client, peer } = await openSecured(t)
  t.log('send', await t.cb('tcp', 'send', client, new ArrayBuffer(100_000)))
  t.log('close', await t.cb('tcp', 'close', client))
  t.log('peer got', (await t.peer.read({ id: peer, bytes: 100_000 })).bytes)
})

scenario('what is sent before secure goes in plain text', async (t) => {
  const server = await t.peer.listen()
  const client = await t.create('tcp')
  await t.cb('tcp', 'setPaused', client, true)
  await t.cb('tcp', 'connect', client, 'localhost', server.port)
  t.log('send', await t.cb('tcp', 'send', client, t.text('STARTTLS')))
  const { ids } = await t.peer.accepted({ id: server.id })
  t.log('peer got', (await t.peer.read({ id: ids[0], bytes: 8 })).text)
})
