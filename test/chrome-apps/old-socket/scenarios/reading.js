scenario('read: what has come, and the rest', async (t) => {
  const { id, peer } = await connect(t)
  await t.peer.send({ id: peer, text: 'hello world' })
  t.log('read', await t.cb('socket.read', id, 5))
  t.log('read', await t.cb('socket.read', id, 1))
  t.log('read', await t.cb('socket.read', id))
})

scenario('read waits', async (t) => {
  const { id, peer } = await connect(t)
  const answer = t.cb('socket.read', id)
  await t.sleep(30)
  await t.peer.send({ id: peer, text: 'late' })
  t.log('read', await answer)
})

scenario('a second read while one waits', async (t) => {
  const { id, peer } = await connect(t)
  const first = t.cb('socket.read', id)
  t.log('second', await t.cb('socket.read', id))
  await t.peer.send({ id: peer, text: 'first' })
  t.log('first', await first)
})

scenario('the peer ends', async (t) => {
  const { id, peer } = await connect(t)
  await t.peer.send({ id: peer, text: 'bye' })
  await t.peer.end({ id: peer })
  t.log('read', await t.cb('socket.read', id))
  t.log('read', await t.cb('socket.read', id))
  t.log('getInfo', await t.cb('socket.getInfo', id))
  t.log('read', await t.cb('socket.read', id))
})

scenario('the peer ends while a read waits', async (t) => {
  const { id, peer } = await connect(t)
  const answer = t.cb('socket.read', id)
  await t.sleep(30)
  await t.peer.end({ id: peer })
  t.log('read', await answer)
})

scenario('nobody reads: an end is not seen', async (t) => {
  const { id, peer } = await connect(t)
  await t.peer.end({ id: peer })
  await t.sleep(50)
  t.log('getInfo', (await t.cb('socket.getInfo', id)).args[0].connected)
  t.log('write', await t.cb('socket.write', id, t.text('still')))
  t.log('peer', (await t.peer.read({ id: peer, bytes: 5 })).text)
})

scenario('the peer resets while a read waits', async (t) => {
  const { id, peer } = await connect(t)
  const answer = t.cb('socket.read', id)
  await t.sleep(30)
  await t.peer.reset({ id: peer })
  t.log('read', await answer)
  t.log('getInfo', await t.cb('socket.getInfo', id))
})

scenario('disconnect and destroy while a read waits', async (t) => {
  for (const name of ['disconnect', 'destroy']) {
    const { id } = await connect(t)
    const answer = t.cb('socket.read', id)
    await t.sleep(20)
    t.log(name, t.invoke(`socket.${name}`, id))
    t.log('read', await answer)
  }
})

scenario('read of sockets that cannot', async (t) => {
  t.log('fresh', await t.cb('socket.read', await create(t, 'tcp')))
  t.log('listening', await t.cb('socket.read', (await listen(t)).id))
  t.log('fresh udp', await t.cb('socket.read', await create(t, 'udp')))
  t.log('bound udp', await t.cb('socket.read', (await bind(t)).id))
  t.log('none', await t.cb('socket.read', unknownId))
  const { port } = await t.peer.freePort()
  const failed = await create(t, 'tcp')
  await t.cb('socket.connect', failed, '127.0.0.1', port)
  t.log('failed', await t.cb('socket.read', failed))
})

scenario('much is read piece by piece', async (t) => {
  const { id, peer } = await connect(t)
  const sent = t.peer.send({ id: peer, bytes: 300_000 })
  let sum = 0
  let isCut = false
  while (sum < 300_000) {
    const { args } = await t.cb('socket.read', id, 10_000)
    const [{ resultCode, data }] = args
    if (resultCode <= 0) break
    isCut ||= resultCode !== data.byteLength || resultCode > 10_000
    sum += resultCode
  }
  await sent
  t.log('sum', sum, isCut)
})
