scenario('the page of a window', async (t) => {
  const { contentWindow: page } = await t.open('window.html', { id: 'page' })
  t.log(
    'document',
    page.document.title,
    page.document.compatMode,
    page.document.characterSet,
    page.document.contentType,
  )
  t.log('window', page.name, page.length, page.closed, page.isSecureContext, page.crossOriginIsolated)
  t.log('history', page.history.length)
  t.log(
    'node',
    ['require', 'process', 'module', 'Buffer', 'global', '__dirname'].filter((name) => name in page),
  )
  t.log('user agent', /Electron/.test(page.navigator.userAgent))
  t.log('permissions', page.Notification.permission)
})

scenario('a page that has no script', async (t) => {
  const { args } = await t.cb('app.window.create', 'plain.html', { id: 'plain' })
  const { contentWindow: page } = args[0]
  await t.until(() => page.document.readyState === 'complete')
  t.log('title', page.document.title, page.document.compatMode)
  t.log('chrome', Object.keys(page.chrome).join() === Object.keys(chrome).join())
})

scenario('the opener can be taken away', async (t) => {
  const { contentWindow: page } = await t.open('window.html', { id: 'opener' })
  page.opener = null
  t.log('opener', page.opener)
  t.log(
    'storage',
    await t
      .of(page)
      .cb('runtime.getPlatformInfo')
      .then(({ lastError }) => lastError),
  )
  t.log('background page', (await page.chrome.runtime.getBackgroundPage()) === window)
})

scenario('the global window.open', async (t) => {
  t.log(
    'own page',
    t.raw(() => window.open('window.html')),
  )
  const { contentWindow: page } = await t.open('window.html', { id: 'opens' })
  t.log(
    'own page, from a window',
    t.raw(() => page.open('window.html')),
  )
  await t.sleep(100)
  t.log('windows', chrome.app.window.getAll().length)
})

scenario('the window of the background page', (t) => {
  const { innerWidth, innerHeight, screenX, screenY } = window
  t.log('sizes', { innerWidth, innerHeight, screenX, screenY })
  const { clientWidth, clientHeight } = document.documentElement
  t.log('document', { clientWidth, clientHeight })
  t.log('visible', document.visibilityState, document.hidden, document.hasFocus())
  t.log('media', matchMedia('(min-width: 1px)').matches, matchMedia('(width: 0)').matches)
})

scenario('the window of the background page, from outside', (t) => {
  const { outerWidth, outerHeight } = window
  t.log('sizes', { outerWidth, outerHeight })
})

scenario('frames of the background page', async (t) => {
  const frame = new Promise((resolve) => {
    requestAnimationFrame(() => resolve(true))
  })
  t.log('frame', await Promise.race([frame, t.sleep(1000).then(() => false)]))
})
