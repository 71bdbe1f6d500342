scenario('connect to a name', async (t) => {
  for (const type of [undefined, 'any', 'ipv4', 'ipv6']) {
    const client = await t.create('tcp')
    const more = type === undefined ? [] : [type]
    t.log(type ?? 'no type', await t.cb('tcp', 'connect', client, 'no-such-host.invalid', 80, ...more))
    t.log('info', await t.info('tcp', client))
  }
})

scenario('send a datagram to a name', async (t) => {
  const socket = await t.create('udp')
  await t.cb('udp', 'bind', socket, '127.0.0.1', 0)
  for (const type of [undefined, 'any', 'ipv4', 'ipv6']) {
    const more = type === undefined ? [] : [type]
    const answer = await t.cb('udp', 'send', socket, t.text('x'), 'no-such-host.invalid', 9, ...more)
    t.log(type ?? 'no type', answer)
  }
})

scenario('what is no name is none without a network, too', async (t) => {
  const socket = await t.create('udp')
  await t.cb('udp', 'bind', socket, '127.0.0.1', 0)
  for (const text of ['', 'a..localhost', 'local host']) {
    const client = await t.create('tcp')
    t.log(`connect to ${JSON.stringify(text)}`, await t.cb('tcp', 'connect', client, text, 80))
    t.log(`send to ${JSON.stringify(text)}`, await t.cb('udp', 'send', socket, t.text('x'), text, 9))
  }
})

scenario('localhost is there without a network', async (t) => {
  const server = await t.peer.listen()
  const client = await t.create('tcp')
  t.log('connect', await t.cb('tcp', 'connect', client, 'localhost', server.port))
  const socket = await t.create('udp')
  await t.cb('udp', 'bind', socket, '127.0.0.1', 0)
  const { id, port } = await t.peer.udpBind()
  t.log('send', await t.cb('udp', 'send', socket, t.text('x'), 'localhost', port, 'ipv4'))
  t.log('peer got', (await t.peer.udpRead({ id })).datagrams.length)
})
