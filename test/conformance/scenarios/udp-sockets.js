/**
 * A bound socket of the page.
 * @param {import('../runtime/scenario.ts').Scenario} t
 */
async function bindSocket(t, properties = {}, address = '127.0.0.1') {
  const socket = await t.create('udp', properties)
  const bind = await t.cb('udp', 'bind', socket, address, 0)
  const { localPort } = await t.info('udp', socket)
  return { socket, bind, port: localPort }
}

/**
 * Binds a new socket: the answer, and the address it has then.
 * @param {import('../runtime/scenario.ts').Scenario} t
 * @param {string} address
 */
async function logBind(t, address) {
  const { socket, bind } = await bindSocket(t, {}, address)
  const { localAddress, localPort } = await t.info('udp', socket)
  t.log(`"${address}"`, { ...bind, localAddress, hasPort: localPort > 0 })
}

scenario('a new UDP socket', async (t) => {
  const created = await t.cb('udp', 'create')
  t.log('create', created)
  t.log('info', await t.info('udp', created.args[0].socketId))
})

scenario('a new UDP socket with properties', async (t) => {
  const socket = await t.create('udp', { persistent: true, name: 'n', bufferSize: 2000 })
  t.log('info', await t.info('udp', socket))
})

scenario('getInfo tells the state of a UDP socket all its life', async (t) => {
  const socket = await t.create('udp', { name: 'n', bufferSize: 10 })
  t.log('pause', await t.cb('udp', 'setPaused', socket, true))
  t.log('paused', await t.info('udp', socket))
  t.log('bind', await t.cb('udp', 'bind', socket, '127.0.0.1', 0))
  t.log('bound', await t.info('udp', socket))
  t.log('unpause', await t.cb('udp', 'setPaused', socket, false))
  t.log('unpaused', await t.info('udp', socket))
  t.log('close', await t.cb('udp', 'close', socket))
  t.log('closed', await t.cb('udp', 'getInfo', socket))
  t.log('close again', await t.cb('udp', 'close', socket))
})

scenario('update of a UDP socket changes what it names and nothing else', async (t) => {
  const { socket } = await bindSocket(t, { name: 'first', bufferSize: 10, persistent: true })
  const changes = [
    {},
    { name: 'second' },
    { bufferSize: 20 },
    { persistent: false },
    { name: null, bufferSize: undefined },
    { name: '' },
    { bufferSize: 0 },
    { bufferSize: -1 },
  ]
  for (const change of changes) {
    t.log('update', [change, await t.cb('udp', 'update', socket, change)])
    t.log('info', await t.info('udp', socket))
  }
})

scenario('getSockets lists the UDP sockets', async (t) => {
  t.log('none', await t.cb('udp', 'getSockets'))
  await t.create('udp', { name: 'idle' })
  await bindSocket(t, { name: 'bound', bufferSize: 10 })
  const closed = await t.create('udp')
  await t.cb('udp', 'close', closed)
  const { args } = await t.cb('udp', 'getSockets')
  /** @type {{ socketId: number }[]} */
  const sockets = args[0]
  for (const info of sockets.toSorted((one, other) => one.socketId - other.socketId)) t.log('socket', info)
})

scenario('every method of an unknown UDP socket', async (t) => {
  /** @type {[method: string, ...args: unknown[]][]} */
  const calls = [
    ['update', {}],
    ['setPaused', true],
    ['bind', '127.0.0.1', 0],
    ['send', new ArrayBuffer(1), '127.0.0.1', 9],
    ['joinGroup', '237.1.1.1'],
    ['leaveGroup', '237.1.1.1'],
    ['setMulticastTimeToLive', 1],
    ['setMulticastTimeToLive', 256],
    ['setMulticastLoopbackMode', true],
    ['getJoinedGroups'],
    ['setBroadcast', true],
    ['getInfo'],
    ['close'],
  ]
  for (const [method, ...args] of calls) t.log(method, await t.cb('udp', method, t.unknownId, ...args))
})

scenario('a UDP socket is bound to an address of this machine', async (t) => {
  for (const address of ['127.0.0.1', '0.0.0.0', '::1', '::']) await logBind(t, address)
})

scenario('bind understands all spellings of an address', async (t) => {
  for (const address of [
    '127.1',
    '0x7f000001',
    '2130706433',
    '127.0.0.1.',
    '0:0:0:0:0:0:0:1',
    '::ffff:127.0.0.1',
  ])
    await logBind(t, address)
})

scenario('bind takes addresses only', async (t) => {
  const texts = [
    '',
    'localhost',
    'example.invalid',
    '[::1]',
    '::1%lo',
    '300.1.1.1',
    ' 127.0.0.1',
    '127.0.0.1:80',
    '*',
  ]
  for (const address of texts) await logBind(t, address)
})

scenario('bind to an address of another machine', async (t) => {
  await logBind(t, '1.2.3.4')
  await logBind(t, '2001:db8::1')
})

scenario('bind to a port in use', async (t) => {
  const { port } = await bindSocket(t)
  const socket = await t.create('udp')
  t.log('bind', await t.cb('udp', 'bind', socket, '127.0.0.1', port))
  t.log('info', await t.info('udp', socket))
  t.log('bind elsewhere', await t.cb('udp', 'bind', socket, '127.0.0.1', 0))
})

scenario('bind to all addresses with a port in use at one of them', async (t) => {
  const { port } = await bindSocket(t)
  const socket = await t.create('udp')
  t.log('bind', await t.cb('udp', 'bind', socket, '0.0.0.0', port))
})

scenario('bind to a port that a closed socket had', async (t) => {
  const { socket: first, port } = await bindSocket(t)
  t.log('close', await t.cb('udp', 'close', first))
  const second = await t.create('udp')
  t.log('bind', await t.cb('udp', 'bind', second, '127.0.0.1', port))
  t.log('same port', (await t.info('udp', second)).localPort === port)
})

scenario('bind of a bound UDP socket', async (t) => {
  const { socket, port } = await bindSocket(t)
  t.log('bind', await t.cb('udp', 'bind', socket, '127.0.0.1', 0))
  t.log('bind to no address', await t.cb('udp', 'bind', socket, 'localhost', 0))
  t.log('same port', (await t.info('udp', socket)).localPort === port)
})

scenario('bind after one that was given no address', async (t) => {
  const socket = await t.create('udp')
  t.log('no address', await t.cb('udp', 'bind', socket, 'localhost', 0))
  t.log('address', await t.cb('udp', 'bind', socket, '127.0.0.1', 0))
})

scenario('bind to ports outside of the range', async (t) => {
  for (const port of [65_536, 131_072]) {
    const socket = await t.create('udp')
    t.log(String(port), await t.cb('udp', 'bind', socket, '127.0.0.1', port))
  }
})

scenario('two UDP sockets on one port of different addresses', async (t) => {
  const { port } = await bindSocket(t)
  const socket = await t.create('udp')
  t.log('bind', await t.cb('udp', 'bind', socket, '127.0.0.2', port))
  t.log('address', (await t.info('udp', socket)).localAddress)
})
