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

scenario('a frame of a window: whose it is, its messages and its errors', async (t) => {
  const w = await t.open('window.html', { id: 'framed' })
  const page = w.contentWindow
  await t.watched(page)
  const frame = Object.assign(page.document.createElement('iframe'), { src: 'plain.html' })
  const isLoaded = new Promise((resolve) => frame.addEventListener('load', resolve))
  page.document.body.append(frame)
  await isLoaded
  const { app, runtime, storage } = frame.contentWindow.chrome
  t.log('windows', app.window.current(), app.window.getAll().length, app.window.get('framed') === w)
  t.log('background page', (await runtime.getBackgroundPage()) === window)
  const here = t.on('runtime.onMessage')
  const there = t.of(page).on('runtime.onMessage')
  runtime.sendMessage('from the frame')
  await here.wait(1)
  await there.wait(1)
  t.log('heard', here[0].slice(0, 2), there[0].slice(0, 2))
  runtime.onMessage.addListener((...[, , sendResponse]) => void sendResponse('of the frame'))
  t.log('answer', await t.cb('runtime.sendMessage', 'to the frame'))
  await new Promise((resolve) => {
    storage.local.set({ a: new ArrayBuffer(1) }, () => {
      t.log('lastError', chrome.runtime.lastError, page.chrome.runtime.lastError, runtime.lastError.message)
      resolve()
    })
  })
})
