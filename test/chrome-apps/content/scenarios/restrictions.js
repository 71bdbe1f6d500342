/** Where page script is taken something away: what it finds in the background page, a window and a frame of it. */
async function openPages(t) {
  const { contentWindow: page } = await t.open('window.html', { id: 'restricted' })
  await t.watched(page)
  const frame = page.document.createElement('iframe')
  frame.src = 'frame.html'
  page.document.body.append(frame)
  await t.logged('frame', 'parent')
  // Chrome takes away what a document has when the document is there.
  await t.until(() => frame.contentDocument.readyState === 'complete')
  return { background: window, window: page, frame: frame.contentWindow }
}

const looks = {
  dialogs: (page) =>
    ['alert', 'confirm', 'prompt', 'find'].map((name) => [name, typeof page[name], page[name]('x')]),
  'document, open to close': ({ document }) =>
    ['open', 'clear', 'close'].map((name) => [name, typeof document[name], document[name]()]),
  'document, writing': ({ document }, t) =>
    ['write', 'writeln'].map((name) => [name, t.raw(() => document[name]('x'))]),
  history: ({ history }) => [
    Object.keys(history),
    ...['back', 'forward', 'go', 'length', 'pushState', 'replaceState', 'state'].map((name) => history[name]),
  ],
  bars: (page) =>
    ['locationbar', 'menubar', 'personalbar', 'scrollbars', 'statusbar', 'toolbar'].map((name) => [
      name in page,
      page[name],
    ]),
  'document, old colours': ({ document }) =>
    ['all', 'bgColor', 'fgColor', 'linkColor', 'alinkColor', 'vlinkColor'].map((name) => [
      name in document,
      document[name],
    ]),
  'what ends a page': (page) => {
    for (const name of ['onbeforeunload', 'onunload']) page[name] = () => {}
    for (const type of ['beforeunload', 'unload']) page.addEventListener(type, () => {})
    return ['onbeforeunload', 'onunload'].map((name) => page[name])
  },
  'local storage': (page) => [typeof page.localStorage, 'localStorage' in page],
}

for (const [name, look] of Object.entries(looks))
  scenario(`restrictions: ${name}`, async (t) => {
    for (const [where, page] of Object.entries(await openPages(t)))
      t.log(
        where,
        t.raw(() => look(page, t)),
      )
    // The console of a page may come later than its window's scenario.
    await t.sleep(30)
  })

scenario('restrictions: what is written over is the page’s own', async (t) => {
  const { window: page } = await openPages(t)
  page.localStorage = 5
  page.toolbar = 'mine'
  page.document.bgColor = 'red'
  t.log('now', page.localStorage, page.toolbar, page.document.bgColor)
  page.alert = () => 'mine'
  t.log('alert', page.alert())
})

scenario('restrictions: synchronous requests', async (t) => {
  for (const [where, page] of Object.entries(await openPages(t))) {
    const request = new page.XMLHttpRequest()
    const open = (...args) => t.raw(() => request.open('GET', 'data.json', ...args))
    t.log(where, open(false), open(0), open(undefined), open(true), open())
  }
})

scenario('restrictions: the style sheet of apps', async (t) => {
  const { contentWindow: page } = await t.open('window.html', { id: 'styled' })
  const names = ['html', 'body', 'img', 'a', 'input', 'textarea', 'p', 'button']
  const seen = ['userSelect', 'cursor', 'overflowX', 'overflowY', 'webkitUserDrag', 'fontFamily', 'fontSize']
  for (const name of names) {
    const found = page.document.querySelector(name) ?? page.document.createElement(name)
    if (!found.isConnected) page.document.body.append(found)
    const style = page.getComputedStyle(found)
    t.log(
      name,
      seen.map((property) => style[property]),
    )
  }
})

scenario('restrictions: what of a list is selected by the mouse', async (t) => {
  const { contentWindow: page } = await t.open('window.html', { id: 'lists' })
  const [list, option] = ['select', 'option'].map((name) => page.document.createElement(name))
  page.document.body.append(list)
  list.append(option)
  for (const element of [list, option]) t.log(element.localName, page.getComputedStyle(element).userSelect)
})

scenario('the pointer is locked without a gesture', async (t) => {
  const { contentWindow: page } = await t.open('window.html', { id: 'pointer', focused: true })
  const refused = await page.document.body.requestPointerLock().catch(({ name }) => name)
  t.log('refused', refused)
  page.document.exitPointerLock()
})

scenario('storage that is to persist', async (t) => {
  t.log('persisted', await navigator.storage.persisted())
  t.log('persist', await navigator.storage.persist())
  const { state } = await navigator.permissions.query({ name: 'persistent-storage' })
  t.log('state', state)
})

const permissionNames = [
  'accelerometer',
  'background-fetch',
  'background-sync',
  'camera',
  'clipboard-read',
  'clipboard-write',
  'display-capture',
  'geolocation',
  'gyroscope',
  'idle-detection',
  'keyboard-lock',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'notifications',
  'payment-handler',
  'periodic-background-sync',
  'pointer-lock',
  'screen-wake-lock',
  'storage-access',
  'window-management',
  'push',
]

scenario('restrictions: what the browser says of permissions', async (t) => {
  for (const [where, page] of Object.entries(await openPages(t)))
    for (const name of permissionNames) {
      const status = await page.navigator.permissions.query({ name, userVisibleOnly: true })
      t.log(where, name, status instanceof page.PermissionStatus, status.state, status.name)
    }
})

scenario('restrictions: databases of old', async (t) => {
  for (const [where, page] of Object.entries(await openPages(t)))
    t.log(where, typeof page.openDatabase, 'openDatabase' in page)
})

scenario('restrictions: the place of the user', async (t) => {
  const found = await new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(resolve, resolve)
  })
  t.log('found', found.code, found.message)
  await t.sleep(50)
})

scenario('restrictions: a webview that comes as markup', async (t) => {
  const { contentWindow: page } = await t.open('window.html', { id: 'markup' })
  page.document.body.innerHTML = '<webview></webview>'
  const view = page.document.body.firstChild
  t.log('class', view.constructor.name, String(view), view instanceof page.HTMLElement, typeof page.WebView)
})

const ownKeys = (page) => [
  ...Object.getOwnPropertyNames(page),
  ...Object.getOwnPropertySymbols(page).map(String),
]

scenario('restrictions: what the host adds to a page', async (t) => {
  for (const [where, page] of Object.entries(await openPages(t)))
    t.log(
      where,
      ownKeys(page).filter((key) => /electron/i.test(key)),
      Object.keys(page).filter((key) => /electron/i.test(key)),
    )
})

/** How a function is called, of a method or of an accessor. */
function nameFunctions(target, key) {
  const descriptor = Object.getOwnPropertyDescriptor(target, key)
  return ['value', 'get', 'set'].map((kind) => {
    const found = descriptor[kind]
    return found && [found.name, found.length]
  })
}

scenario('restrictions: what is disabled has no name', async (t) => {
  for (const [where, page] of Object.entries(await openPages(t))) {
    const { Document, Navigator, document, history } = page
    const names = [
      'alert',
      'confirm',
      'prompt',
      'find',
      'localStorage',
      'toolbar',
      'onunload',
      'onbeforeunload',
    ]
    for (const name of names) t.log(where, name, nameFunctions(page, name))
    for (const name of ['open', 'write', 'writeln', 'close', 'clear'])
      t.log(where, name, nameFunctions(Document.prototype, name))
    for (const name of ['all', 'bgColor']) t.log(where, name, nameFunctions(document, name))
    for (const name of ['back', 'length']) t.log(where, name, nameFunctions(history, name))
    t.log(where, 'cookieEnabled', nameFunctions(Navigator.prototype, 'cookieEnabled'))
  }
})
