scenario('errors are told in the page that asked', async (t) => {
  const main = await t.open('window.html', { id: 'old' })
  const there = t.of(main.contentWindow)
  t.log('there', await there.cb('socket.connect', unknownId, '127.0.0.1', 80))
  t.log('here', chrome.runtime.lastError)
})

scenario('a socket outlives the window that made it', async (t) => {
  const server = await t.peer.listen()
  const main = await t.open('window.html', { id: 'outlived' })
  const there = t.of(main.contentWindow)
  const { args } = await there.cb('socket.create', 'tcp')
  const [{ socketId }] = args
  t.cleanup.push(() => chrome.socket.destroy(socketId))
  await there.cb('socket.connect', socketId, '127.0.0.1', server.port)
  await t.close(main)
  t.log('write', await t.cb('socket.write', socketId, t.text('x')))
})

scenario('answers of one socket come in the order of the calls', async (t) => {
  const { id } = await connect(t, 'echo')
  const order = []
  const note = (name) => () => order.push(name)
  chrome.socket.getInfo(id, note('getInfo'))
  chrome.socket.setNoDelay(unknownId, true, () => {
    order.push(`setNoDelay ${chrome.runtime.lastError?.message}`)
  })
  chrome.socket.getInfo(id, note('getInfo again'))
  await t.until(() => order.length === 3)
  t.log(
    'order',
    order.toSorted((one, other) => (one < other ? -1 : 1)),
  )
})

scenario('an unread error is on the console', async (t) => {
  chrome.socket.connect(unknownId, '127.0.0.1', 80, () => {})
  chrome.socket.disconnect(unknownId)
  await t.sleep(100)
})
