// What becomes of a connect that nobody answers; `impatient` has what becomes of it in the end.

/** @param {import('../runtime/scenario.ts').Scenario} t */
async function startConnecting(t) {
  const { port } = await t.peer.listenFull()
  const client = await t.create('tcp')
  const timeline = t.record('tcp.onReceiveError')
  const connecting = timeline.call('tcp', 'connect', client, '127.0.0.1', port)
  // Answered after connect has got as far as it gets.
  await t.cb('tcp', 'getInfo', client)
  return { client, connecting, port, timeline }
}

scenario('what is asked while a connect is under way', async (t) => {
  const { client, timeline } = await startConnecting(t)
  const other = await t.peer.listen()
  await timeline.call('tcp', 'getInfo', client)
  await timeline.call('tcp', 'send', client, t.text('too early'))
  await timeline.call('tcp', 'secure', client)
  await timeline.call('tcp', 'setNoDelay', client, true)
  await timeline.call('tcp', 'setKeepAlive', client, true, 5)
  await timeline.call('tcp', 'update', client, { name: 'hanging' })
  await timeline.call('tcp', 'setPaused', client, true)
  await timeline.call('tcp', 'connect', client, '127.0.0.1', other.port)
  await timeline.call('tcp', 'connect', client, 'no-such-host.invalid', other.port)
  await timeline.call('tcp', 'getInfo', client)
  t.log('answers', timeline)
})

scenario('a connect that hangs does not hold up another socket', async (t) => {
  await startConnecting(t)
  const { port } = await t.peer.listen()
  const client = await t.create('tcp')
  t.log('connect', await t.cb('tcp', 'connect', client, '127.0.0.1', port))
})

scenario('a socket connects elsewhere after a connect that hung', async (t) => {
  const { client } = await startConnecting(t)
  const { port } = await t.peer.listen()
  t.log('disconnect', await t.cb('tcp', 'disconnect', client))
  t.log('info', await t.info('tcp', client))
  t.log('connect', await t.cb('tcp', 'connect', client, '127.0.0.1', port))
})

scenario('close while a connect is under way', async (t) => {
  const { client } = await startConnecting(t)
  t.log('close', await t.cb('tcp', 'close', client))
  t.log('getSockets', await t.cb('tcp', 'getSockets'))
})

scenario('the answer of a connect that is cut short by disconnect', async (t) => {
  const { client, connecting, timeline } = await startConnecting(t)
  await timeline.call('tcp', 'disconnect', client)
  await Promise.race([connecting, t.sleep(500)])
  t.log('answers', timeline)
})

scenario('the answer of a connect that is cut short by close', async (t) => {
  const { client, connecting, timeline } = await startConnecting(t)
  await timeline.call('tcp', 'close', client)
  await Promise.race([connecting, t.sleep(500)])
  t.log('answers', timeline)
})
