// Data and ends of clients that read while nobody listens to onReceive or onReceiveError.

scenario('data that comes while nobody listens to onReceive', async (t) => {
  const { client, peer } = await t.accept()
  await t.cb('tcp', 'setPaused', client, false)
  await t.peer.send({ id: peer.id, text: 'early ' })
  await t.sleep(150)
  const received = t.on('tcp.onReceive')
  const text = () => received.map(([event]) => t.str(event.data)).join('')
  await t.peer.send({ id: peer.id, text: 'late' })
  await received.until(() => text().includes('late'))
  t.log('text', text())
})

scenario('an end that comes while nobody listens at all', async (t) => {
  const { client, peer } = await t.accept()
  await t.cb('tcp', 'setPaused', client, false)
  await t.peer.end({ id: peer.id })
  await t.sleep(150)
  const seen = t.record('tcp.onReceive', 'tcp.onReceiveError')
  await seen.wait(1, 200)
  t.log('seen', seen)
  const { connected, paused } = await t.info('tcp', client)
  t.log('getInfo', { connected, paused })
})

scenario('data and end that come while somebody listens to onReceiveError only', async (t) => {
  const { client, peer } = await t.accept()
  const seen = t.record('tcp.onReceiveError')
  await t.cb('tcp', 'setPaused', client, false)
  await t.peer.send({ id: peer.id, text: 'unheard' })
  await t.peer.end({ id: peer.id })
  await seen.wait(1, 300)
  t.log('seen', seen)
})
