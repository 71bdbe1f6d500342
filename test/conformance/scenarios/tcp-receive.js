/** @param {import('../runtime/waiting.ts').Arrivals<any>} received */
const sizesOf = (received) => received.map(([{ data }]) => data.byteLength)

/** @param {import('../runtime/waiting.ts').Arrivals<any>} received */
const totalOf = (received) => sizesOf(received).reduce((total, size) => total + size, 0)

/**
 * @param {import('../runtime/scenario.ts').Scenario} t
 * @param {import('../runtime/waiting.ts').Arrivals<any>} received
 */
const textOf = (t, received) => received.map(([{ data }]) => t.str(data)).join('')

/**
 * A client that is connected to a peer.
 * @param {import('../runtime/scenario.ts').Scenario} t
 */
async function openReceiver(t, { paused = false, properties = {} } = {}) {
  const server = await t.peer.listen()
  const client = await t.create('tcp', properties)
  if (paused) await t.cb('tcp', 'setPaused', client, true)
  await t.cb('tcp', 'connect', client, '127.0.0.1', server.port)
  const { ids } = await t.peer.accepted({ id: server.id })
  return { client, peer: ids[0] }
}

scenario('an onReceive event has one argument with data and socketId', async (t) => {
  const { peer } = await openReceiver(t)
  const received = t.on('tcp.onReceive')
  await t.peer.send({ id: peer, text: 'hello' })
  await received.wait(1)
  t.log('arguments', received[0])
  t.log('kind of data', Object.prototype.toString.call(received[0][0].data))
})

scenario('every onReceive event has data of its own', async (t) => {
  const { peer } = await openReceiver(t)
  const received = t.on('tcp.onReceive')
  await t.peer.send({ id: peer, text: 'one' })
  await received.wait(1)
  await t.peer.send({ id: peer, text: 'two' })
  await received.wait(2)
  new Uint8Array(received[1][0].data).fill(0)
  t.log('first', t.str(received[0][0].data))
  t.log('same buffer', received[0][0].data === received[1][0].data)
})

scenario('what comes before a client is unpaused waits for it', async (t) => {
  const { client, peer } = await openReceiver(t, { paused: true })
  const received = t.on('tcp.onReceive')
  await t.peer.send({ id: peer, text: 'first ' })
  await t.peer.send({ id: peer, text: 'second' })
  await t.sleep(120)
  t.log('while paused', received.length)
  t.log('unpause', await t.cb('tcp', 'setPaused', client, false))
  await received.until((all) => totalOf(all) >= 12)
  t.log('text', textOf(t, received))
})

scenario('a client with a small bufferSize gets full pieces of what waits', async (t) => {
  for (const bufferSize of [1, 10, 100]) {
    const { client, peer } = await openReceiver(t, { paused: true, properties: { bufferSize } })
    const received = t.on('tcp.onReceive')
    await t.peer.send({ id: peer, bytes: 200 })
    await t.sleep(100)
    await t.cb('tcp', 'setPaused', client, false)
    await received.until((all) => totalOf(all) >= 200)
    t.log(`bufferSize ${bufferSize}`, { events: received.length, largest: Math.max(...sizesOf(received)) })
    await t.cb('tcp', 'close', client)
  }
})

scenario('no onReceive event is larger than bufferSize allows', async (t) => {
  const limits = [undefined, 0, -1, 100, 4096, 8192, 65_536, 1_000_000]
  for (const bufferSize of limits) {
    const properties = bufferSize === undefined ? {} : { bufferSize }
    const { client, peer } = await openReceiver(t, { paused: true, properties })
    const received = t.on('tcp.onReceive')
    const sending = t.peer.send({ id: peer, bytes: 100_000 })
    await t.sleep(100)
    await t.cb('tcp', 'setPaused', client, false)
    await received.until((all) => totalOf(all) >= 100_000)
    await sending
    const limit = bufferSize !== undefined && bufferSize > 0 ? bufferSize : 4096
    const within = sizesOf(received).every((size) => size > 0 && size <= limit)
    t.log(`bufferSize ${bufferSize}`, { total: totalOf(received), within })
    await t.cb('tcp', 'close', client)
  }
})

scenario('a new bufferSize counts from the read after the one under way', async (t) => {
  const { client, peer } = await openReceiver(t, { properties: { bufferSize: 10 } })
  const received = t.on('tcp.onReceive')
  t.log('update', await t.cb('tcp', 'update', client, { bufferSize: 50 }))
  await t.peer.send({ id: peer, bytes: 510 })
  await received.until((all) => totalOf(all) >= 510)
  t.log('sizes', sizesOf(received))
})

scenario('a smaller bufferSize counts from the read after the one under way', async (t) => {
  const { client, peer } = await openReceiver(t, { properties: { bufferSize: 100 } })
  const received = t.on('tcp.onReceive')
  t.log('update', await t.cb('tcp', 'update', client, { bufferSize: 20 }))
  await t.peer.send({ id: peer, bytes: 200 })
  await received.until((all) => totalOf(all) >= 200)
  t.log('sizes', sizesOf(received))
})

scenario('a client paused while reading delivers one more read and keeps the rest', async (t) => {
  const { client, peer } = await openReceiver(t)
  const received = t.on('tcp.onReceive')
  await t.peer.send({ id: peer, text: 'one ' })
  await received.wait(1)
  t.log('pause', await t.cb('tcp', 'setPaused', client, true))
  await t.peer.send({ id: peer, text: 'two ' })
  await received.wait(2)
  await t.peer.send({ id: peer, text: 'three ' })
  await t.sleep(120)
  t.log('while paused', textOf(t, received))
  t.log('info', await t.info('tcp', client))
  t.log('unpause', await t.cb('tcp', 'setPaused', client, false))
  await received.wait(3)
  await t.peer.send({ id: peer, text: 'four' })
  await received.wait(4)
  t.log('text', textOf(t, received))
})

scenario('the one read after pausing is no larger than bufferSize', async (t) => {
  const { client, peer } = await openReceiver(t, { properties: { bufferSize: 5 } })
  const received = t.on('tcp.onReceive')
  await t.cb('tcp', 'setPaused', client, true)
  await t.peer.send({ id: peer, text: 'abcdefghijkl' })
  await t.sleep(120)
  t.log('while paused', textOf(t, received))
  await t.cb('tcp', 'setPaused', client, false)
  await received.until((all) => totalOf(all) >= 12)
  t.log('sizes', sizesOf(received))
})

scenario('a client paused and unpaused at once goes on reading', async (t) => {
  const { client, peer } = await openReceiver(t)
  const received = t.on('tcp.onReceive')
  await Promise.all([t.cb('tcp', 'setPaused', client, true), t.cb('tcp', 'setPaused', client, false)])
  await t.peer.send({ id: peer, text: 'one ' })
  await received.wait(1)
  await t.peer.send({ id: peer, text: 'two' })
  await received.wait(2)
  t.log('text', textOf(t, received))
})

scenario('pausing twice is as good as once, and so is unpausing', async (t) => {
  const { client, peer } = await openReceiver(t, { paused: true })
  const received = t.on('tcp.onReceive')
  t.log('pause again', await t.cb('tcp', 'setPaused', client, true))
  await t.peer.send({ id: peer, text: 'text' })
  await t.sleep(100)
  t.log('while paused', received.length)
  t.log('unpause', await t.cb('tcp', 'setPaused', client, false))
  t.log('unpause again', await t.cb('tcp', 'setPaused', client, false))
  await received.wait(1)
  await t.sleep(100)
  t.log('text', textOf(t, received))
})

scenario('a client receives three megabytes complete and in order', async (t) => {
  const { client, peer } = await openReceiver(t, { properties: { bufferSize: 65_536 } })
  const received = t.on('tcp.onReceive')
  const megabyte = 1024 * 1024
  for (const fill of [1, 2, 3]) await t.peer.send({ id: peer, bytes: megabyte, fill })
  await received.until((all) => totalOf(all) >= 3 * megabyte, 5000)
  const bytes = new Uint8Array(await new Blob(received.map(([{ data }]) => data)).arrayBuffer())
  t.log('total', bytes.length)
  t.log(
    'order',
    [1, 2, 3].map((fill) => bytes.indexOf(fill)),
  )
  t.log(
    'ordered',
    bytes.every((byte, at) => byte === Math.floor(at / megabyte) + 1),
  )
  t.log('info', await t.info('tcp', client))
})

scenario('a paused client does not hold back another one', async (t) => {
  const held = await openReceiver(t, { paused: true })
  const free = await openReceiver(t)
  const received = t.on('tcp.onReceive')
  await t.peer.send({ id: held.peer, text: 'held' })
  await t.peer.send({ id: free.peer, text: 'free' })
  await received.wait(1)
  await t.sleep(100)
  t.log(
    'first',
    received.map(([event]) => ({ ...event, text: t.str(event.data) })),
  )
  await t.cb('tcp', 'setPaused', held.client, false)
  await received.wait(2)
  t.log('second', received[1])
})
