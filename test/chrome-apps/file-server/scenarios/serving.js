/** The whole answer to one request. */
async function get(t, path, method = 'GET') {
  const { id } = await t.peer.connect({ port: self.port })
  await t.peer.send({ id, text: `${method} ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n` })
  for (let answer = ''; ;) {
    answer += (await t.peer.read({ id, bytes: 1 })).text
    const [, length] = /Content-Length: (\d+)\r\n\r\n/.exec(answer) ?? []
    if (length !== undefined && answer.length === answer.indexOf('\r\n\r\n') + 4 + Number(length))
      return answer
  }
}

const isServing = (t) =>
  t.until(() => record.includes('listens') && record.some((line) => line.startsWith('serves ')))

scenario('a folder that the app was launched with is served', async (t) => {
  await isServing(t)
  t.log('record', record.toSorted())
  for (const path of [
    '/page.html',
    '/inner/a%20b%20%C3%A9.txt',
    '/inner/../page.html',
    '/./page.html',
    '/inner/empty.txt',
  ])
    t.log(path, await get(t, path))
})

scenario('what is not there, no file, or outside of the folder is not served', async (t) => {
  await isServing(t)
  for (const path of [
    '/',
    '/missing.html',
    '/PAGE.html',
    '/inner',
    '/inner/',
    '/page.html/',
    '/page.html/more',
    '/missing/page.html',
    '/../manifest.json',
    '/%2e%2e/manifest.json',
    '/inner/../../manifest.json',
    '//page.html',
    '/inner//empty.txt',
    '/inner%2fempty.txt',
    '/a%5cb',
    `/${'x'.repeat(300)}`,
  ])
    t.log(path.slice(0, 50), (await get(t, path)).split('\r\n')[0])
})

scenario('the folder may be read, and be restored', async (t) => {
  await isServing(t)
  const { fileSystem } = chrome
  t.log('may write', await t.cb('fileSystem.isWritableEntry', folder))
  t.log('writable', await t.cb('fileSystem.getWritableEntry', folder))
  const id = fileSystem.retainEntry(folder)
  t.log('restorable', await t.cb('fileSystem.isRestorable', id))
  const order = []
  fileSystem.isRestorable(id, (isRestorable) => order.push(isRestorable))
  fileSystem.restoreEntry(id, (entry) => order.push(entry === folder))
  t.log('what is known is told at once', order)
})

scenario('many requests at one time', async (t) => {
  await isServing(t)
  const answers = await Promise.all(Array.from({ length: 20 }, () => get(t, '/page.html')))
  t.log('answers', new Set(answers).size, answers[0])
  t.log('again', await get(t, '/page.html', 'POST'))
})

scenario('a name with NUL ends there', async (t) => {
  await isServing(t)
  t.log('answer', await get(t, '/page.html%00'))
})
