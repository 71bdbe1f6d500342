// create, update, getInfo, getSockets, close: the server socket without a network.

scenario('create gives an id, getInfo the defaults', async (t) => {
  const created = await t.cb('tcpServer', 'create', {})
  t.log('create', created)
  t.log('getInfo', await t.cb('tcpServer', 'getInfo', created.args[0].socketId))
})

scenario('create without properties, with null, with undefined', async (t) => {
  t.log('nothing', await t.cb('tcpServer', 'create'))
  t.log('null', await t.cb('tcpServer', 'create', null))
  t.log('undefined', await t.cb('tcpServer', 'create', undefined))
})

scenario('create with every property', async (t) => {
  const id = await t.create('tcpServer', { persistent: true, name: 'everything' })
  t.log('getInfo', await t.cb('tcpServer', 'getInfo', id))
})

scenario('ids grow by one', async (t) => {
  const first = await t.create('tcpServer')
  const second = await t.create('tcpServer')
  await t.cb('tcpServer', 'close', second)
  const third = await t.create('tcpServer')
  t.log('steps', [second - first, third - second])
})

scenario('the ids of tcpServer, tcp and udp are counted separately', async (t) => {
  const namespaces = /** @type {const} */ (['tcpServer', 'tcp', 'udp'])
  const before = await Promise.all(namespaces.map((namespace) => t.create(namespace)))
  await t.create('tcpServer')
  await t.create('tcp')
  await t.create('tcp')
  const after = await Promise.all(namespaces.map((namespace) => t.create(namespace)))
  t.log('steps', after.map((id, index) => id - Number(before[index]))) // prettier-ignore
})

scenario('update changes what it names and keeps the rest', async (t) => {
  const id = await t.create('tcpServer', { name: 'first', persistent: true })
  for (const properties of [
    { name: 'second' },
    { persistent: false },
    {},
    { name: '', persistent: true },
    { name: null, persistent: null },
    { name: 'third', persistent: undefined },
  ]) {
    t.log('update', properties, await t.cb('tcpServer', 'update', id, properties))
    t.log('getInfo', await t.info('tcpServer', id))
  }
})

scenario('an empty name is no name', async (t) => {
  const id = await t.create('tcpServer', { name: '' })
  t.log('getInfo', await t.info('tcpServer', id))
})

scenario('names of every script', async (t) => {
  for (const name of ['Grüße', '日本', '🙂', 'a\0b', ' two  spaces ', '\uD800', 'x'.repeat(100)]) {
    const id = await t.create('tcpServer', { name })
    t.log('name', (await t.info('tcpServer', id)).name)
  }
})

scenario('update while listening', async (t) => {
  const { id } = await t.server({ name: 'before' })
  t.log('update', await t.cb('tcpServer', 'update', id, { name: 'after', persistent: true }))
  t.log('getInfo', await t.info('tcpServer', id))
})

scenario('setPaused shows in getInfo', async (t) => {
  const id = await t.create('tcpServer')
  for (const paused of [true, true, false, false]) {
    t.log(`setPaused ${paused}`, await t.cb('tcpServer', 'setPaused', id, paused))
    t.log('getInfo', await t.info('tcpServer', id))
  }
})

scenario('getSockets without sockets', async (t) => {
  t.log('getSockets', await t.cb('tcpServer', 'getSockets'))
})

scenario('getSockets tells of every socket what getInfo tells', async (t) => {
  await t.create('tcpServer', { name: 'idle' })
  await t.server({ name: 'listening', persistent: true })
  const { args } = await t.cb('tcpServer', 'getSockets')
  const byId = args[0].toSorted((/** @type {any} */ a, /** @type {any} */ b) => a.socketId - b.socketId)
  t.log('argument count', args.length)
  t.log('getSockets', byId)
})

scenario('getSockets leaves out what is closed', async (t) => {
  const closed = await t.create('tcpServer')
  await t.create('tcpServer', { name: 'open' })
  await t.cb('tcpServer', 'close', closed)
  t.log('getSockets', await t.cb('tcpServer', 'getSockets'))
})

scenario('after close the id is gone for every method', async (t) => {
  const { id } = await t.server()
  t.log('close', await t.cb('tcpServer', 'close', id))
  t.log('close', await t.cb('tcpServer', 'close', id))
  t.log('update', await t.cb('tcpServer', 'update', id, {}))
  t.log('setPaused', await t.cb('tcpServer', 'setPaused', id, true))
  t.log('listen', await t.cb('tcpServer', 'listen', id, '127.0.0.1', 0))
  t.log('disconnect', await t.cb('tcpServer', 'disconnect', id))
  t.log('getInfo', await t.cb('tcpServer', 'getInfo', id))
})

scenario('disconnect of a socket that never listened', async (t) => {
  const id = await t.create('tcpServer', { name: 'idle' })
  t.log('disconnect', await t.cb('tcpServer', 'disconnect', id))
  t.log('again', await t.cb('tcpServer', 'disconnect', id))
  t.log('getInfo', await t.info('tcpServer', id))
})

scenario('info objects are the caller’s own', async (t) => {
  const id = await t.create('tcpServer', { name: 'mine' })
  const first = await t.info('tcpServer', id)
  first.name = 'changed'
  first.added = true
  t.log('changed', first)
  t.log('asked again', await t.info('tcpServer', id))
  t.log('frozen', Object.isFrozen(first), Object.isExtensible(first))
})
