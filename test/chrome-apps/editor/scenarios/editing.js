const shows = (t) => t.until(() => record.some((line) => line.startsWith('shows ')))

const findPage = () => chrome.app.window.get('editor').contentWindow.document

const readFile = (entry) =>
  new Promise((resolve, reject) => entry.file((file) => resolve(file.text()), reject))

/** Has the editor save a text. */
async function save(t, text) {
  record.length = 0
  const page = findPage()
  page.getElementById('text').value = text
  page.getElementById('save').click()
  await t.until(() => record.length > 0)
  t.log('saves', record)
}

/** Opens the window anew, which restores what was open last. */
async function reopen(t) {
  await t.close(chrome.app.window.get('editor'))
  self.given = null
  record.length = 0
  await t.open('editor.html', { id: 'editor' })
  await t.until(() => record.length > 0)
  t.log('reopens', record, findPage().getElementById('text').value)
}

scenario('the file that the app was launched with is shown, saved, restored, and removed', async (t) => {
  await shows(t)
  const entry = self.given
  t.log('launched', record, self.launched)
  t.log('text', findPage().getElementById('text').value)
  const path = findPage().getElementById('path').textContent
  t.log('path', path.split('/').at(-1), path.startsWith('/'))
  t.log('may write', await t.cb('fileSystem.isWritableEntry', entry))
  for (const text of [
    'Dear reader',
    '',
    'Dear reader, now it is longer than it was before',
    'é\r\n\u{1f600}',
  ]) {
    await save(t, text)
    t.log('file', await readFile(entry))
  }
  await reopen(t)
  t.log('remove', await new Promise((resolve, reject) => entry.remove(resolve, reject)))
  await save(t, 'more')
  t.log('read', await readFile(entry).catch(({ name }) => name))
  await reopen(t)
})
