const tried = {
  create: { type: 'tcp' },
  connect: { socketId: 987_654, hostname: '127.0.0.1', port: 1 },
  bind: { socketId: 987_654, address: '127.0.0.1', port: 0 },
  read: { socketId: 987_654 },
  write: { socketId: 987_654, data: new ArrayBuffer(2) },
  recvFrom: { socketId: 987_654 },
  sendTo: { socketId: 987_654, data: new ArrayBuffer(2), address: '127.0.0.1', port: 1 },
  listen: { socketId: 987_654, address: '127.0.0.1', port: 0 },
  accept: { socketId: 987_654 },
  setKeepAlive: { socketId: 987_654, enable: true },
  setNoDelay: { socketId: 987_654, noDelay: true },
  getInfo: { socketId: 987_654 },
  joinGroup: { socketId: 987_654, address: '237.132.100.17' },
  leaveGroup: { socketId: 987_654, address: '237.132.100.17' },
  setMulticastTimeToLive: { socketId: 987_654, ttl: 3 },
  setMulticastLoopbackMode: { socketId: 987_654, enabled: true },
  getJoinedGroups: { socketId: 987_654 },
  secure: { socketId: 987_654 },
}

for (const [name, args] of Object.entries(tried))
  scenario(`wrong arguments of ${name}`, (t) => t.tryArguments(`socket.${name}`, args), { ms: 20_000 })

scenario('wrong arguments of destroy and disconnect', async (t) => {
  for (const name of ['destroy', 'disconnect'])
    for (const args of [[], [1.5], ['1'], [null], [unknownId], [unknownId, () => {}], [unknownId, 1]])
      t.log(name, args, t.invoke(`socket.${name}`, ...args))
  await t.sleep(50)
})

scenario('properties of options', async (t) => {
  t.log('create', await t.cb('socket.create', 'tcp', { bogus: 1 }))
  for (const options of [
    { bogus: 1 },
    { tlsVersion: 1 },
    { tlsVersion: { min: 1 } },
    { tlsVersion: { bogus: 1 } },
    { tlsVersion: { min: 'tls1.2', max: 'tls1.3' } },
  ])
    t.log('secure', options, await t.cb('socket.secure', unknownId, options))
})
