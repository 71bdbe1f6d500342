// Every method with every number of arguments and every kind of value in each place.

scenario('tcpServer.create', (t) => t.tryArguments('tcpServer', 'create', { properties: {} }))

scenario('tcpServer.update', (t) =>
  t.tryArguments('tcpServer', 'update', { socketId: t.unknownId, properties: {} }),
)

scenario('tcpServer.setPaused', (t) =>
  t.tryArguments('tcpServer', 'setPaused', { socketId: t.unknownId, paused: true }),
)

scenario('tcpServer.listen', (t) =>
  t.tryArguments('tcpServer', 'listen', { socketId: t.unknownId, address: '127.0.0.1', port: 0, backlog: 5 }),
)

scenario('tcpServer.disconnect', (t) => t.tryArguments('tcpServer', 'disconnect', { socketId: t.unknownId }))

scenario('tcpServer.close', (t) => t.tryArguments('tcpServer', 'close', { socketId: t.unknownId }))

scenario('tcpServer.getInfo', (t) => t.tryArguments('tcpServer', 'getInfo', { socketId: t.unknownId }))

scenario('tcpServer.getSockets', (t) => t.tryArguments('tcpServer', 'getSockets', {}))

scenario('tcpServer.listen: backlog left out in every way', async (t) => {
  for (const backlog of [[], [null], [undefined], [5]]) {
    const id = await t.create('tcpServer')
    t.log(`backlog ${String(backlog)}`, await t.cb('tcpServer', 'listen', id, '127.0.0.1', 0, ...backlog))
  }
})

scenario('tcpServer.listen: every argument wrong at once', (t) => {
  t.log('no callback', t.invoke('tcpServer', 'listen', '1', 2, '3'))
  t.log(
    'callback in front',
    t.invoke('tcpServer', 'listen', () => {}, t.unknownId, '127.0.0.1', 0),
  )
})
