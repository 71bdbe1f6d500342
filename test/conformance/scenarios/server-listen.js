// listen: ports, backlog, states.

scenario('listen on port 0 finds a free port', async (t) => {
  const server = await t.server()
  t.log('listen', server.listen)
  t.log('getInfo', server.info)
  t.log('a port for everybody', server.port >= 1024 && server.port < 65536)
})

scenario('listen on a given port', async (t) => {
  const { port } = await t.peer.freePort()
  const server = await t.server({}, '127.0.0.1', port)
  t.log('listen', server.listen)
  t.log('asked for', t.port(port))
  t.log('getInfo', server.info)
})

scenario('listen on port 65535', async (t) => {
  const server = await t.server({}, '127.0.0.9', 65535)
  t.log('listen', server.listen)
  t.log('port', server.port === 65535)
})

scenario('port -0 is 0', async (t) => {
  const server = await t.server({}, '127.0.0.1', -0)
  t.log('listen', server.listen)
  t.log('getInfo', server.info)
})

scenario('backlogs', async (t) => {
  for (const backlog of [0, 1, 2, -1, -0, 128, 4096, 100000, 2 ** 31 - 1, -(2 ** 31)]) {
    const id = await t.create('tcpServer')
    t.log(`backlog ${backlog}`, await t.cb('tcpServer', 'listen', id, '127.0.0.1', 0, backlog))
    t.log('listening', 'localPort' in (await t.info('tcpServer', id)))
  }
})

scenario('after a backlog of 0 the same socket can listen', async (t) => {
  const id = await t.create('tcpServer')
  t.log('backlog 0', await t.cb('tcpServer', 'listen', id, '127.0.0.1', 0, 0))
  t.log('getInfo', await t.info('tcpServer', id))
  t.log('backlog 1', await t.cb('tcpServer', 'listen', id, '127.0.0.1', 0, 1))
  t.log('getInfo', await t.info('tcpServer', id))
})

scenario('a bad address wins over a backlog of 0', async (t) => {
  const id = await t.create('tcpServer')
  t.log('listen', await t.cb('tcpServer', 'listen', id, 'localhost', 0, 0))
})

scenario('address in use by another socket of the app', async (t) => {
  const first = await t.server()
  const second = await t.create('tcpServer', { name: 'second' })
  t.log('listen', await t.cb('tcpServer', 'listen', second, '127.0.0.1', first.port))
  t.log('getInfo', await t.info('tcpServer', second))
  await t.cb('tcpServer', 'close', first.id)
  t.log('listen when it is free', await t.cb('tcpServer', 'listen', second, '127.0.0.1', first.port))
  t.log('getInfo', await t.info('tcpServer', second))
})

scenario('address in use by another program', async (t) => {
  const other = await t.peer.listen({})
  const id = await t.create('tcpServer')
  t.log('listen', await t.cb('tcpServer', 'listen', id, '127.0.0.1', other.port))
  t.log('on every address', await t.cb('tcpServer', 'listen', id, '0.0.0.0', other.port))
  t.log('on another address', await t.cb('tcpServer', 'listen', id, '127.0.0.2', other.port))
})

scenario('the same port on two addresses', async (t) => {
  const first = await t.server({}, '127.0.0.1')
  const second = await t.server({}, '127.0.0.2', first.port)
  t.log('listen', second.listen)
  t.log('getInfo', first.info, second.info)
})

scenario('0.0.0.0 and 127.0.0.1 at one port', async (t) => {
  const first = await t.server({}, '0.0.0.0')
  const second = await t.server({}, '127.0.0.1', first.port)
  t.log('listen', second.listen)
})

scenario(':: and 0.0.0.0 at one port', async (t) => {
  const first = await t.server({}, '::')
  const second = await t.server({}, '0.0.0.0', first.port)
  t.log('listen', second.listen)
})

scenario('::1 and 127.0.0.1 at one port', async (t) => {
  const first = await t.server({}, '::1')
  const second = await t.server({}, '127.0.0.1', first.port)
  t.log('listen', second.listen)
})

scenario('disconnect ends listening', async (t) => {
  const server = await t.server({ name: 'web', persistent: true })
  t.log('disconnect', await t.cb('tcpServer', 'disconnect', server.id))
  t.log('getInfo', await t.info('tcpServer', server.id))
  t.log('connect', await t.peer.connect({ port: server.port }))
  t.log('disconnect again', await t.cb('tcpServer', 'disconnect', server.id))
})

scenario('disconnect, and listen again at the same port', async (t) => {
  const server = await t.server()
  const seen = t.record('tcpServer.onAccept', 'tcpServer.onAcceptError')
  t.log('disconnect', await t.cb('tcpServer', 'disconnect', server.id))
  t.log('listen', await t.cb('tcpServer', 'listen', server.id, '127.0.0.1', server.port))
  t.log('connect', await t.peer.connect({ port: server.port }))
  await seen.wait(1)
  t.log('seen', seen)
  t.log('getInfo', await t.info('tcpServer', server.id))
})

scenario('disconnect, and listen again elsewhere, five times', async (t) => {
  const server = await t.server()
  const seen = t.record('tcpServer.onAccept', 'tcpServer.onAcceptError')
  for (const [index, address] of ['127.0.0.2', '::1', '127.0.0.3', '127.0.0.1', '::'].entries()) {
    await t.cb('tcpServer', 'disconnect', server.id)
    t.log(address, await t.cb('tcpServer', 'listen', server.id, address, 0))
    const { localAddress, localPort } = await t.info('tcpServer', server.id)
    await t.peer.connect({ port: localPort, host: localAddress })
    await seen.wait(index + 1)
  }
  t.log('seen', seen)
})

scenario('close gives the port back', async (t) => {
  const first = await t.server()
  t.log('close', await t.cb('tcpServer', 'close', first.id))
  t.log('connect', await t.peer.connect({ port: first.port }))
  t.log('listen', (await t.server({}, '127.0.0.1', first.port)).listen)
})

scenario('the port is free although a client is still connected', async (t) => {
  const { server, client } = await t.accept()
  await t.cb('tcpServer', 'close', server.id)
  t.log('listen', (await t.server({}, '127.0.0.1', server.port)).listen)
  t.log('client connected', (await t.info('tcp', client)).connected)
})
