/**
 * A client that is connected to a peer.
 * @param {import('../runtime/scenario.ts').Scenario} t
 */
async function openSender(t, { paused = false } = {}) {
  const server = await t.peer.listen()
  const client = await t.create('tcp')
  if (paused) await t.cb('tcp', 'setPaused', client, true)
  await t.cb('tcp', 'connect', client, '127.0.0.1', server.port)
  const { ids } = await t.peer.accepted({ id: server.id })
  return { client, peer: ids[0], port: server.port }
}

scenario('send answers with resultCode and bytesSent', async (t) => {
  const { client, peer } = await openSender(t)
  t.log('send', await t.cb('tcp', 'send', client, t.text('hello')))
  t.log('peer got', await t.peer.read({ id: peer, bytes: 5 }))
})

scenario('nothing can be sent before connect', async (t) => {
  const client = await t.create('tcp')
  t.log('send', await t.cb('tcp', 'send', client, t.text('too early')))
  t.log('send nothing', await t.cb('tcp', 'send', client, new ArrayBuffer(0)))
  t.log('info', await t.info('tcp', client))
})

scenario('nothing can be sent after the peer has ended the connection', async (t) => {
  const { client, peer } = await openSender(t)
  const errors = t.on('tcp.onReceiveError')
  await t.peer.end({ id: peer })
  await errors.wait(1)
  t.log('send', await t.cb('tcp', 'send', client, t.text('too late')))
})

scenario('nothing can be sent after the peer has reset the connection', async (t) => {
  const { client, peer } = await openSender(t)
  const errors = t.on('tcp.onReceiveError')
  await t.peer.reset({ id: peer })
  await errors.wait(1)
  t.log('send', await t.cb('tcp', 'send', client, t.text('too late')))
})

scenario('nothing can be sent after disconnect', async (t) => {
  const { client } = await openSender(t)
  const calls = [t.cb('tcp', 'disconnect', client), t.cb('tcp', 'send', client, t.text('too late'))]
  t.log('answers', await Promise.all(calls))
})

scenario('nothing can be sent after close', async (t) => {
  const { client } = await openSender(t)
  const calls = [t.cb('tcp', 'close', client), t.cb('tcp', 'send', client, t.text('too late'))]
  t.log('answers', await Promise.all(calls))
})

scenario('sending nothing succeeds', async (t) => {
  const { client, peer } = await openSender(t)
  t.log('buffer', await t.cb('tcp', 'send', client, new ArrayBuffer(0)))
  t.log('view', await t.cb('tcp', 'send', client, new Uint8Array([1, 2, 3]).subarray(3)))
  await t.cb('tcp', 'send', client, t.text('end'))
  t.log('peer got', (await t.peer.read({ id: peer, bytes: 3 })).text)
})

scenario('only the bytes that a view shows are sent', async (t) => {
  const { client, peer } = await openSender(t)
  const buffer = t.text('abcdefgh')
  const views = [
    new Uint8Array(buffer, 2, 3),
    new DataView(buffer, 1, 2),
    new Uint16Array(buffer, 2, 2),
    new Float64Array(buffer),
  ]
  for (const view of views) {
    const sent = await t.cb('tcp', 'send', client, view)
    const { text } = await t.peer.read({ id: peer, bytes: view.byteLength })
    t.log(view.constructor.name, { ...sent, text })
  }
})

scenario('what is changed after the call is sent as it was', async (t) => {
  const { client, peer } = await openSender(t)
  const bytes = new Uint8Array(t.text('before'))
  const sending = t.cb('tcp', 'send', client, bytes)
  bytes.fill(0)
  t.log('send', await sending)
  t.log('peer got', (await t.peer.read({ id: peer, bytes: 6 })).text)
  t.log('length afterwards', bytes.byteLength)
})

scenario('a buffer that is given away after the call is sent', async (t) => {
  const { client, peer } = await openSender(t)
  const buffer = t.text('given away')
  const sending = t.cb('tcp', 'send', client, buffer)
  structuredClone(buffer, { transfer: [buffer] })
  t.log('send', await sending)
  t.log('peer got', (await t.peer.read({ id: peer, bytes: 10 })).text)
})

scenario('a buffer that was given away before the call is empty', async (t) => {
  const { client } = await openSender(t)
  const buffer = t.text('given away')
  structuredClone(buffer, { transfer: [buffer] })
  t.log('send', await t.cb('tcp', 'send', client, buffer))
})

scenario('three megabytes are sent in one call', async (t) => {
  const { client, peer } = await openSender(t)
  const size = 3 * 1024 * 1024
  const sending = t.cb('tcp', 'send', client, new ArrayBuffer(size))
  t.log('peer got', (await t.peer.read({ id: peer, bytes: size, ms: 5000 })).bytes)
  t.log('send', await sending)
})

scenario('twenty sends are answered and arrive in order', async (t) => {
  const { client, peer } = await openSender(t)
  const timeline = t.record()
  const texts = Array.from({ length: 20 }, (_, at) => 'x'.repeat(at + 1))
  await Promise.all(texts.map((text) => timeline.call('tcp', 'send', client, t.text(`${text},`))))
  t.log('answers', timeline)
  t.log('peer got', (await t.peer.read({ id: peer, bytes: 230 })).text)
})

scenario('sends on two sockets do not mix', async (t) => {
  const one = await openSender(t)
  const two = await openSender(t)
  const calls = Array.from({ length: 10 }, (_, at) => [
    t.cb('tcp', 'send', one.client, t.text(`a${at}`)),
    t.cb('tcp', 'send', two.client, t.text(`b${at}`)),
  ])
  await Promise.all(calls.flat())
  t.log('one', (await t.peer.read({ id: one.peer, bytes: 20 })).text)
  t.log('two', (await t.peer.read({ id: two.peer, bytes: 20 })).text)
})

scenario('a peer that does not read gets everything when it reads again', async (t) => {
  const { client, peer } = await openSender(t)
  await t.peer.pauseReading({ id: peer })
  const size = 1024 * 1024
  const count = 32
  const calls = Array.from({ length: count }, () => t.cb('tcp', 'send', client, new ArrayBuffer(size)))
  let answered = 0
  for (const call of calls) void call.then(() => (answered += 1))
  await t.sleep(150)
  t.log('all answered before it reads', answered === count)
  await t.peer.resumeReading({ id: peer })
  const { bytes } = await t.peer.read({ id: peer, bytes: count * size, ms: 8000 })
  t.log('peer got', bytes)
  const answers = await Promise.all(calls)
  t.log('first answer', answers[0])
  t.log(
    'same answers',
    answers.every((answer) => JSON.stringify(answer) === JSON.stringify(answers[0])),
  )
})

scenario('what was sent before close arrives', async (t) => {
  const { client, peer } = await openSender(t, { paused: true })
  t.log('send', await t.cb('tcp', 'send', client, new ArrayBuffer(200_000)))
  t.log('close', await t.cb('tcp', 'close', client))
  t.log('peer got', (await t.peer.read({ id: peer, bytes: 200_000 })).bytes)
  t.log('end', (await t.peer.state({ id: peer })).ended)
})

scenario('what was sent before disconnect arrives', async (t) => {
  const { client, peer } = await openSender(t, { paused: true })
  t.log('send', await t.cb('tcp', 'send', client, new ArrayBuffer(200_000)))
  t.log('disconnect', await t.cb('tcp', 'disconnect', client))
  t.log('info', await t.info('tcp', client))
  t.log('peer got', (await t.peer.read({ id: peer, bytes: 200_000 })).bytes)
  t.log('end', (await t.peer.state({ id: peer })).ended)
})

scenario('both sides send at the same time', async (t) => {
  const { client, peer } = await openSender(t)
  const received = t.on('tcp.onReceive')
  const size = 500_000
  const sending = t.cb('tcp', 'send', client, new ArrayBuffer(size))
  void t.peer.send({ id: peer, bytes: size })
  const total = () => received.reduce((sum, [{ data }]) => sum + data.byteLength, 0)
  await received.until(() => total() >= size, 5000)
  t.log('received', total())
  t.log('peer got', (await t.peer.read({ id: peer, bytes: size, ms: 5000 })).bytes)
  t.log('send', await sending)
})
