const ways = {
  'AppWindow.close': (created) => created.close(),
  'contentWindow.close': ({ contentWindow }) => contentWindow.close(),
  'by itself': ({ contentWindow }, t) => t.run(contentWindow, 'closes itself'),
  'current().close': ({ contentWindow }) => contentWindow.chrome.app.window.current().close(),
}

for (const [label, close] of Object.entries(ways))
  scenario(`closing: ${label}`, async (t) => {
    const created = await t.open('window.html', { id: 'end' })
    const { contentWindow } = created
    await t.run(created, 'hears its end')
    const closed = t.on(created.onClosed)
    void close(created, t)
    t.log('closed at once', contentWindow.closed, chrome.app.window.getAll().length, closed.length)
    await closed.wait(1)
    t.log('onClosed', closed[0].length)
    await t.until(() => chrome.app.window.getAll().length === 0)
    t.log('gone', contentWindow.closed, chrome.app.window.get('end'))
    await t.sleep(50)
    t.cleanup.length = 0
  })

scenario('closing: what is still there in onClosed', async (t) => {
  const created = await t.open('window.html', { id: 'last' })
  const { contentWindow } = created
  await new Promise((resolve) => {
    created.onClosed.addListener(() => {
      t.log('getAll', chrome.app.window.getAll().length, chrome.app.window.get('last') === created)
      t.log(
        'window',
        contentWindow.closed,
        contentWindow.document?.title,
        created.contentWindow === contentWindow,
      )
      t.log(
        'current',
        t.raw(() => contentWindow.chrome.app.window.current() === created),
      )
      t.log('id', created.id)
      resolve()
    })
    created.close()
  })
})

scenario('closing: what is left afterwards', async (t) => {
  const created = await t.open('window.html', { id: 'after' })
  const { contentWindow, innerBounds } = created
  const { chrome: kept } = contentWindow
  await t.close(created)
  await t.sleep(50)
  t.log('contentWindow', contentWindow.closed, created.contentWindow === contentWindow)
  t.log(
    'id',
    t.raw(() => created.id),
  )
  for (const method of ['getBounds', 'isMaximized', 'close', 'show', 'focus'])
    t.log(
      method,
      t.raw(() => created[method]()),
    )
  t.log(
    'innerBounds',
    t.raw(() => innerBounds.width),
  )
  t.log(
    'chrome',
    t.raw(() => ['app', 'i18n', 'runtime', 'storage'].map((name) => typeof kept[name])),
  )
  t.log(
    'runtime.getURL',
    t.raw(() => kept.runtime.getURL('x')),
  )
  t.log(
    'runtime.id',
    t.raw(() => kept.runtime?.id),
  )
})

scenario('closing: twice', async (t) => {
  const created = await t.open('window.html', { id: 'twice' })
  const closed = t.on(created.onClosed)
  t.log(
    'first',
    t.raw(() => created.close()),
  )
  t.log(
    'second',
    t.raw(() => created.close()),
  )
  await closed.wait(1)
  await t.sleep(50)
  t.log('events', closed.length)
  t.cleanup.length = 0
})

scenario('closing: the window that made another one', async (t) => {
  const one = await t.open('window.html', { id: 'one' })
  await t.run(one, 'opens another', 'window.html')
  await t.until(() => chrome.app.window.getAll().length === 2)
  await t.logged('window', 'load')
  await t.close(one)
  t.log(
    'left',
    chrome.app.window.getAll().map(({ contentWindow }) => contentWindow.document.title),
  )
})

scenario('closing: listeners in both pages', async (t) => {
  const created = await t.open('window.html', { id: 'both' })
  await t.run(created, 'hears its end')
  let heard = false
  created.onClosed.addListener(() => {
    heard = true
  })
  await t.close(created)
  await t.logged('both', 'pagehide')
  t.log('heard', heard)
})

scenario('closing: a listener that throws', async (t) => {
  const created = await t.open('window.html', { id: 'throws' })
  created.onClosed.addListener(() => {
    throw new Error('boom')
  })
  await t.close(created)
  t.log('gone', chrome.app.window.getAll().length)
})

scenario('closing: storage in onClosed', async (t) => {
  const created = await t.open('window.html', { id: 'stores' })
  await new Promise((resolve) => {
    created.onClosed.addListener(async () => {
      t.log('getPlatformInfo', (await t.cb('runtime.getPlatformInfo')).lastError)
      resolve()
    })
    created.close()
  })
})

const endings = {
  'by itself': ({ contentWindow }) => contentWindow.close(),
  'by its AppWindow': (asking) => asking.close(),
}

for (const [label, end] of Object.entries(endings))
  scenario(`closing: a page that has asked for a window, ${label}`, async (t) => {
    const asking = await t.open('window.html', { id: 'asks' })
    asking.contentWindow.chrome.app.window.create('window.html', { id: `asked for, ${label}` })
    end(asking)
    await t.until(() => chrome.app.window.get('asks') === null)
    // What was asked for before this one would be there before it.
    await t.open('window.html', { id: 'asked for later' })
    t.log(
      'windows',
      chrome.app.window.getAll().map(({ id }) => id),
    )
  })
