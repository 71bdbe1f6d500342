/** A terminal that is connected to a peer. */
async function connectTerminal(t, host = '127.0.0.1') {
  const { contentWindow: page } = await t.open('telnet.html', { id: 'telnet' })
  const { id: server, port } = await t.peer.listen({})
  submit(page, '#connect', { host, port })
  const { ids } = await t.peer.accepted({ id: server })
  await t.until(() => readLines(page).length === 1)
  t.cleanup.push(async () => {
    for (const { socketId } of await chrome.sockets.tcp.getSockets()) await chrome.sockets.tcp.close(socketId)
  })
  return { page, id: ids[0], server, port }
}

scenario('telnet: lines both ways', async (t) => {
  const { page, id } = await connectTerminal(t)
  await t.peer.send({ id, text: 'login: ' })
  await t.until(() => readLines(page).length === 2)
  submit(page, '#say', { line: 'guest' })
  t.log('read', await t.peer.read({ id, bytes: 7 }))
  await t.until(() => readLines(page).length === 3)
  t.log('shown', readLines(page))
})

scenario('telnet: options are refused, also those that come in two pieces', async (t) => {
  const { page, id } = await connectTerminal(t)
  await t.peer.send({ id, text: '\u00ff\u00fd\u0018\u00ff\u00fb\u0001hello' })
  t.log('answers', (await t.peer.read({ id, bytes: 6 })).text)
  await t.peer.send({ id, text: 'on\u00ff\u00fd' })
  await t.until(() => readLines(page).at(-1) === 'on')
  await t.peer.send({ id, text: '\u001fward' })
  t.log('answer', (await t.peer.read({ id, bytes: 3 })).text)
  await t.until(() => readLines(page).at(-1) === 'ward')
  t.log('shown', readLines(page))
})

scenario(
  'telnet: the server ends, and is connected to again',
  async (t) => {
    const { page, id, server, port } = await connectTerminal(t)
    await t.peer.send({ id, text: 'bye' })
    await t.peer.end({ id })
    await t.until(() => readLines(page).at(-1) === 'the server has gone, -100')
    t.log('shown', readLines(page))
    submit(page, '#connect', { port })
    const { ids } = await t.peer.accepted({ id: server, n: 2 })
    await t.until(() => readLines(page).at(-1) === 'connect 0 ')
    page.document.querySelector('#disconnect').click()
    t.log('ended', await t.peer.state({ id: ids[1], ms: 2000 }))
    await t.until(() => readLines(page).at(-1) === 'connected false')
    t.log('sockets', (await chrome.sockets.tcp.getSockets()).length)
  },
  { ms: 40_000 },
)

scenario('telnet: nobody listens', async (t) => {
  const { contentWindow: page } = await t.open('telnet.html', { id: 'telnet' })
  const { port } = await t.peer.freePort()
  submit(page, '#connect', { port })
  await t.until(() => readLines(page).length === 1)
  submit(page, '#connect', { host: 'example.com', port: 23 })
  await t.until(() => readLines(page).length === 2)
  t.log('shown', readLines(page))
  t.log('sockets', (await chrome.sockets.tcp.getSockets()).length)
})
