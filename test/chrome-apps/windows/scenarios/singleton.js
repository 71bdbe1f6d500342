scenario('singleton: twice in a turn', async (t) => {
  const both = await Promise.all([
    chrome.app.window.create('window.html', { id: 'twice' }),
    chrome.app.window.create('other.html', {
      id: 'twice',
      innerBounds: { left: 1 },
      outerBounds: { left: 1 },
    }),
  ])
  t.log('the same', both[0] === both[1], both[0].contentWindow.location.pathname)
  t.log('all', chrome.app.window.getAll().length)
})

scenario('singleton: everything else is passed over', async (t) => {
  const first = await t.open('window.html', { id: 'passed over', innerBounds: start })
  const options = {
    id: 'passed over',
    frame: { color: 'red' },
    ime: true,
    innerBounds: { left: 1 },
    outerBounds: { left: 1 },
  }
  const second = await t.cb('app.window.create', 'missing.html', options)
  t.log('the same', second.args[0] === first, second.args.length, second.lastError)
  t.log('bounds', showBounds(first))
  t.log('not local', await t.cb('app.window.create', 'http://example.com/', { id: 'passed over' }))
})

scenario('singleton: false', async (t) => {
  const first = await t.open('window.html', { id: 'false' })
  const second = await t.open('window.html', { id: 'false', singleton: false })
  t.log('two', first !== second, chrome.app.window.getAll().length, chrome.app.window.get('false') === first)
})

scenario('singleton: hidden and focused count', async (t) => {
  const w = await t.open('window.html', { id: 'hidden', hidden: true })
  const ask = async (options, state) => {
    const again = await chrome.app.window.create('window.html', { id: 'hidden', ...options })
    await t.sleep(calm)
    await t.until(() => w.contentWindow.document.visibilityState === state)
    t.log(JSON.stringify(options), again === w, w.contentWindow.document.visibilityState)
  }
  await ask({}, 'visible')
  w.hide()
  await t.sleep(calm)
  await ask({ hidden: true }, 'hidden')
  await ask({ focused: false }, 'visible')
})

scenario('singleton: a window without id is another each time', async (t) => {
  const first = await t.open('window.html', { id: '' })
  const second = await t.open('other.html', { singleton: false })
  t.log('all', first !== second, chrome.app.window.getAll().length)
})

scenario('singleton: who asks', async (t) => {
  const first = await t.open('window.html', { id: 'asks' })
  const api = first.contentWindow.chrome.app.window
  const child = await api.create('other.html', { id: 'asked' })
  t.log('child', chrome.app.window.get('asked') === child, api.get('asked') === child, api.getAll().length)
  await t.close(first)
  t.log('child lives', child.contentWindow.closed, chrome.app.window.getAll().length)
})

scenario('singleton: an empty id is that of the windows without one', async (t) => {
  const first = await t.open('window.html', {})
  const asked = (await t.cb('app.window.create', 'other.html', { id: '' })).args[0]
  t.log('all', asked === first, chrome.app.window.getAll().length)
  const second = await t.open('other.html', {})
  t.log('all', second !== first, chrome.app.window.getAll().length)
})

scenario('singleton: of several windows of one id the one that was focused last', async (t) => {
  const first = await t.open('window.html', { id: 'several' })
  const second = await t.open('window.html', { id: 'several', singleton: false })
  const ask = async () => {
    const { args } = await t.cb('app.window.create', 'window.html', { id: 'several', focused: false })
    return args[0] === first ? 'first' : 'second'
  }
  for (const [name, w] of Object.entries({ second, first })) {
    w.focus()
    // The system takes its time to say so, and says it to the page first.
    while ((await ask()) !== name) await t.sleep(20)
    t.log('found', name)
  }
})
