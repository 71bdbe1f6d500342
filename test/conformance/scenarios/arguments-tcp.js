// Every method with every number of arguments and every kind of value in each place.

scenario('tcp.create', (t) => t.tryArguments('tcp', 'create', { properties: {} }))

scenario('tcp.update', (t) => t.tryArguments('tcp', 'update', { socketId: t.unknownId, properties: {} }))

scenario('tcp.setPaused', (t) => t.tryArguments('tcp', 'setPaused', { socketId: t.unknownId, paused: true }))

scenario('tcp.setKeepAlive', (t) =>
  t.tryArguments('tcp', 'setKeepAlive', { socketId: t.unknownId, enable: true, delay: 5 }),
)

scenario('tcp.setNoDelay', (t) =>
  t.tryArguments('tcp', 'setNoDelay', { socketId: t.unknownId, noDelay: true }),
)

scenario('tcp.connect', (t) =>
  t.tryArguments('tcp', 'connect', {
    socketId: t.unknownId,
    peerAddress: '127.0.0.1',
    peerPort: 1,
    dnsQueryType: 'ipv4',
  }),
)

scenario('tcp.disconnect', (t) => t.tryArguments('tcp', 'disconnect', { socketId: t.unknownId }))

scenario('tcp.secure', (t) => t.tryArguments('tcp', 'secure', { socketId: t.unknownId, options: {} }))

scenario('tcp.send', (t) =>
  t.tryArguments('tcp', 'send', { socketId: t.unknownId, data: new ArrayBuffer(1) }),
)

scenario('tcp.close', (t) => t.tryArguments('tcp', 'close', { socketId: t.unknownId }))

scenario('tcp.getInfo', (t) => t.tryArguments('tcp', 'getInfo', { socketId: t.unknownId }))

scenario('tcp.getSockets', (t) => t.tryArguments('tcp', 'getSockets', {}))

scenario('tcp.connect: every value of dnsQueryType, and almost', async (t) => {
  for (const type of ['any', 'ipv4', 'ipv6', 'ANY', 'Ipv4', 'ipv4 ', 'ipv46', ''])
    t.log(type, await t.cb('tcp', 'connect', t.unknownId, '127.0.0.1', 1, type))
})
