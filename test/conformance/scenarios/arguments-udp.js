// Every method with every number of arguments and every kind of value in each place.

scenario('udp.create', (t) => t.tryArguments('udp', 'create', { properties: {} }))

scenario('udp.update', (t) => t.tryArguments('udp', 'update', { socketId: t.unknownId, properties: {} }))

scenario('udp.setPaused', (t) => t.tryArguments('udp', 'setPaused', { socketId: t.unknownId, paused: true }))

scenario('udp.bind', (t) =>
  t.tryArguments('udp', 'bind', { socketId: t.unknownId, address: '127.0.0.1', port: 0 }),
)

scenario('udp.send', (t) =>
  t.tryArguments('udp', 'send', {
    socketId: t.unknownId,
    data: new ArrayBuffer(1),
    address: '127.0.0.1',
    port: 1,
    dnsQueryType: 'ipv4',
  }),
)

scenario('udp.close', (t) => t.tryArguments('udp', 'close', { socketId: t.unknownId }))

scenario('udp.getInfo', (t) => t.tryArguments('udp', 'getInfo', { socketId: t.unknownId }))

scenario('udp.getSockets', (t) => t.tryArguments('udp', 'getSockets', {}))

for (const method of ['joinGroup', 'leaveGroup'])
  scenario(`udp.${method}`, (t) =>
    t.tryArguments('udp', method, { socketId: t.unknownId, address: '224.0.0.251' }),
  )

scenario('udp.setMulticastTimeToLive', (t) =>
  t.tryArguments('udp', 'setMulticastTimeToLive', { socketId: t.unknownId, ttl: 1 }),
)

for (const method of ['setMulticastLoopbackMode', 'setBroadcast'])
  scenario(`udp.${method}`, (t) => t.tryArguments('udp', method, { socketId: t.unknownId, enabled: true }))

scenario('udp.getJoinedGroups', (t) => t.tryArguments('udp', 'getJoinedGroups', { socketId: t.unknownId }))

scenario('udp.send: every value of dnsQueryType, and almost', async (t) => {
  for (const type of ['any', 'ipv4', 'ipv6', 'ANY', 'Ipv4', 'ipv46', ''])
    t.log(type, await t.cb('udp', 'send', t.unknownId, new ArrayBuffer(1), '127.0.0.1', 1, type))
})
