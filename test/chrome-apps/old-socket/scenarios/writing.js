scenario('write', async (t) => {
  const { id, peer } = await connect(t)
  t.log('write', await t.cb('socket.write', id, t.text('hello')))
  t.log('peer', await t.peer.read({ id: peer, bytes: 5 }))
  t.log('nothing', await t.cb('socket.write', id, new ArrayBuffer(0)))
  t.log('view', await t.cb('socket.write', id, new Uint8Array(t.text('abcdef')).subarray(2, 4)))
  t.log('peer', (await t.peer.read({ id: peer, bytes: 2 })).text)
})

scenario('writes are answered in their order, and arrive in it', async (t) => {
  const { id, peer } = await connect(t)
  const order = []
  const writes = ['one ', 'two ', 'three '].map((text) =>
    t.cb('socket.write', id, t.text(text)).then(({ args }) => order.push(args[0].bytesWritten)),
  )
  await Promise.all(writes)
  t.log('answers', order)
  t.log('peer', (await t.peer.read({ id: peer, bytes: 14 })).text)
})

scenario('much is written at once, and more behind it', async (t) => {
  const { id, peer } = await connect(t)
  const writes = [t.cb('socket.write', id, new ArrayBuffer(300_000)), t.cb('socket.write', id, t.text('end'))]
  let bytes = 0
  while (bytes < 300_003) bytes += (await t.peer.read({ id: peer, bytes: 1 })).bytes
  t.log('peer', bytes)
  t.log('answers', await Promise.all(writes))
})

scenario('what is changed after the call is not sent', async (t) => {
  const { id, peer } = await connect(t)
  const data = new Uint8Array(t.text('before'))
  const answer = t.cb('socket.write', id, data.buffer)
  data.fill(0)
  t.log('write', await answer)
  t.log('peer', (await t.peer.read({ id: peer, bytes: 6 })).text)
})

scenario('write to sockets that cannot', async (t) => {
  const data = t.text('x')
  t.log('fresh', await t.cb('socket.write', await create(t, 'tcp'), data))
  t.log('listening', await t.cb('socket.write', (await listen(t)).id, data))
  t.log('fresh udp', await t.cb('socket.write', await create(t, 'udp'), data))
  t.log('bound udp', await t.cb('socket.write', (await bind(t)).id, data))
  t.log('none', await t.cb('socket.write', unknownId, data))
})

scenario('write after the peer has gone', async (t) => {
  const { id, peer } = await connect(t)
  await t.peer.reset({ id: peer })
  await t.sleep(50)
  const answers = []
  for (let i = 0; i < 20 && (answers.at(-1) ?? 1) > 0; i += 1) {
    answers.push((await t.cb('socket.write', id, t.text('x'))).args[0].bytesWritten)
    await t.sleep(10)
  }
  t.log('fails', answers.at(-1) < 0)
  t.log('getInfo', await t.cb('socket.getInfo', id))
})
