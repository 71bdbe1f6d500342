// A send whose bytes wait because the peer does not read, and then the end of the connection.

const size = 20 * 1024 * 1024

/**
 * A send that is under way.
 * @param {import('../runtime/scenario.ts').Scenario} t
 */
async function startSending(t) {
  const server = await t.peer.listen()
  const client = await t.create('tcp')
  await t.cb('tcp', 'connect', client, '127.0.0.1', server.port)
  const { ids } = await t.peer.accepted({ id: server.id })
  await t.peer.pauseReading({ id: ids[0] })
  const timeline = t.record('tcp.onReceiveError')
  const sending = timeline.call('tcp', 'send', client, new ArrayBuffer(size))
  await t.cb('tcp', 'getInfo', client)
  return { client, peer: ids[0], sending, timeline }
}

scenario('the peer resets the connection while a send is under way', async (t) => {
  const { client, peer, sending, timeline } = await startSending(t)
  await t.peer.reset({ id: peer })
  await timeline.until(() => timeline.count('tcp.onReceiveError') > 0)
  await Promise.race([sending, t.sleep(500)])
  t.log('seen', timeline)
  t.log('send again', await t.cb('tcp', 'send', client, t.text('late')))
})

scenario('the peer ends the connection while sends are under way', async (t) => {
  const { client, peer, sending, timeline } = await startSending(t)
  const next = timeline.call('tcp', 'send', client, t.text('next'))
  await t.cb('tcp', 'getInfo', client)
  await t.peer.end({ id: peer })
  await timeline.until(() => timeline.count('tcp.onReceiveError') > 0)
  const late = timeline.call('tcp', 'send', client, t.text('late'))
  await Promise.race([late, t.sleep(500)])
  await t.peer.resumeReading({ id: peer })
  const { bytes } = await t.peer.read({ id: peer, bytes: size + 4, ms: 5000 })
  t.log('all of it came', bytes === size + 4)
  await Promise.race([Promise.all([sending, next]), t.sleep(500)])
  t.log('seen', timeline)
})

scenario('disconnect while a send is under way', async (t) => {
  const { client, peer, sending, timeline } = await startSending(t)
  await timeline.call('tcp', 'disconnect', client)
  await timeline.wait(2)
  await t.peer.resumeReading({ id: peer })
  const { bytes } = await t.peer.read({ id: peer, bytes: size, ms: 5000 })
  t.log('all of it came', bytes === size)
  await Promise.race([sending, t.sleep(500)])
  t.log('seen', timeline)
})

scenario('close while a send is under way', async (t) => {
  const { client, peer, sending, timeline } = await startSending(t)
  await timeline.call('tcp', 'close', client)
  await timeline.wait(2)
  await t.peer.resumeReading({ id: peer })
  const { bytes } = await t.peer.read({ id: peer, bytes: size, ms: 5000 })
  t.log('all of it came', bytes === size)
  await Promise.race([sending, t.sleep(500)])
  t.log('seen', timeline)
})

scenario(
  'an empty buffer is sent while a send is under way',
  async (t) => {
    const { client, peer, sending, timeline } = await startSending(t)
    const nothing = timeline.call('tcp', 'send', client, new ArrayBuffer(0))
    await t.cb('tcp', 'getInfo', client)
    await t.peer.resumeReading({ id: peer })
    await Promise.all([sending, nothing])
    t.log('seen', timeline)
  },
  { only: 'electron' },
)
