// listen on a socket that listens already.

scenario('listen again on another port', async (t) => {
  const server = await t.server()
  const seen = t.record('tcpServer.onAccept', 'tcpServer.onAcceptError')
  await seen.call('tcpServer', 'listen', server.id, '127.0.0.1', 0)
  await t.sleep(100)
  const info = await t.info('tcpServer', server.id)
  t.log('getInfo', info)
  t.log('another port', info.localPort !== server.port)
  t.log('old port', (await t.peer.connect({ port: server.port })).error ?? 'connected')
  t.log('new port', (await t.peer.connect({ port: info.localPort })).error ?? 'connected')
  await t.sleep(150)
  t.log('seen', seen)
})

scenario('listen again on the same port', async (t) => {
  const server = await t.server()
  const seen = t.record('tcpServer.onAccept', 'tcpServer.onAcceptError')
  await seen.call('tcpServer', 'listen', server.id, '127.0.0.1', server.port)
  await t.sleep(100)
  t.log('getInfo', await t.info('tcpServer', server.id))
  t.log('connect', (await t.peer.connect({ port: server.port })).error ?? 'connected')
  await t.sleep(150)
  t.log('seen', seen)
})

scenario('listen again with what listen does not take', async (t) => {
  const server = await t.server()
  const seen = t.record('tcpServer.onAccept', 'tcpServer.onAcceptError')
  await seen.call('tcpServer', 'listen', server.id, 'localhost', 0)
  t.log('getInfo', await t.info('tcpServer', server.id))
  t.log('connect', (await t.peer.connect({ port: server.port })).error ?? 'connected')
  await t.sleep(150)
  t.log('seen', seen)
})
