/** Opens the window of a server, presses its button, and waits until it listens. */
globalThis.openSample = async function openSample(t, name) {
  const { contentWindow: page } = await t.open(`${name}.html`, { id: name })
  page.document.querySelector('#start').click()
  await t.until(() => readLines(page).length === 1)
  t.cleanup.push(() => page.server.stop())
  return { page, port: page.server.port }
}

async function joinServer(t, port) {
  const { id } = await t.peer.connect({ port })
  const say = (text) => t.peer.send({ id, text })
  const read = (text) => t.peer.read({ id, bytes: text.length })
  const talk = async (text, expected) => {
    await say(text)
    t.log(text, (await read(expected)).text)
  }
  return { id, read, say, talk }
}

scenario('the command server: one client', async (t) => {
  const { page, port } = await openSample(t, 'command')
  const client = await joinServer(t, port)
  t.log('greeting', (await client.read('welcome\r\n')).text)
  await client.talk('echo hello world\r\n', 'hello world\r\n')
  await client.talk('help\r\n', 'help echo upper clients title quit\r\n')
  await client.talk('upper letters\r\n', 'LETTERS\r\n')
  await client.talk('title Of a client\r\n', 'the title is Of a client\r\n')
  t.log('title', page.document.title)
  await client.talk('what\r\n', 'unknown command what\r\n')
  await t.until(() => readLines(page).length === 12)
  t.log('shown', readLines(page))
})

scenario('the command server: lines in pieces, and several at once', async (t) => {
  const { page, port } = await openSample(t, 'command')
  const client = await joinServer(t, port)
  await client.read('welcome\r\n')
  for (const piece of ['ec', 'ho on', 'e', '\r', '\necho two\r\nech']) await client.say(piece)
  const answers = 'one\r\ntwo\r\n'
  t.log('answers', (await client.read(answers)).text)
  await client.talk('o three\r\n', 'three\r\n')
  await t.until(() => readLines(page).length === 8)
  t.log('shown', readLines(page))
})

scenario('the command server: clients come and go', async (t) => {
  const { page, port } = await openSample(t, 'command')
  const clients = []
  for (const _ of [1, 2, 3]) {
    const client = await joinServer(t, port)
    await client.read('welcome\r\n')
    clients.push(client)
  }
  await clients[0].talk('clients\r\n', '3\r\n')
  await clients[1].talk('quit\r\n', 'bye\r\n')
  t.log('ended', await t.peer.state({ id: clients[1].id }))
  await clients[0].talk('clients\r\n', '2\r\n')
  await t.peer.end({ id: clients[2].id })
  await t.until(() => readLines(page).includes('a client has left, -100'))
  await clients[0].talk('clients\r\n', '1\r\n')
  page.document.querySelector('#stop').click()
  t.log('the last one', await t.peer.state({ id: clients[0].id, ms: 2000 }))
  await t.until(() => readLines(page).at(-1) === 'stopped')
  t.log('refused', await t.peer.connect({ port }))
  t.log('sockets', (await chrome.sockets.tcp.getSockets()).length)
})

scenario('the command server: started again on its port', async (t) => {
  const { page, port } = await openSample(t, 'command')
  page.document.querySelector('#stop').click()
  await t.until(() => readLines(page).includes('stopped'))
  const { socketId } = await chrome.sockets.tcpServer.create({})
  t.log('listen', await t.cb('sockets.tcpServer.listen', socketId, '127.0.0.1', port))
  await chrome.sockets.tcpServer.close(socketId)
})
