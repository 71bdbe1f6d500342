/**
 * A handshake that the server does not answer.
 * @param {import('../runtime/scenario.ts').Scenario} t
 */
async function startHandshake(t) {
  const server = await t.peer.listen()
  const client = await t.create('tcp', { name: 'n', bufferSize: 10 })
  await t.cb('tcp', 'setPaused', client, true)
  await t.cb('tcp', 'connect', client, 'localhost', server.port)
  const { ids } = await t.peer.accepted({ id: server.id })
  const securing = t.cbWithin(500, 'tcp', 'secure', client)
  await t.peer.read({ id: ids[0], bytes: 1 })
  return { client, peer: ids[0], securing }
}

scenario('a client in the handshake is connected and cannot send', async (t) => {
  const { client } = await startHandshake(t)
  t.log('info', await t.info('tcp', client))
  t.log('send', await t.cb('tcp', 'send', client, t.text('x')))
  t.log('update', await t.cb('tcp', 'update', client, { name: 'new' }))
})

scenario('close in the handshake', async (t) => {
  const { client, peer, securing } = await startHandshake(t)
  const errors = t.on('tcp.onReceiveError')
  t.log('close', await t.cb('tcp', 'close', client))
  t.log('secure', await securing)
  t.log('getInfo', await t.cb('tcp', 'getInfo', client))
  t.log('peer has seen the end', (await t.peer.state({ id: peer })).ended)
  t.log('errors', errors.length)
})

scenario('disconnect in the handshake', async (t) => {
  const { client, peer, securing } = await startHandshake(t)
  const errors = t.on('tcp.onReceiveError')
  t.log('disconnect', await t.cb('tcp', 'disconnect', client))
  t.log('secure', await securing)
  t.log('getInfo', await t.cb('tcp', 'getInfo', client))
  t.log('peer has seen the end', (await t.peer.state({ id: peer })).ended)
  t.log('errors', errors.length)
})

scenario('secure in the handshake', async (t) => {
  const { client, peer, securing } = await startHandshake(t)
  t.log('second', await t.cb('tcp', 'secure', client))
  t.log('first', await securing)
  t.log('getInfo', await t.cb('tcp', 'getInfo', client))
  t.log('peer has seen the end', (await t.peer.state({ id: peer })).ended)
})
