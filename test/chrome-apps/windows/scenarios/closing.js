const pageEvents = ['pagehide']

async function openRecorded(t, options) {
  const w = await t.open('window.html', options)
  const page = w.contentWindow
  const events = []
  for (const name of pageEvents) page.addEventListener(name, () => events.push(name))
  w.onClosed.addListener((...args) => {
    const here = chrome.app.window.getAll().includes(w)
    events.push(`onClosed ${args.length}, closed ${page.closed}, among all ${here}, ${page.document.title}`)
  })
  return { w, page, events }
}

const closings = {
  'close()': ({ w }) => w.close(),
  'close() of the page': ({ page }) => page.close(),
  'close() by the page': ({ page, t }) => t.run(page, 'closes'),
}

for (const [name, close] of Object.entries(closings))
  scenario(`closing: ${name}`, async (t) => {
    const opened = await openRecorded(t, { id: `closing ${name}` })
    t.log(
      'returned',
      t.raw(() => void close({ ...opened, t })),
    )
    await t.until(() => opened.events.length === 2)
    t.log('events', opened.events)
    t.log('all', chrome.app.window.getAll().length, chrome.app.window.get(`closing ${name}`))
  })

/** Done after the listeners of the page that goes, and before timers. */
const createTask = (act) => {
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = act
  return () => port2.postMessage(0)
}

for (const [name, close] of Object.entries(closings))
  scenario(`closing: ${name}: when it goes`, async (t) => {
    const id = `going ${name}`
    const w = await t.open('window.html', { id })
    const page = w.contentWindow
    const seen = []
    const look = (moment) => {
      const { get, getAll } = chrome.app.window
      seen.push([moment, getAll().length, get(id) === w, page.top === page, typeof page.chrome.app])
    }
    const lookAfterwards = createTask(() => look('after pagehide'))
    w.onClosed.addListener(() => {
      look('onClosed')
      queueMicrotask(() => look('microtask of onClosed'))
    })
    page.addEventListener('pagehide', () => {
      look('pagehide')
      t.log('chrome', Object.values(page.chrome).includes(undefined))
      queueMicrotask(() => look('microtask of pagehide'))
      lookAfterwards()
    })
    close({ w, page, t })
    await t.until(() => seen.length === 5)
    for (const line of seen) t.log(...line)
  })

const lastWords = {
  'runtime.sendMessage': ({ runtime }) => runtime.sendMessage('last'),
  'runtime.sendMessage, a callback': ({ runtime }, heard) => runtime.sendMessage('last', heard),
  'runtime.getPlatformInfo': ({ runtime }, heard) => runtime.getPlatformInfo(heard),
  'storage.local.set': ({ storage }) => storage.local.set({ last: 1 }),
  'app.window.create': ({ app }, heard) => app.window.create('other.html', { id: 'last' }, heard),
}

for (const moment of ['onClosed', 'pagehide'])
  for (const [name, say] of Object.entries(lastWords))
    scenario(`closing: ${name} in ${moment}`, async (t) => {
      const { events, page, w } = await openRecorded(t, { id: `last words ${name} ${moment}` })
      const messages = t.on('runtime.onMessage')
      const heard = () => events.push('called back')
      const speak = () => {
        const { returned, threw } = t.raw(() => say(page.chrome, heard))
        t.log('said', Object.prototype.toString.call(returned), threw)
      }
      if (moment === 'onClosed') w.onClosed.addListener(speak)
      else page.addEventListener('pagehide', speak)
      w.close()
      await t.until(() => events.length === 2)
      await t.sleep(calm)
      t.log('events', events, messages.length, chrome.app.window.getAll().length)
      t.log('stored', await t.cb('storage.local.get', 'last'))
    })

scenario('closing: at once it is still there', async (t) => {
  const { events, page, w } = await openRecorded(t, { id: 'still there' })
  w.close()
  t.log('at once', page.closed, chrome.app.window.getAll().length, chrome.app.window.get('still there') === w)
  await t.until(() => events.length === 2)
  t.log('later', page.closed, w.contentWindow === page, chrome.app.window.getAll().length)
})

scenario('closing: what is left', async (t) => {
  const { events, page, w } = await openRecorded(t, { id: 'left', innerBounds: start })
  w.close()
  await t.until(() => events.length === 2)
  const left = {
    id: () => w.id,
    isFullscreen: () => w.isFullscreen(),
    isAlwaysOnTop: () => w.isAlwaysOnTop(),
    alphaEnabled: () => w.alphaEnabled(),
    hasFrameColor: () => w.hasFrameColor,
    getBounds: () => w.getBounds(),
    setBounds: () => w.setBounds({ left: 1 }),
    'setBounds, nothing': () => w.setBounds(),
    'innerBounds.left': () => w.innerBounds.left,
    'innerBounds.left =': () => void (w.innerBounds.left = 5),
    'outerBounds.maxWidth =': () => void (w.outerBounds.maxWidth = 5),
    setSize: () => w.innerBounds.setSize(1, 1),
    setMinimumSize: () => w.innerBounds.setMinimumSize(1, 1),
    show: () => w.show(),
    hide: () => w.hide(),
    fullscreen: () => w.fullscreen(),
    drawAttention: () => w.drawAttention(),
    setAlwaysOnTop: () => w.setAlwaysOnTop(true),
    close: () => w.close(),
    moveTo: () => w.moveTo(1, 1),
    'onClosed.addListener': () => w.onClosed.addListener(() => {}),
    document: () => String(w.contentWindow.document),
    title: () => page.document.title,
    chrome: () => typeof page.chrome,
  }
  for (const [name, look] of Object.entries(left)) t.log(name, t.raw(look))
})

scenario('closing: in the callback', async (t) => {
  const events = []
  chrome.app.window.create('window.html', { id: 'in the callback' }, (w) => {
    w.onClosed.addListener(() => events.push('onClosed'))
    w.close()
    events.push('closed')
  })
  await t.until(() => events.length === 2)
  t.log('events', events)
  await t.until(() => chrome.app.window.getAll().length === 0)
})

scenario('closing: the events of the namespace never come', async (t) => {
  const events = []
  for (const name of names) chrome.app.window[name].addListener(() => events.push(name))
  const { events: own, w } = await openRecorded(t, { id: 'namespace' })
  w.innerBounds.setSize(200, 100)
  await t.sleep(calm)
  w.close()
  await t.until(() => own.length === 2)
  t.log('events', events)
})
