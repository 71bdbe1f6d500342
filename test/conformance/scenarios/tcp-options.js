/** @param {import('../runtime/scenario.ts').Scenario} t */
async function connectForOptions(t, properties = {}) {
  const server = await t.peer.listen()
  const client = await t.create('tcp', properties)
  await t.cb('tcp', 'connect', client, '127.0.0.1', server.port)
  const { ids } = await t.peer.accepted({ id: server.id })
  return { client, peer: ids[0] }
}

/**
 * @param {import('../runtime/scenario.ts').Scenario} t
 * @param {number} client
 */
async function logOptions(t, client) {
  t.log('setKeepAlive on', await t.cb('tcp', 'setKeepAlive', client, true))
  t.log('setKeepAlive with delay', await t.cb('tcp', 'setKeepAlive', client, true, 10))
  t.log('setKeepAlive off', await t.cb('tcp', 'setKeepAlive', client, false))
  t.log('setNoDelay on', await t.cb('tcp', 'setNoDelay', client, true))
  t.log('setNoDelay off', await t.cb('tcp', 'setNoDelay', client, false))
}

scenario('setKeepAlive takes delays from 0 to 32767 seconds', async (t) => {
  const { client } = await connectForOptions(t)
  for (const delay of [0, 1, 60, 32_767, 32_768, 2_147_483_647, -1, -2_147_483_648])
    t.log(String(delay), await t.cb('tcp', 'setKeepAlive', client, true, delay))
  t.log('null', await t.cb('tcp', 'setKeepAlive', client, true, null))
  t.log('connected', (await t.info('tcp', client)).connected)
})

scenario('setKeepAlive does not look at the delay when it turns off', async (t) => {
  const { client } = await connectForOptions(t)
  for (const delay of [0, 5, -1, 100_000])
    t.log(String(delay), await t.cb('tcp', 'setKeepAlive', client, false, delay))
})

scenario('setKeepAlive and setNoDelay work on a connected client', async (t) => {
  const { client } = await connectForOptions(t)
  await logOptions(t, client)
})

scenario('setKeepAlive and setNoDelay work on an accepted client', async (t) => {
  const { client } = await t.accept()
  await logOptions(t, client)
})

scenario('setKeepAlive and setNoDelay fail before connect', async (t) => {
  await logOptions(t, await t.create('tcp'))
})

scenario('setKeepAlive and setNoDelay fail after disconnect', async (t) => {
  const { client } = await connectForOptions(t)
  await t.cb('tcp', 'disconnect', client)
  await logOptions(t, client)
})

scenario('setKeepAlive and setNoDelay fail after the peer has ended the connection', async (t) => {
  const { client, peer } = await connectForOptions(t)
  const errors = t.on('tcp.onReceiveError')
  await t.peer.end({ id: peer })
  await errors.wait(1)
  await logOptions(t, client)
})

scenario('setKeepAlive and setNoDelay fail after a refused connect', async (t) => {
  const { port } = await t.peer.freePort()
  const client = await t.create('tcp')
  await t.cb('tcp', 'connect', client, '127.0.0.1', port)
  await logOptions(t, client)
})

scenario('setKeepAlive and setNoDelay fail after close', async (t) => {
  const { client } = await connectForOptions(t)
  await t.cb('tcp', 'close', client)
  await logOptions(t, client)
})

scenario('update changes what it names and nothing else', async (t) => {
  const { client } = await connectForOptions(t, { name: 'first', bufferSize: 10, persistent: true })
  t.log('created', await t.info('tcp', client))
  const changes = [
    {},
    { name: 'second' },
    { bufferSize: 20 },
    { persistent: false },
    { name: 'third', bufferSize: 30, persistent: true },
    { name: null, bufferSize: undefined },
    { name: '' },
    { bufferSize: 0 },
    { bufferSize: -5 },
    { bufferSize: 2_147_483_647 },
  ]
  for (const change of changes) {
    t.log('update', [change, await t.cb('tcp', 'update', client, change)])
    t.log('info', await t.info('tcp', client))
  }
})

scenario('a name may be any text', async (t) => {
  const client = await t.create('tcp')
  for (const name of [' ', 'Ünïcödé 🚀', 'a\0b', 'line\nbreak']) {
    await t.cb('tcp', 'update', client, { name })
    t.log('name', (await t.info('tcp', client)).name)
  }
})
