// Data and ends of clients that read while nobody listens to onReceive or onReceiveError.

scenario('data that comes while nobody listens to onReceive', async (t) => {
  const { client, peer } = await t.accept()
  await t.cb('tcp', 'setPaused', client, false)
  await t.peer.send({ id: peer.id, text: 'early ' })
  await t.sleep(150)
  const received = t.on('tcp.onReceive')
  const text = () => received.map(([event]) => t.str(event.data)).join('')
  await t.peer.send({ id: peer.id, text: 'late' })
  await received.until(() => text().includes('late'))
  t.log('text', text())
})

scenario('an end that comes while nobody listens at all', async (t) => {
  const { client, peer } = await t.accept()
  await t.cb('tcp', 'setPaused', client, false)
  await t.peer.end({ id: peer.id })
  await t.sleep(150)
  const seen = t.record('tcp.onReceive', 'tcp.onReceiveError')
  await seen.wait(1, 200)
  t.log('seen', seen)
  const { connected, paused } = await t.info('tcp', client)
  t.log('getInfo', { connected, paused })
})

scenario('data and end that come while somebody listens to onReceiveError only', async (t) => {
  const { client, peer } = await t.accept()
  const seen = t.record('tcp.onReceiveError')
  await t.cb('tcp', 'setPaused', client, false)
  await t.peer.send({ id: peer.id, text: 'unheard' })
  await t.peer.end({ id: peer.id })
  await seen.wait(1, 300)
  t.log('seen', seen)
})

scenario('data and end that come while somebody listens to onReceive only', async (t) => {
  const { client, peer } = await t.accept()
  const data = t.record('tcp.onReceive')
  await t.cb('tcp', 'setPaused', client, false)
  await t.peer.send({ id: peer.id, text: 'heard' })
  await t.peer.end({ id: peer.id })
  await data.wait(1)
  await t.sleep(150)
  const errors = t.record('tcp.onReceiveError')
  await errors.wait(1, 200)
  t.log('data', data)
  t.log('errors', errors)
  const { connected, paused } = await t.info('tcp', client)
  t.log('getInfo', { connected, paused })
})

/**
 * A client that waits to read, and whose peer has ended the connection.
 * @param {import('../runtime/scenario.ts').Scenario} t
 */
async function acceptEnded(t) {
  const { client, peer } = await t.accept()
  await t.peer.end({ id: peer.id })
  return client
}

scenario('a listener that is added in the turn of setPaused hears of the end', async (t) => {
  const client = await acceptEnded(t)
  const errors = t.record('tcp.onReceiveError')
  const unpaused = t.cb('tcp', 'setPaused', client, false)
  await errors.wait(1)
  t.log('errors', errors)
  await unpaused
})

scenario('a listener that is added in the turn of disconnect hears of it', async (t) => {
  const { client } = await t.accept()
  await t.cb('tcp', 'setPaused', client, false)
  const errors = t.record('tcp.onReceiveError')
  const disconnected = t.cb('tcp', 'disconnect', client)
  await errors.wait(1)
  t.log('errors', errors)
  await disconnected
})

/**
 * A socket that takes four bytes at a time, and a peer that sends to it.
 * @param {import('../runtime/scenario.ts').Scenario} t
 */
async function bindSmall(t) {
  const peer = await t.peer.udpBind()
  const socket = await t.create('udp', { bufferSize: 4 })
  await t.cb('udp', 'bind', socket, '127.0.0.1', 0)
  const { localPort } = await t.info('udp', socket)
  /** @param {string[]} texts */
  const send = (...texts) => t.peer.udpSend({ id: peer.id, port: localPort, texts })
  return { socket, send }
}

scenario('datagrams that come while nobody listens to onReceive', async (t) => {
  const { send } = await bindSmall(t)
  await send('a', 'b')
  await t.sleep(150)
  const received = t.on('udp.onReceive')
  const text = () => received.map(([event]) => t.str(event.data)).join('')
  await send('late')
  await received.until(() => text().includes('late'))
  t.log('text', text())
})

scenario('a datagram that is too long comes while nobody listens at all', async (t) => {
  const { socket, send } = await bindSmall(t)
  await send('too long')
  let isPaused = false
  for (let asked = 0; !isPaused && asked < 500; asked += 1) {
    await t.sleep(10)
    isPaused = (await t.info('udp', socket)).paused
  }
  t.log('paused', isPaused)
  await t.sleep(150)
  const seen = t.record('udp.onReceive', 'udp.onReceiveError')
  await t.cb('udp', 'setPaused', socket, false)
  await send('next')
  await seen.wait(1)
  t.log('seen', seen)
})

scenario('a datagram that is too long comes while somebody listens to onReceiveError only', async (t) => {
  const { socket, send } = await bindSmall(t)
  const seen = t.record('udp.onReceiveError')
  await send('too long')
  await seen.wait(1)
  t.log('seen', seen)
  t.log('paused', (await t.info('udp', socket)).paused)
})

scenario('two datagrams of which one is too long, and somebody listens to onReceiveError only', async (t) => {
  const { send } = await bindSmall(t)
  const seen = t.record('udp.onReceiveError')
  await send('good', 'too long')
  await seen.wait(1, 300)
  t.log('seen', seen)
})
