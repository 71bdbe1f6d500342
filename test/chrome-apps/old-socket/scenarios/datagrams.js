scenario('bind: info', async (t) => {
  const id = await create(t, 'udp')
  t.log('bind', await t.cb('socket.bind', id, '127.0.0.1', 0))
  t.log('getInfo', await t.cb('socket.getInfo', id))
  t.log('bind again', await t.cb('socket.bind', id, '127.0.0.1', 0))
})

scenario('sendTo and recvFrom', async (t) => {
  const { id, port } = await bind(t)
  const peer = await t.peer.udpBind()
  t.log('sendTo', await t.cb('socket.sendTo', id, t.text('hello'), '127.0.0.1', peer.port))
  const { datagrams } = await t.peer.udpRead({ id: peer.id })
  t.log('peer', datagrams[0].text, datagrams[0].port === port)
  await t.peer.udpSend({ id: peer.id, port, texts: ['one', 'two'] })
  t.log('recvFrom', await t.cb('socket.recvFrom', id))
  t.log('recvFrom', await t.cb('socket.recvFrom', id))
})

scenario('recvFrom waits', async (t) => {
  const { id, port } = await bind(t)
  const peer = await t.peer.udpBind()
  const answer = t.cb('socket.recvFrom', id)
  t.log('second', await t.cb('socket.recvFrom', id))
  t.log('read', await t.cb('socket.read', id))
  await t.peer.udpSend({ id: peer.id, port, texts: ['late'] })
  t.log('recvFrom', await answer)
})

scenario('an empty datagram', async (t) => {
  const { id, port } = await bind(t)
  const peer = await t.peer.udpBind()
  t.log('sendTo', await t.cb('socket.sendTo', id, new ArrayBuffer(0), '127.0.0.1', peer.port))
  t.log('peer', (await t.peer.udpRead({ id: peer.id })).datagrams.length)
  await t.peer.udpSend({ id: peer.id, port, texts: [''] })
  t.log('recvFrom', await t.cb('socket.recvFrom', id))
})

scenario('a datagram that is longer than asked for', async (t) => {
  const { id, port } = await bind(t)
  const peer = await t.peer.udpBind()
  await t.peer.udpSend({ id: peer.id, port, texts: ['too long', 'short'] })
  t.log('recvFrom', await t.cb('socket.recvFrom', id, 5))
  t.log('recvFrom', await t.cb('socket.recvFrom', id, 5))
})

scenario('recvFrom with a size below 0', async (t) => {
  const { id } = await bind(t)
  t.log('recvFrom', await t.cb('socket.recvFrom', id, -1))
})

scenario('disconnect and destroy while recvFrom waits', async (t) => {
  for (const name of ['disconnect', 'destroy']) {
    const { id } = await bind(t)
    const answer = t.cb('socket.recvFrom', id)
    await t.sleep(20)
    t.log(name, t.invoke(`socket.${name}`, id))
    t.log('recvFrom', await answer)
  }
})

scenario('a datagram that is too long for any', async (t) => {
  const { id } = await bind(t)
  const peer = await t.peer.udpBind()
  for (const length of [65_507, 65_508])
    t.log(String(length), await t.cb('socket.sendTo', id, new ArrayBuffer(length), '127.0.0.1', peer.port))
})

scenario('connect: the peer of read and write', async (t) => {
  const peer = await t.peer.udpBind({ echo: true })
  const id = await create(t, 'udp')
  t.log('connect', await t.cb('socket.connect', id, '127.0.0.1', peer.port))
  t.log('getInfo', await t.cb('socket.getInfo', id))
  t.log('write', await t.cb('socket.write', id, t.text('hello')))
  t.log('read', await t.cb('socket.read', id))
  t.log('sendTo', await t.cb('socket.sendTo', id, t.text('x'), '127.0.0.1', peer.port))
  t.log('recvFrom', await t.cb('socket.recvFrom', id))
  t.log('connect', await t.cb('socket.connect', id, '127.0.0.1', peer.port))
  t.log('bind', await t.cb('socket.bind', id, '127.0.0.1', 0))
})

scenario('a connected socket hears its peer only', async (t) => {
  const peer = await t.peer.udpBind()
  const stranger = await t.peer.udpBind()
  const id = await create(t, 'udp')
  await t.cb('socket.connect', id, '127.0.0.1', peer.port)
  const { args } = await t.cb('socket.getInfo', id)
  const port = args[0].localPort
  await t.peer.udpSend({ id: stranger.id, port, texts: ['of a stranger'] })
  await t.peer.udpSend({ id: peer.id, port, texts: ['of the peer'] })
  t.log('read', await t.cb('socket.read', id))
  const waiting = t.cb('socket.read', id)
  t.log('second', await t.cb('socket.read', id))
  await t.peer.udpSend({ id: peer.id, port, texts: ['once more'] })
  t.log('first', await waiting)
})

scenario('what a socket that is not bound cannot', async (t) => {
  const id = await create(t, 'udp')
  t.log('sendTo', await t.cb('socket.sendTo', id, t.text('x'), '127.0.0.1', 9))
  t.log('recvFrom', await t.cb('socket.recvFrom', id))
})

scenario('sendTo, recvFrom, bind of a TCP socket', async (t) => {
  const { id } = await connect(t)
  t.log('bind', await t.cb('socket.bind', id, '127.0.0.1', 0))
  t.log('sendTo', await t.cb('socket.sendTo', id, t.text('x'), '127.0.0.1', 9))
  t.log('recvFrom', await t.cb('socket.recvFrom', id))
})

scenario('bind to what is no address, is in use, or is not named', async (t) => {
  const { port } = await bind(t)
  const id = await create(t, 'udp')
  t.log('in use', await t.cb('socket.bind', id, '127.0.0.1', port))
  t.log('not named', await t.cb('socket.bind', id, '127.0.0.2', 0))
  t.log('no port', await t.cb('socket.bind', id, '127.0.0.1', 65_536))
  const other = await create(t, 'udp')
  t.log('no address', await t.cb('socket.bind', other, 'not-an-address', 0))
})

scenario('sendTo a name that nobody knows, a port that is none, and what is not named', async (t) => {
  const { id } = await bind(t)
  const data = t.text('x')
  t.log('unknown', await t.cb('socket.sendTo', id, data, 'name.invalid', 9))
  t.log('no port', await t.cb('socket.sendTo', id, data, '127.0.0.1', -1))
  t.log('not named', await t.cb('socket.sendTo', id, data, '127.0.0.2', 9))
})
