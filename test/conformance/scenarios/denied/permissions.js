// An app whose manifest has an empty `sockets`: everything is there, nothing is allowed.

scenario('the namespaces are there', (t) => {
  t.log('sockets', Object.keys(chrome.sockets).toSorted())
  t.log('tcpServer', Object.keys(chrome.sockets.tcpServer).toSorted())
})

scenario('listen, connect, bind, send and groups are denied', async (t) => {
  const server = await t.create('tcpServer')
  const client = await t.create('tcp')
  const udp = await t.create('udp')
  t.log('listen', await t.cb('tcpServer', 'listen', server, '127.0.0.1', 0))
  t.log('connect', await t.cb('tcp', 'connect', client, '127.0.0.1', 1))
  t.log('bind', await t.cb('udp', 'bind', udp, '127.0.0.1', 0))
  t.log('send', await t.cb('udp', 'send', udp, t.text('x'), '127.0.0.1', 1))
  t.log('joinGroup', await t.cb('udp', 'joinGroup', udp, '224.0.0.251'))
  t.log('leaveGroup', await t.cb('udp', 'leaveGroup', udp, '224.0.0.251'))
  t.log('getJoinedGroups', await t.cb('udp', 'getJoinedGroups', udp))
})

scenario('getJoinedGroups as a promise is denied too', async (t) => {
  t.log('getJoinedGroups', await t.ask('udp', 'getJoinedGroups', await t.create('udp')))
})

scenario('sockets can be made, described and closed', async (t) => {
  for (const namespace of /** @type {const} */ (['tcpServer', 'tcp', 'udp'])) {
    const id = await t.create(namespace, { name: 'n' })
    t.log('setPaused', await t.cb(namespace, 'setPaused', id, true))
    t.log('getInfo', await t.cb(namespace, 'getInfo', id))
    t.log('close', await t.cb(namespace, 'close', id))
  }
})

scenario('denied again and again', async (t) => {
  const id = await t.create('tcpServer')
  for (let count = 0; count < 3; count += 1)
    t.log('listen', await t.cb('tcpServer', 'listen', id, '127.0.0.1', 0))
  t.log('getInfo', await t.info('tcpServer', id))
})
