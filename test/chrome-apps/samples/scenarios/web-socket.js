/** The browser's own WebSocket, with what it hears. */
async function openWebSocket(t, port, page = window) {
  const socket = new page.WebSocket(`ws://127.0.0.1:${port}/`)
  const heard = []
  socket.onmessage = ({ data }) => heard.push(data)
  socket.onclose = ({ code, reason, wasClean }) => heard.push(['closed', code, reason, wasClean])
  await new Promise((resolve) => {
    socket.onopen = resolve
  })
  return { socket, heard }
}

scenario('the WebSocket server: a chat', async (t) => {
  const { page, port } = await openSample(t, 'web-socket')
  const one = await openWebSocket(t, port)
  const two = await openWebSocket(t, port, page)
  one.socket.send('hello')
  await t.until(() => one.heard.length === 1 && two.heard.length === 1)
  two.socket.send('ä'.repeat(300))
  await t.until(() => one.heard.length === 2 && two.heard.length === 2)
  t.log('heard', one.heard, two.heard)
  t.log('same', one.heard[1] === 'ä'.repeat(300))
  one.socket.close(1000, 'enough')
  await t.until(() => one.heard.length === 3)
  t.log('closed', one.heard.at(-1), one.socket.readyState)
  await t.until(() => readLines(page).includes('closed, 1 left'))
  t.log('shown', readLines(page))
})

scenario('the WebSocket server: many messages at once', async (t) => {
  const { port } = await openSample(t, 'web-socket')
  const { socket, heard } = await openWebSocket(t, port)
  const texts = Array.from({ length: 50 }, (_, index) => `message ${index}`)
  for (const text of texts) socket.send(text)
  await t.until(() => heard.length === texts.length)
  t.log('in order', heard.join() === texts.join())
})

scenario('the WebSocket server: it goes', async (t) => {
  const { page, port } = await openSample(t, 'web-socket')
  const { heard } = await openWebSocket(t, port)
  page.document.querySelector('#stop').click()
  await t.until(() => heard.length === 1)
  t.log('closed', heard)
})
