// setPaused of a server, and clients that come meanwhile.

/** @param {import('../runtime/scenario.ts').Scenario} t @param {number} port @param {number} count */
async function connectPeers(t, port, count) {
  const peers = []
  for (let index = 0; index < count; index += 1) peers.push(await t.peer.connect({ port }))
  return peers
}

scenario('paused before listen: clients connect, nothing is reported', async (t) => {
  const id = await t.create('tcpServer')
  await t.cb('tcpServer', 'setPaused', id, true)
  t.log('listen', await t.cb('tcpServer', 'listen', id, '127.0.0.1', 0))
  const info = await t.info('tcpServer', id)
  t.log('getInfo', info)
  const seen = t.record('tcpServer.onAccept', 'tcpServer.onAcceptError')
  const peers = await connectPeers(t, info.localPort, 2)
  t.log('connected', peers.filter(({ error }) => error === undefined).length)
  await t.sleep(150)
  t.log('seen', seen)
  t.log('clients', (await t.cb('tcp', 'getSockets')).args[0].length)
})

scenario('paused before listen, then resumed: the clients that wait come', async (t) => {
  const id = await t.create('tcpServer')
  await t.cb('tcpServer', 'setPaused', id, true)
  await t.cb('tcpServer', 'listen', id, '127.0.0.1', 0)
  const { localPort } = await t.info('tcpServer', id)
  const seen = t.record('tcpServer.onAccept', 'tcpServer.onAcceptError')
  await connectPeers(t, localPort, 3)
  await seen.call('tcpServer', 'setPaused', id, false)
  await seen.wait(4, 400)
  t.log('seen', seen)
})

scenario('paused while listening: the clients that wait come after it is resumed', async (t) => {
  const { id, port } = await t.server()
  const seen = t.record('tcpServer.onAccept', 'tcpServer.onAcceptError')
  await t.cb('tcpServer', 'setPaused', id, true)
  await connectPeers(t, port, 3)
  await t.sleep(100)
  await t.cb('tcpServer', 'setPaused', id, false)
  await seen.wait(3, 400)
  t.log('accepted', seen.count('tcpServer.onAccept'))
})

scenario('paused and resumed before anybody comes', async (t) => {
  const { id, port } = await t.server()
  const seen = t.record('tcpServer.onAccept', 'tcpServer.onAcceptError')
  await t.cb('tcpServer', 'setPaused', id, true)
  await t.cb('tcpServer', 'setPaused', id, false)
  await connectPeers(t, port, 3)
  await seen.wait(3)
  t.log('seen', seen)
})

scenario('resumed when it is not paused', async (t) => {
  const { id, port } = await t.server()
  const seen = t.record('tcpServer.onAccept', 'tcpServer.onAcceptError')
  t.log('setPaused', await t.cb('tcpServer', 'setPaused', id, false))
  await connectPeers(t, port, 2)
  await seen.wait(2)
  t.log('seen', seen)
})

scenario('paused before listen survives disconnect and listen', async (t) => {
  const id = await t.create('tcpServer')
  await t.cb('tcpServer', 'setPaused', id, true)
  await t.cb('tcpServer', 'listen', id, '127.0.0.1', 0)
  await t.cb('tcpServer', 'disconnect', id)
  t.log('getInfo', await t.info('tcpServer', id))
  await t.cb('tcpServer', 'listen', id, '127.0.0.1', 0)
  t.log('getInfo', await t.info('tcpServer', id))
})

scenario('paused, disconnected, resumed, and listening again', async (t) => {
  const id = await t.create('tcpServer')
  await t.cb('tcpServer', 'setPaused', id, true)
  await t.cb('tcpServer', 'listen', id, '127.0.0.1', 0)
  await t.cb('tcpServer', 'disconnect', id)
  await t.cb('tcpServer', 'setPaused', id, false)
  t.log('listen', await t.cb('tcpServer', 'listen', id, '127.0.0.1', 0))
  const { localPort } = await t.info('tcpServer', id)
  const seen = t.record('tcpServer.onAccept', 'tcpServer.onAcceptError')
  await connectPeers(t, localPort, 2)
  await seen.wait(2)
  t.log('seen', seen)
})

scenario('a paused server is disconnected: the clients that wait are cut off', async (t) => {
  const id = await t.create('tcpServer')
  await t.cb('tcpServer', 'setPaused', id, true)
  await t.cb('tcpServer', 'listen', id, '127.0.0.1', 0)
  const { localPort } = await t.info('tcpServer', id)
  const seen = t.record('tcpServer.onAccept', 'tcpServer.onAcceptError')
  const [peer] = await connectPeers(t, localPort, 1)
  t.log('disconnect', await t.cb('tcpServer', 'disconnect', id))
  t.log('peer', await t.peer.state({ id: peer.id, ms: 1000 }))
  t.log('another one', await t.peer.connect({ port: localPort }))
  t.log('seen', seen)
})

scenario('a paused server is closed: the clients that wait are cut off', async (t) => {
  const id = await t.create('tcpServer')
  await t.cb('tcpServer', 'setPaused', id, true)
  await t.cb('tcpServer', 'listen', id, '127.0.0.1', 0)
  const { localPort } = await t.info('tcpServer', id)
  const seen = t.record('tcpServer.onAccept', 'tcpServer.onAcceptError')
  const [peer] = await connectPeers(t, localPort, 1)
  t.log('close', await t.cb('tcpServer', 'close', id))
  t.log('peer', await t.peer.state({ id: peer.id, ms: 1000 }))
  t.log('seen', seen)
})

scenario('a client that waits at a paused server and sends is not lost', async (t) => {
  const { id, port } = await t.server()
  const seen = t.record('tcpServer.onAccept')
  await t.cb('tcpServer', 'setPaused', id, true)
  const [peer] = await connectPeers(t, port, 1)
  await t.peer.send({ id: peer.id, text: 'early' })
  await t.cb('tcpServer', 'setPaused', id, false)
  await seen.wait(1)
  t.log('seen', seen)
})

scenario('nobody listens to onAccept: a client comes, then a listener', async (t) => {
  const { port } = await t.server()
  const [peer] = await connectPeers(t, port, 1)
  await t.sleep(150)
  const seen = t.record('tcpServer.onAccept', 'tcpServer.onAcceptError')
  await seen.wait(1, 300)
  t.log('seen', seen)
  await connectPeers(t, port, 1)
  await seen.wait(seen.length + 1, 300)
  t.log('seen', seen)
  t.log('first peer', await t.peer.state({ id: peer.id, ms: 10 }))
})

scenario('the listener of onAccept is removed and added again', async (t) => {
  const { port } = await t.server()
  const first = t.record('tcpServer.onAccept')
  await connectPeers(t, port, 1)
  await first.wait(1)
  first.stop()
  await connectPeers(t, port, 1)
  await t.sleep(150)
  const second = t.record('tcpServer.onAccept')
  await second.wait(1, 300)
  t.log('first', first)
  t.log('second', second)
})
