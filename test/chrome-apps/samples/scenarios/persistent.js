async function askPersistent(t, port, text) {
  const { id } = await t.peer.connect({ port })
  await t.peer.send({ id, text })
  return t.peer.read({ id, bytes: 6 + text.length })
}

async function startPersistent(t) {
  const { persistent } = globalThis
  t.log('listen', await persistent.start({ persistent: true, name: 'kept' }))
  t.cleanup.push(() => persistent.stop())
  return persistent
}

scenario('a persistent server: without a window, beside one, and after it', async (t) => {
  const { id, port } = await startPersistent(t)
  t.log('without', (await askPersistent(t, port, 'one')).text)
  const w = await t.open('command.html', {})
  t.log('beside', (await askPersistent(t, port, 'two')).text)
  await t.close(w)
  t.log('after', (await askPersistent(t, port, 'three')).text)
  const { persistent, name, localAddress, paused } = await chrome.sockets.tcpServer.getInfo(id)
  t.log('info', persistent, name, localAddress, paused)
})

scenario('a persistent server: every page sees its sockets', async (t) => {
  const { id } = await startPersistent(t)
  const { contentWindow: page } = await t.open('command.html', {})
  const { args } = await t.of(page).cb('sockets.tcpServer.getSockets')
  t.log(
    'there',
    args[0].map(({ name, persistent, socketId }) => [name, persistent, socketId === id]),
  )
  t.log('paused there', await t.of(page).cb('sockets.tcpServer.setPaused', id, true))
  t.log('paused', (await chrome.sockets.tcpServer.getInfo(id)).paused)
})

scenario('sockets that a window has made outlive it', async (t) => {
  const w = await t.open('command.html', {})
  const { tcpServer } = w.contentWindow.chrome.sockets
  const [kept, plain] = [await tcpServer.create({ persistent: true }), await tcpServer.create({})]
  await t.close(w)
  await t.sleep(100)
  const sockets = await chrome.sockets.tcpServer.getSockets()
  const has = ({ socketId }) => sockets.some((socket) => socket.socketId === socketId)
  t.log('there', has(kept), has(plain))
  for (const { socketId } of [kept, plain]) await chrome.sockets.tcpServer.close(socketId)
})

part('makes servers', async (t) => {
  for (const persistent of [true, false]) {
    const { socketId } = await chrome.sockets.tcpServer.create({ persistent, name: String(persistent) })
    t.log('listen', await t.cb('sockets.tcpServer.listen', socketId, '127.0.0.1', 0))
  }
})

part('lists servers', async (t) => {
  const sockets = await chrome.sockets.tcpServer.getSockets()
  t.log('servers', sockets.map(({ name }) => name).toSorted())
})

/** When this part has been answered. */
part('reloads', () => void setTimeout(() => chrome.runtime.reload(), 200))
