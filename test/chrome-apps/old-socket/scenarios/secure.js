scenario('secure: TLS over a connection', async (t) => {
  const server = await t.peer.tlsListen({ mode: 'echo' })
  const id = await create(t, 'tcp')
  await t.cb('socket.connect', id, '127.0.0.1', server.port)
  t.log('secure', await t.cb('socket.secure', id))
  t.log('write', await t.cb('socket.write', id, t.text('hello')))
  t.log('read', await readAll(t, id, 5))
  t.log('getInfo', await t.cb('socket.getInfo', id))
  t.log('again', await t.cb('socket.secure', id))
})

scenario('secure: a certificate that is not trusted', async (t) => {
  const server = await t.peer.tlsListen({ certificate: 'selfSigned' })
  const id = await create(t, 'tcp')
  await t.cb('socket.connect', id, '127.0.0.1', server.port)
  t.log('secure', await t.cb('socket.secure', id))
  t.log('getInfo', await t.cb('socket.getInfo', id))
})

scenario('secure: sockets that cannot', async (t) => {
  t.log('fresh', await t.cb('socket.secure', await create(t, 'tcp')))
  t.log('udp', await t.cb('socket.secure', await create(t, 'udp')))
  t.log('listening', await t.cb('socket.secure', (await listen(t)).id))
  const { id } = await connect(t)
  const reading = t.cb('socket.read', id)
  t.log('while a read waits', await t.cb('socket.secure', id))
  t.log('gone', await t.cb('socket.getInfo', id))
  t.log('read', await reading)
})
