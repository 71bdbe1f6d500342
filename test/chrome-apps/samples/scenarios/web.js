/** Status, some headers and body of one answer. */
async function requestFile(t, port, head) {
  const { id } = await t.peer.connect({ port })
  await t.peer.send({ id, text: `${head}\r\nHost: x\r\nConnection: close\r\n\r\n` })
  const { text, ended } = await t.peer.read({ id, bytes: 100_000 })
  return [text, ended]
}

scenario('the web server: files', async (t) => {
  const { page, port } = await openSample(t, 'web')
  for (const path of ['/', '/notes.txt', '/style.css', '/dot.png', '/none.html', '/a%20b'])
    t.log(path, await requestFile(t, port, `GET ${path} HTTP/1.1`))
  t.log('HEAD', await requestFile(t, port, 'HEAD /notes.txt HTTP/1.1'))
  t.log('POST', await requestFile(t, port, 'POST /notes.txt HTTP/1.1'))
  t.log('shown', readLines(page))
})

scenario('the web server: several requests by one connection', async (t) => {
  const { page, port } = await openSample(t, 'web')
  const { id } = await t.peer.connect({ port })
  for (const path of ['/notes.txt', '/style.css'])
    await t.peer.send({ id, text: `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n` })
  const { text } = await t.peer.read({ id, bytes: 96 + 95 + 10 + 21 })
  t.log('answers', text)
  await t.peer.end({ id })
  await t.until(() => readLines(page).includes('left, -100'))
  t.log('shown', readLines(page))
})

scenario('the web server: Chrome itself asks', async (t) => {
  const { page, port } = await openSample(t, 'web')
  const getOpaque = (path) => t.promise(() => fetch(`http://127.0.0.1:${port}${path}`, { mode: 'no-cors' }))
  for (const path of ['/', '/none']) {
    const { resolved, rejected } = await getOpaque(path)
    t.log(path, rejected ?? [resolved.type, resolved.status])
  }
  t.log(
    'asked',
    readLines(page).filter((line) => line.startsWith('GET')),
  )
})
