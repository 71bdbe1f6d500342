// An app whose manifest allows little: see manifests.ts.

scenario('listen', async (t) => {
  for (const [address, port] of /** @type {[string, number][]} */ ([
    ['127.0.0.1', 18123],
    ['127.0.0.1', 18124],
    ['127.0.0.1', 0],
    ['127.0.0.2', 0],
    ['127.0.0.2', 18126],
    ['0.0.0.0', 18125],
    ['0.0.0.0', 18123],
    ['127.0.0.3', 18123],
    ['::1', 18123],
    ['127.1', 18123],
    ['0x7f000001', 18123],
    ['localhost', 18123],
    ['', 18123],
    [' 127.0.0.1', 18123],
  ])) {
    const id = await t.create('tcpServer')
    t.log(`${address} ${port}`, await t.cb('tcpServer', 'listen', id, address, port))
    await t.cb('tcpServer', 'close', id)
  }
})

scenario('connect', async (t) => {
  for (const [address, port] of /** @type {[string, number][]} */ ([
    ['127.0.0.1', 1],
    ['127.0.0.1', 2],
    ['127.0.0.1', 9],
    ['localhost', 1],
    ['::1', 1],
    ['::1', 9],
    ['a.example.invalid', 80],
    ['A.EXAMPLE.invalid', 80],
    ['example.invalid', 80],
    ['aexample.invalid', 80],
    ['a.example.invalid', 81],
    ['upper.invalid', 80],
    ['UPPER.INVALID', 7],
    ['127.1', 1],
    ['', 1],
  ])) {
    const id = await t.create('tcp')
    t.log(`${address} ${port}`, await t.cb('tcp', 'connect', id, address, port))
  }
})

/**
 * @param {import('../../runtime/scenario.ts').Scenario} t
 * @param {readonly string[]} hosts
 */
async function connectBelow(t, hosts) {
  for (const host of hosts) {
    const id = await t.create('tcp')
    t.log(host, await t.cb('tcp', 'connect', id, host, 2))
  }
}

scenario('a wildcard in the place of a part of an address', (t) =>
  connectBelow(t, [
    '127.0.0.1',
    '127.1',
    '0x7f.0.0.1',
    '0177.0.0.1',
    'x.0.0.1',
    '127.0.0.1.',
    '127%2e0.0.1',
    '127\u30020.0.1',
  ]),
)

scenario('the same, where only a URL knows that it is an address', (t) =>
  connectBelow(t, ['\uff11\uff12\uff17.0.0.1', '%31%32%37.0.0.1', '%3127.0.0.1', '1\u00ad27.0.0.1']),
)

scenario('udp.bind', async (t) => {
  for (const [address, port] of /** @type {[string, number][]} */ ([
    ['127.0.0.1', 18124],
    ['127.0.0.1', 18125],
    ['127.0.0.1', 0],
    ['127.0.0.3', 0],
    ['0.0.0.0', 18124],
    ['localhost', 18124],
  ])) {
    const id = await t.create('udp')
    t.log(`${address} ${port}`, await t.cb('udp', 'bind', id, address, port))
    await t.cb('udp', 'close', id)
  }
})

scenario('udp.send', async (t) => {
  const id = await t.create('udp')
  t.log('not bound, not allowed', await t.cb('udp', 'send', id, t.text('x'), '127.0.0.1', 10))
  t.log('not bound, allowed', await t.cb('udp', 'send', id, t.text('x'), '127.0.0.1', 9))
  t.log('bind', await t.cb('udp', 'bind', id, '127.0.0.3', 0))
  for (const [address, port] of /** @type {[string, number][]} */ ([
    ['127.0.0.1', 9],
    ['127.0.0.1', 10],
    ['localhost', 9],
    ['a.example.invalid', 80],
    ['other.invalid', 80],
  ]))
    t.log(`${address} ${port}`, await t.cb('udp', 'send', id, t.text('x'), address, port))
})

scenario('udp groups without multicastMembership', async (t) => {
  const id = await t.create('udp')
  t.log('joinGroup', await t.cb('udp', 'joinGroup', id, '224.0.0.251'))
  t.log('leaveGroup', await t.cb('udp', 'leaveGroup', id, '224.0.0.251'))
  t.log('getJoinedGroups', await t.cb('udp', 'getJoinedGroups', id))
  t.log('joinGroup, not an address', await t.cb('udp', 'joinGroup', id, 'x'))
  t.log('setMulticastTimeToLive', await t.cb('udp', 'setMulticastTimeToLive', id, 1))
  t.log('setMulticastLoopbackMode', await t.cb('udp', 'setMulticastLoopbackMode', id, true))
})

scenario(
  'an unknown id wins over a missing permission, a missing permission over a bad address',
  async (t) => {
    const server = await t.create('tcpServer')
    t.log('unknown id', await t.cb('tcpServer', 'listen', t.unknownId, '8.8.8.8', 1))
    t.log('bad address', await t.cb('tcpServer', 'listen', server, 'nowhere', 1))
    t.log('backlog 0', await t.cb('tcpServer', 'listen', server, '127.0.0.1', 18124, 0))
    t.log(
      'wrong type',
      t.invoke('tcpServer', 'listen', server, 1, 1, () => {}),
    )
  },
)

scenario('what needs no permission', async (t) => {
  const server = await t.server({}, '127.0.0.2')
  const accepted = t.on('tcpServer.onAccept')
  const peer = await t.peer.connect({ port: server.port, host: '127.0.0.2' })
  await accepted.wait(1)
  const { clientSocketId } = accepted[0][0]
  t.log('send', await t.cb('tcp', 'send', clientSocketId, t.text('hello')))
  t.log('peer', await t.peer.read({ id: peer.id, bytes: 5 }))
  t.log('secure', await t.cb('tcp', 'secure', await t.create('tcp')))
})
