/**
 * @param {import('../runtime/scenario.ts').Scenario} t
 * @param {string} label
 * @param {number} client
 */
const logInfo = async (t, label, client) => t.log(label, await t.info('tcp', client))

scenario('getInfo tells the state of a client all its life', async (t) => {
  const server = await t.peer.listen()
  const errors = t.on('tcp.onReceiveError')
  const client = await t.create('tcp', { name: 'n', bufferSize: 10, persistent: true })
  await logInfo(t, 'created', client)
  await t.cb('tcp', 'setPaused', client, true)
  await logInfo(t, 'paused', client)
  await t.cb('tcp', 'connect', client, '127.0.0.1', server.port)
  await logInfo(t, 'connected', client)
  await t.cb('tcp', 'setPaused', client, false)
  await logInfo(t, 'unpaused', client)
  await t.cb('tcp', 'disconnect', client)
  await errors.wait(1)
  await logInfo(t, 'disconnected', client)
  await t.cb('tcp', 'connect', client, '127.0.0.1', server.port)
  await logInfo(t, 'connected again', client)
  const { ids } = await t.peer.accepted({ id: server.id, n: 2 })
  await t.cb('tcp', 'setPaused', client, false)
  await t.peer.end({ id: ids[1] })
  await errors.wait(2)
  await logInfo(t, 'ended by the peer', client)
  t.log('close', await t.cb('tcp', 'close', client))
  t.log('closed', await t.cb('tcp', 'getInfo', client))
})

scenario('the addresses of a connection are those of its two ends', async (t) => {
  const server = await t.server()
  const client = await t.create('tcp')
  const accepted = t.on('tcpServer.onAccept')
  await t.cb('tcp', 'connect', client, '127.0.0.1', server.port)
  await accepted.wait(1)
  const here = await t.info('tcp', client)
  const there = await t.info('tcp', accepted[0][0].clientSocketId)
  t.log('client connects to the server', here.peerPort === server.port)
  t.log('server sees the client', there.peerPort === here.localPort)
  t.log('addresses', [here.localAddress, here.peerAddress, there.peerAddress])
})

scenario('the addresses of an IPv6 connection have no brackets', async (t) => {
  const server = await t.server({}, '::1')
  const client = await t.create('tcp')
  const accepted = t.on('tcpServer.onAccept')
  await t.cb('tcp', 'connect', client, '::1', server.port)
  await accepted.wait(1)
  const here = await t.info('tcp', client)
  const there = await t.info('tcp', accepted[0][0].clientSocketId)
  t.log('addresses', [server.info.localAddress, here.localAddress, here.peerAddress, there.peerAddress])
})

scenario('getSockets lists the clients of all kinds', async (t) => {
  const { client: accepted } = await t.accept()
  const { port } = await t.peer.listen()
  const idle = await t.create('tcp', { name: 'idle' })
  const active = await t.create('tcp', { name: 'active', bufferSize: 10 })
  await t.cb('tcp', 'connect', active, '127.0.0.1', port)
  const closed = await t.create('tcp', { name: 'closed' })
  await t.cb('tcp', 'close', closed)
  t.log(
    'ids',
    [accepted, idle, active, closed].map((id) => t.id(id)),
  )
  const { args } = await t.cb('tcp', 'getSockets')
  /** @type {{ socketId: number, name?: string, connected: boolean, paused: boolean }[]} */
  const sockets = args[0]
  sockets.sort((one, other) => one.socketId - other.socketId)
  for (const { socketId, name, connected, paused } of sockets)
    t.log('socket', { socketId, name, connected, paused })
})

scenario('getSockets tells what getInfo tells', async (t) => {
  const { port } = await t.peer.listen()
  const client = await t.create('tcp', { name: 'n', bufferSize: 10 })
  await t.cb('tcp', 'connect', client, '127.0.0.1', port)
  const { args } = await t.cb('tcp', 'getSockets')
  t.log('same', JSON.stringify(args[0]) === JSON.stringify([await t.info('tcp', client)]))
})

scenario('getSockets without any client', async (t) => {
  t.log('getSockets', await t.cb('tcp', 'getSockets'))
})
