scenario('the same id again: wrong options throw', async (t) => {
  await t.open('window.html', { id: 'wrong' })
  t.log('zzz', t.invoke('app.window.create', 'window.html', { id: 'wrong', zzz: 1 }))
})

scenario('an id that was closed is free again', async (t) => {
  const first = await t.open('window.html', { id: 'again' })
  await t.close(first)
  const second = await t.open('window.html', { id: 'again' })
  t.log('same', first === second, chrome.app.window.get('again') === second)
})

scenario('get, getAll and current', async (t) => {
  t.log('none', chrome.app.window.getAll(), chrome.app.window.get('one'))
  const one = await t.open('window.html', { id: 'one' })
  const two = await t.open('window.html', { id: 'two' })
  t.log(
    'all',
    chrome.app.window
      .getAll()
      .map(({ id }) => id)
      .toSorted(),
  )
  t.log('a new list', chrome.app.window.getAll() === chrome.app.window.getAll())
  t.log(
    'get',
    chrome.app.window.get('one') === one,
    chrome.app.window.get('two') === two,
    chrome.app.window.get('three'),
  )
  const there = one.contentWindow.chrome.app.window
  t.log(
    'there',
    there.current() === one,
    there.get('two') === two,
    there
      .getAll()
      .map(({ id }) => id)
      .toSorted(),
  )
  t.log('lists', chrome.app.window.getAll().constructor === Array, there.getAll().constructor === Array)
  t.log('current here', chrome.app.window.current())
})
