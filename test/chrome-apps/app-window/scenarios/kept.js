/** What of a page's `chrome` is left to who has kept it, when the page has gone. */
function logKept(t, kept, { runtime, storage }) {
  const { local } = storage
  t.log(
    'namespaces',
    ['alarms', 'i18n', 'runtime', 'storage'].map((name) => typeof kept[name]),
  )
  t.log('same', kept.runtime === runtime, kept.storage === storage)
  t.log('id', runtime.id, runtime.dynamicId, runtime.lastError)
  t.log('times', typeof kept.loadTimes, typeof kept.csi)
  const calls = {
    getURL: () => runtime.getURL('x'),
    getManifest: () => runtime.getManifest(),
    sendMessage: () => runtime.sendMessage(1),
    connect: () => runtime.connect(),
    get: () => local.get('a', () => {}),
    'get, promised': () => local.get('a'),
    onChanged: () => local.onChanged,
    addListener: () => runtime.onMessage.addListener(() => {}),
    hasListeners: () => runtime.onMessage.hasListeners(),
    'getURL, wrong': () => runtime.getURL(5),
    'get, wrong': () => local.get(5, () => {}),
  }
  for (const [label, call] of Object.entries(calls)) t.log(label, t.raw(call))
}

/** Reads these two, and what is to be called of them. */
function readSome({ runtime, storage }) {
  for (const key of ['getURL', 'getManifest', 'sendMessage', 'connect', 'onMessage']) void runtime[key]
  void storage.local.get
  return { runtime, storage }
}

scenario('kept: what a window has read before it closed', async (t) => {
  const created = await t.open('window.html', { id: 'read' })
  const { chrome: kept } = created.contentWindow
  const found = readSome(kept)
  await t.close(created)
  await t.sleep(50)
  logKept(t, kept, found)
  t.log(
    'app',
    typeof kept.app,
    t.raw(() => kept.app.window.current()),
    t.raw(() => kept.app.window.create('window.html')),
  )
})

scenario('kept: what has been written over, and what is frozen', async (t) => {
  const created = await t.open('window.html', { id: 'written' })
  const { chrome: kept } = created.contentWindow
  kept.storage = 'mine'
  const heir = Object.create(kept)
  heir.i18n = 'of the heir'
  t.log('heir', heir.i18n, typeof kept.i18n, Object.keys(heir))
  Object.freeze(kept.runtime)
  kept.runtime.id = 'x'
  t.log('id', kept.runtime.id === chrome.runtime.id)
  await t.close(created)
  await t.sleep(50)
  t.log('storage', kept.storage)
})

scenario('kept: what a frame has read before it was removed', async (t) => {
  const frame = document.createElement('iframe')
  frame.src = 'plain.html'
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve))
  document.body.append(frame)
  await loaded
  const { chrome: kept } = frame.contentWindow
  const found = readSome(kept)
  frame.remove()
  await t.sleep(50)
  logKept(t, kept, found)
  t.log('app', typeof kept.app)
})

scenario('kept: what of a namespace has not been read', async (t) => {
  const created = await t.open('window.html', { id: 'unread' })
  const { runtime } = created.contentWindow.chrome
  await t.close(created)
  await t.sleep(50)
  for (const key of ['getURL', 'onStartup'])
    t.log(
      key,
      t.raw(() => typeof runtime[key]),
    )
})

scenario('the ids of chrome.runtime are not to be changed', (t) => {
  'use strict'
  const { runtime } = chrome
  const { id, dynamicId } = runtime
  for (const key of ['id', 'dynamicId']) runtime[key] = 'x'
  t.log('written', runtime.id === id, runtime.dynamicId === dynamicId)
  t.log('copied', { ...runtime }.id === id, JSON.parse(JSON.stringify(runtime)).id === id)
  t.log('keys', Object.keys(runtime).includes('id'))
})

scenario('the class of an event has no name', (t) => {
  const { onMessage, onConnect } = chrome.runtime
  t.log('name', onMessage.constructor.name, String(onMessage))
  t.log('one class', Object.getPrototypeOf(onMessage) === Object.getPrototypeOf(onConnect))
})
