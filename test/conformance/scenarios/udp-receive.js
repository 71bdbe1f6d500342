/**
 * A bound socket of the page and a peer that sends to it.
 * @param {import('../runtime/scenario.ts').Scenario} t
 */
async function openInbox(t, { host = '127.0.0.1', peerHost = '127.0.0.1', properties = {} } = {}) {
  const socket = await t.create('udp', properties)
  await t.cb('udp', 'bind', socket, host, 0)
  const { localPort: port } = await t.info('udp', socket)
  const { id, port: peerPort } = await t.peer.udpBind({ host: peerHost })
  /** @param {string[]} texts */
  const send = (...texts) => t.peer.udpSend({ id, host: peerHost, port, texts })
  /** @param {number} bytes */
  const sendBytes = (bytes) => t.peer.udpSend({ id, host: peerHost, port, bytes })
  return { socket, port, peerPort, send, sendBytes }
}

/**
 * @param {import('../runtime/scenario.ts').Scenario} t
 * @param {any[][]} received
 */
const textsOf = (t, received) => received.map(([{ data }]) => t.str(data))

scenario('a datagram comes with the address of its sender', async (t) => {
  const { send, peerPort } = await openInbox(t)
  const received = t.on('udp.onReceive')
  await send('hello')
  await received.wait(1)
  t.log('arguments', received[0])
  t.log('port of the sender', received[0][0].remotePort === peerPort)
})

scenario('an IPv6 sender has an address without brackets', async (t) => {
  const { send } = await openInbox(t, { host: '::1', peerHost: '::1' })
  const received = t.on('udp.onReceive')
  await send('hello')
  await received.wait(1)
  t.log('arguments', received[0])
})

scenario('an IPv4 sender has a mapped address at a socket on ::', async (t) => {
  const { send } = await openInbox(t, { host: '::' })
  const received = t.on('udp.onReceive')
  await send('hello')
  await received.wait(1)
  t.log('arguments', received[0])
})

scenario('an empty datagram comes without bytes', async (t) => {
  const { send } = await openInbox(t)
  const received = t.on('udp.onReceive')
  await send('')
  await received.wait(1)
  t.log('arguments', received[0])
})

scenario('twenty datagrams come in order, each in an event of its own', async (t) => {
  const { send } = await openInbox(t)
  const received = t.on('udp.onReceive')
  await send(...Array.from({ length: 20 }, (_, at) => `datagram ${at}`))
  await received.wait(20)
  t.log('received', textsOf(t, received))
})

scenario('datagrams of up to 4096 bytes fit without a bufferSize', async (t) => {
  for (const properties of [{}, { bufferSize: 0 }, { bufferSize: -1 }]) {
    const { socket, sendBytes } = await openInbox(t, { properties })
    const timeline = t.record('udp.onReceive', 'udp.onReceiveError')
    await sendBytes(4096)
    await timeline.wait(1)
    await sendBytes(4097)
    await timeline.wait(2)
    t.log(`properties ${JSON.stringify(properties)}`, timeline)
    t.log('info', await t.info('udp', socket))
    timeline.stop()
  }
})

scenario('a datagram larger than bufferSize is an error, and the socket is paused', async (t) => {
  const { socket, send, sendBytes } = await openInbox(t, { properties: { bufferSize: 10 } })
  const timeline = t.record('udp.onReceive', 'udp.onReceiveError')
  await sendBytes(10)
  await timeline.wait(1)
  await sendBytes(11)
  await timeline.wait(2)
  await send('waits')
  await t.sleep(120)
  await timeline.call('udp', 'getInfo', socket)
  await timeline.call('udp', 'setPaused', socket, false)
  await timeline.wait(5)
  t.log('timeline', timeline)
})

scenario('the largest datagram fits a large bufferSize', async (t) => {
  for (const bufferSize of [65_507, 65_536, 1_000_000]) {
    const { sendBytes } = await openInbox(t, { properties: { bufferSize } })
    const received = t.on('udp.onReceive')
    await sendBytes(65_507)
    await received.wait(1)
    t.log(
      String(bufferSize),
      received.map(([{ data }]) => data.byteLength),
    )
  }
})

scenario('a new bufferSize counts from the datagram after the one waited for', async (t) => {
  const { socket, sendBytes } = await openInbox(t, { properties: { bufferSize: 10 } })
  const timeline = t.record('udp.onReceive', 'udp.onReceiveError')
  await timeline.call('udp', 'update', socket, { bufferSize: 100 })
  await sendBytes(10)
  await timeline.wait(2)
  await sendBytes(70)
  await timeline.wait(3)
  t.log('timeline', timeline)
})

scenario('a new bufferSize does not help the datagram that is waited for', async (t) => {
  const { socket, sendBytes } = await openInbox(t, { properties: { bufferSize: 10 } })
  const timeline = t.record('udp.onReceive', 'udp.onReceiveError')
  await timeline.call('udp', 'update', socket, { bufferSize: 100 })
  await sendBytes(70)
  await timeline.wait(2)
  t.log('timeline', timeline)
})

scenario('a paused UDP socket delivers one more datagram and keeps the rest', async (t) => {
  const { socket, send } = await openInbox(t)
  const received = t.on('udp.onReceive')
  t.log('pause', await t.cb('udp', 'setPaused', socket, true))
  await send('one', 'two', 'three')
  await t.sleep(120)
  t.log('while paused', textsOf(t, received))
  t.log('unpause', await t.cb('udp', 'setPaused', socket, false))
  await received.wait(3)
  await send('four')
  await received.wait(4)
  t.log('all', textsOf(t, received))
})

scenario('a UDP socket that is paused before bind delivers nothing', async (t) => {
  const socket = await t.create('udp')
  const received = t.on('udp.onReceive')
  await t.cb('udp', 'setPaused', socket, true)
  t.log('bind', await t.cb('udp', 'bind', socket, '127.0.0.1', 0))
  const { localPort: port } = await t.info('udp', socket)
  const { id } = await t.peer.udpBind()
  await t.peer.udpSend({ id, port, texts: ['one', 'two'] })
  await t.sleep(120)
  t.log('while paused', received.length)
  t.log('unpause', await t.cb('udp', 'setPaused', socket, false))
  await received.wait(2)
  t.log('all', textsOf(t, received))
})

scenario('a UDP socket that is paused and unpaused goes on as before', async (t) => {
  const { socket, send } = await openInbox(t)
  const received = t.on('udp.onReceive')
  for (const paused of [true, true, false, false]) await t.cb('udp', 'setPaused', socket, paused)
  await send('one', 'two', 'three')
  await received.wait(3)
  await t.sleep(50)
  t.log('all', textsOf(t, received))
})

scenario('close of a UDP socket that receives raises nothing', async (t) => {
  const { socket, send } = await openInbox(t)
  const timeline = t.record('udp.onReceive', 'udp.onReceiveError')
  await timeline.call('udp', 'close', socket)
  await send('too late')
  await t.sleep(120)
  t.log('timeline', timeline)
})

scenario('two UDP sockets receive what is sent to each', async (t) => {
  const one = await openInbox(t)
  const two = await openInbox(t)
  const received = t.on('udp.onReceive')
  await two.send('to two')
  await received.wait(1)
  await one.send('to one')
  await received.wait(2)
  t.log(
    'received',
    received.map(([{ socketId, data }]) => ({ socketId, data })),
  )
})

scenario('UDP sockets of the page answer each other', async (t) => {
  const one = await openInbox(t)
  const two = await openInbox(t)
  const timeline = t.record('udp.onReceive')
  await t.cb('udp', 'send', one.socket, t.text('question'), '127.0.0.1', two.port)
  await timeline.wait(1)
  await t.cb('udp', 'send', two.socket, t.text('answer'), '127.0.0.1', one.port)
  await timeline.wait(2)
  t.log('timeline', timeline)
})

scenario('a UDP socket sends to itself', async (t) => {
  const { socket, port } = await openInbox(t)
  const received = t.on('udp.onReceive')
  t.log('send', await t.cb('udp', 'send', socket, t.text('echo'), '127.0.0.1', port))
  await received.wait(1)
  t.log('received', received)
})
