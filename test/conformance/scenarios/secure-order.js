scenario('what is sent is answered before the answer of the peer and its end', async (t) => {
  const server = await t.peer.tlsListen({ mode: 'answer' })
  const seen = new Set()
  for (let i = 0; i < 50; i += 1) {
    const client = await t.create('tcp', {})
    await t.cb('tcp', 'setPaused', client, true)
    await t.cb('tcp', 'connect', client, 'localhost', server.port)
    await t.cb('tcp', 'secure', client)
    const timeline = t.record('tcp.onReceive', 'tcp.onReceiveError')
    await t.cb('tcp', 'setPaused', client, false)
    await Promise.all([
      timeline.call('tcp', 'send', client, t.text('question')),
      timeline.until(() => timeline.count('tcp.onReceiveError') > 0),
    ])
    seen.add(timeline.map(([label]) => label).join(', '))
    await t.cb('tcp', 'close', client)
  }
  t.log('orders', [...seen])
})
