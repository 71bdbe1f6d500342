/**
 * A bound socket of the page and a peer.
 * @param {import('../runtime/scenario.ts').Scenario} t
 */
async function openDatagrams(t, { host = '127.0.0.1', peerHost = '127.0.0.1' } = {}) {
  const socket = await t.create('udp')
  await t.cb('udp', 'bind', socket, host, 0)
  const peer = await t.peer.udpBind({ host: peerHost })
  return { socket, peer, port: peer.port }
}

/**
 * What a peer has received: texts, or lengths where they are long.
 * @param {import('../runtime/scenario.ts').Scenario} t
 * @param {{ id: number }} peer
 */
async function takeDatagrams(t, { id }, n = 1) {
  const { datagrams } = await t.peer.udpRead({ id, n, ms: n === 0 ? 100 : 2000 })
  /** @type {{ bytes: number, text?: string }[]} */
  const taken = datagrams
  return taken.map(({ bytes, text }) => text ?? bytes)
}

scenario('a UDP socket sends a datagram', async (t) => {
  const { socket, peer, port } = await openDatagrams(t)
  t.log('send', await t.cb('udp', 'send', socket, t.text('hello'), '127.0.0.1', port))
  const { datagrams } = await t.peer.udpRead({ id: peer.id })
  t.log('peer got', datagrams)
  t.log('from its port', datagrams[0].port === (await t.info('udp', socket)).localPort)
})

scenario('a UDP socket that is not bound cannot send', async (t) => {
  const socket = await t.create('udp')
  t.log('send', await t.cb('udp', 'send', socket, t.text('x'), '127.0.0.1', 9))
  t.log('info', await t.info('udp', socket))
})

scenario('a UDP socket whose bind has failed cannot send', async (t) => {
  const socket = await t.create('udp')
  t.log('bind', await t.cb('udp', 'bind', socket, 'localhost', 0))
  t.log('send', await t.cb('udp', 'send', socket, t.text('x'), '127.0.0.1', 9))
})

scenario('an empty datagram is sent', async (t) => {
  const { socket, peer, port } = await openDatagrams(t)
  t.log('send', await t.cb('udp', 'send', socket, new ArrayBuffer(0), '127.0.0.1', port))
  t.log('peer got', await takeDatagrams(t, peer))
})

scenario('a datagram is sent from a view', async (t) => {
  const { socket, peer, port } = await openDatagrams(t)
  const view = new Uint8Array(t.text('abcdef')).subarray(2, 4)
  t.log('send', await t.cb('udp', 'send', socket, view, '127.0.0.1', port))
  t.log('peer got', await takeDatagrams(t, peer))
})

scenario('the largest datagram and those that are larger', async (t) => {
  const { socket, peer, port } = await openDatagrams(t)
  const errors = t.on('udp.onReceiveError')
  for (const size of [65_507, 65_508, 65_535, 65_536, 70_000])
    t.log(String(size), await t.cb('udp', 'send', socket, new ArrayBuffer(size), '127.0.0.1', port))
  t.log('peer got', await takeDatagrams(t, peer))
  t.log('after that', await t.cb('udp', 'send', socket, t.text('small'), '127.0.0.1', port))
  t.log('peer got then', await takeDatagrams(t, peer))
  t.log('errors', errors.length)
})

// Chrome may let one datagram overtake another.
scenario('twenty datagrams sent at once all arrive', async (t) => {
  const { socket, peer, port } = await openDatagrams(t)
  const texts = Array.from({ length: 20 }, (_, at) => `datagram ${at}`)
  const calls = texts.map((text) => t.cb('udp', 'send', socket, t.text(text), '127.0.0.1', port))
  const answers = await Promise.all(calls)
  t.log('sent', answers.filter(({ args }) => args[0].resultCode === 0).length)
  t.log('peer got', /** @type {string[]} */ (await takeDatagrams(t, peer, 20)).toSorted())
})

scenario('a datagram is sent to a name', async (t) => {
  const { socket, peer, port } = await openDatagrams(t)
  t.log('ipv4', await t.cb('udp', 'send', socket, t.text('to a name'), 'localhost', port, 'ipv4'))
  t.log('peer got', await takeDatagrams(t, peer))
})

scenario('only the first address of a name is sent to', async (t) => {
  const { socket, peer, port } = await openDatagrams(t)
  t.log('no type', await t.cb('udp', 'send', socket, t.text('x'), 'localhost', port))
  t.log('any', await t.cb('udp', 'send', socket, t.text('x'), 'localhost', port, 'any'))
  t.log('ipv6', await t.cb('udp', 'send', socket, t.text('x'), 'localhost', port, 'ipv6'))
  t.log('peer got', await takeDatagrams(t, peer, 0))
})

scenario('a datagram of an IPv6 socket is sent to a name', async (t) => {
  const { socket, peer, port } = await openDatagrams(t, { host: '::1', peerHost: '::1' })
  t.log('no type', await t.cb('udp', 'send', socket, t.text('one'), 'localhost', port))
  t.log('ipv6', await t.cb('udp', 'send', socket, t.text('two'), 'localhost', port, 'ipv6'))
  t.log('peer got', await takeDatagrams(t, peer, 2))
})

scenario('a datagram is not sent to what does not resolve', async (t) => {
  const { socket, port } = await openDatagrams(t)
  for (const name of ['no-such-host.invalid', '', '[::1]', '127.0.0.1:80', '300.1.1.1'])
    t.log(`"${name}"`, await t.cb('udp', 'send', socket, t.text('x'), name, port))
  t.log('127.0.0.1 as ipv6', await t.cb('udp', 'send', socket, t.text('x'), '127.0.0.1', port, 'ipv6'))
})

scenario('a datagram of an IPv4 socket is not sent to an IPv6 address', async (t) => {
  const { socket, port } = await openDatagrams(t)
  for (const address of ['::1', '::ffff:127.0.0.1'])
    t.log(address, await t.cb('udp', 'send', socket, t.text('x'), address, port))
})

scenario('a datagram of a socket on :: is sent to IPv4 addresses', async (t) => {
  const { socket, peer, port } = await openDatagrams(t, { host: '::' })
  t.log('127.0.0.1', await t.cb('udp', 'send', socket, t.text('one'), '127.0.0.1', port))
  t.log('peer got', await takeDatagrams(t, peer))
  t.log('mapped', await t.cb('udp', 'send', socket, t.text('two'), '::ffff:127.0.0.1', port))
  t.log('peer got then', await takeDatagrams(t, peer))
})

scenario('a datagram is not sent to port 0', async (t) => {
  const { socket } = await openDatagrams(t)
  t.log('send', await t.cb('udp', 'send', socket, t.text('x'), '127.0.0.1', 0))
})

scenario('a datagram is not sent to a port that is 0 modulo 65536', async (t) => {
  const { socket } = await openDatagrams(t)
  t.log('65536', await t.cb('udp', 'send', socket, t.text('x'), '127.0.0.1', 65_536))
  t.log('-65536', await t.cb('udp', 'send', socket, t.text('x'), '127.0.0.1', -65_536))
})

scenario('a datagram to a port outside of the range', async (t) => {
  const { socket, port } = await openDatagrams(t)
  for (const offset of [65_536, -65_536])
    t.log(String(offset), await t.cb('udp', 'send', socket, t.text('x'), '127.0.0.1', port + offset))
})

scenario('a datagram to a port where nobody listens is lost without a word', async (t) => {
  const { socket, peer } = await openDatagrams(t)
  const events = t.record('udp.onReceive', 'udp.onReceiveError')
  const gone = await t.peer.udpBind()
  await t.peer.udpClose({ id: gone.id })
  t.log('send', await t.cb('udp', 'send', socket, t.text('x'), '127.0.0.1', gone.port))
  await t.sleep(100)
  t.log('send again', await t.cb('udp', 'send', socket, t.text('x'), '127.0.0.1', gone.port))
  await t.sleep(100)
  const { localPort, paused } = await t.info('udp', socket)
  t.log('paused', paused)
  await t.peer.udpSend({ id: peer.id, port: localPort, texts: ['still here'] })
  await events.wait(1)
  t.log(
    'events',
    events.map(([name]) => name),
  )
})

scenario('a closed UDP socket cannot send', async (t) => {
  const { socket, port } = await openDatagrams(t)
  const calls = [
    t.cb('udp', 'close', socket),
    t.cb('udp', 'send', socket, t.text('too late'), '127.0.0.1', port),
  ]
  t.log('answers', await Promise.all(calls))
})
