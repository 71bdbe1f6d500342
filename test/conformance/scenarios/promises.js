// Calls without a callback.

scenario('every tcpServer method', async (t) => {
  const created = await t.ask('tcpServer', 'create', {})
  t.log('create', created)
  const id = created.resolved.socketId
  t.log('update', await t.ask('tcpServer', 'update', id, { name: 'x' }))
  t.log('setPaused', await t.ask('tcpServer', 'setPaused', id, true))
  t.log('listen', await t.ask('tcpServer', 'listen', id, '127.0.0.1', 0))
  t.log('getInfo', await t.ask('tcpServer', 'getInfo', id))
  t.log('getSockets', await t.ask('tcpServer', 'getSockets'))
  t.log('disconnect', await t.ask('tcpServer', 'disconnect', id))
  t.log('close', await t.ask('tcpServer', 'close', id))
  t.log('close', await t.ask('tcpServer', 'close', id))
})

scenario('every tcp method', async (t) => {
  const created = await t.ask('tcp', 'create', {})
  t.log('create', created)
  const id = created.resolved.socketId
  t.log('update', await t.ask('tcp', 'update', id, { name: 'x' }))
  t.log('setPaused', await t.ask('tcp', 'setPaused', id, true))
  t.log('setKeepAlive', await t.ask('tcp', 'setKeepAlive', id, true))
  t.log('setNoDelay', await t.ask('tcp', 'setNoDelay', id, true))
  t.log('connect', await t.ask('tcp', 'connect', id, '127.0.0.1', 1))
  t.log('secure', await t.ask('tcp', 'secure', id))
  t.log('send', await t.ask('tcp', 'send', id, new ArrayBuffer(1)))
  t.log('getInfo', await t.ask('tcp', 'getInfo', id))
  t.log('getSockets', await t.ask('tcp', 'getSockets'))
  t.log('disconnect', await t.ask('tcp', 'disconnect', id))
  t.log('close', await t.ask('tcp', 'close', id))
  t.log('close', await t.ask('tcp', 'close', id))
})

scenario('every udp method', async (t) => {
  const created = await t.ask('udp', 'create', {})
  t.log('create', created)
  const id = created.resolved.socketId
  t.log('update', await t.ask('udp', 'update', id, { name: 'x' }))
  t.log('setPaused', await t.ask('udp', 'setPaused', id, true))
  t.log('bind', await t.ask('udp', 'bind', id, '127.0.0.1', 0))
  t.log('send', await t.ask('udp', 'send', id, new ArrayBuffer(1), '127.0.0.1', 1))
  t.log('joinGroup', await t.ask('udp', 'joinGroup', id, '224.0.0.251'))
  t.log('leaveGroup', await t.ask('udp', 'leaveGroup', id, '224.0.0.251'))
  t.log('setMulticastTimeToLive', await t.ask('udp', 'setMulticastTimeToLive', id, 1))
  t.log('setMulticastLoopbackMode', await t.ask('udp', 'setMulticastLoopbackMode', id, true))
  t.log('setBroadcast', await t.ask('udp', 'setBroadcast', id, true))
  t.log('getJoinedGroups', await t.ask('udp', 'getJoinedGroups', id))
  t.log('getInfo', await t.ask('udp', 'getInfo', id))
  t.log('getSockets', await t.ask('udp', 'getSockets'))
  t.log('close', await t.ask('udp', 'close', id))
})

scenario('a promise is one of the page', (t) => {
  const promise = chrome.sockets.tcpServer.create({})
  t.log('Promise', Object.getPrototypeOf(promise) === Promise.prototype, promise instanceof Promise)
  t.log('own keys', Reflect.ownKeys(promise))
  return promise
})

scenario('with a callback nothing is returned', async (t) => {
  t.log(
    'create',
    t.invoke('tcpServer', 'create', {}, () => {}),
  )
  t.log(
    'getInfo',
    t.invoke('tcpServer', 'getInfo', t.unknownId, () => void chrome.runtime.lastError?.message),
  )
  await t.cb('tcpServer', 'getSockets')
})

scenario('a callback of null or undefined gives a promise', async (t) => {
  t.log('null', await t.ask('tcpServer', 'close', t.unknownId, null))
  t.log('undefined', await t.ask('tcpServer', 'close', t.unknownId, undefined))
})

scenario('a wrong argument throws, it does not reject', (t) => {
  t.log('close', t.invoke('tcpServer', 'close', 'x'))
  t.log('getInfo', t.invoke('tcpServer', 'getInfo'))
})
