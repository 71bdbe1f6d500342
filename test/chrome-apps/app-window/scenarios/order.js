scenario('create: call, callback, script, DOMContentLoaded, load', async (t) => {
  const returned = await new Promise((resolve) => {
    const given = chrome.app.window.create('window.html', { id: 'order' }, (...args) => {
      const [{ contentWindow }] = args
      t.log('callback', args.length)
      t.log('page', contentWindow.document.readyState, contentWindow.document.documentElement.outerHTML)
      t.log('body', contentWindow.document.body, contentWindow.document.head)
      contentWindow.given = 'by the callback'
      contentWindow.addEventListener('DOMContentLoaded', () => t.log('DOMContentLoaded is heard'))
      contentWindow.addEventListener('load', () => t.log('load is heard'))
      queueMicrotask(() => t.log('microtask', contentWindow.document.readyState))
      resolve(given)
    })
    t.log('returned', given)
  })
  t.log('in all', returned)
  await t.logged('order', 'load')
  await t.sleep(20)
})

scenario('create: the page that a callback gets', async (t) => {
  const { args } = await t.cb('app.window.create', 'window.html?q=1#h', { id: 'page' })
  const { contentWindow: page } = args[0]
  t.log('address', page.location.href, page.document.URL)
  t.log('opener', page.opener === window, page.parent === page, page.top === page)
  t.log('name', page.name)
  t.log('current', page.chrome.app.window.current() === args[0])
  t.log('chrome', page.chrome === chrome, Object.keys(page.chrome).join() === Object.keys(chrome).join())
  t.log('objects', args[0] instanceof Object, args[0] instanceof page.Object)
  t.log('referrer', page.document.referrer)
  await t.logged('page', 'load')
  t.log('afterwards', page === args[0].contentWindow, page.name, page.given)
})

scenario('create: a promise', async (t) => {
  const promise = chrome.app.window.create('window.html', { id: 'promise' })
  t.log('returned', promise)
  const created = await promise
  t.log(
    'resolved',
    created.contentWindow.document.readyState,
    created.contentWindow.document.documentElement.outerHTML,
  )
  await t.logged('promise', 'load')
})

scenario('create: without options and callback', async (t) => {
  const { create, getAll } = chrome.app.window
  for (const [index, args] of [[], [null], [undefined, undefined]].entries()) {
    t.log(
      'returned',
      t.raw(() => create('window.html', ...args)),
    )
    await t.logged('window', 'load', index + 1)
    const [created] = getAll()
    t.log('id', created.id, created.contentWindow.chrome.app.window.current() === created)
    await t.close(created)
  }
})

scenario('create: the callback of each of several calls', async (t) => {
  const order = []
  for (const id of ['first', 'second', 'third'])
    chrome.app.window.create('window.html', { id }, (created) => order.push([id, created.id]))
  await t.until(() => order.length === 3)
  t.log(
    'windows',
    order.toSorted(([one], [other]) => (one < other ? -1 : 1)),
  )
  for (const [id] of order) await t.logged(id, 'load')
})

scenario('create: a window makes another one', async (t) => {
  const one = await t.open('window.html', { id: 'one' })
  const { contentWindow } = one
  const created = await new Promise((resolve) => {
    contentWindow.chrome.app.window.create('window.html', { id: 'two' }, resolve)
  })
  t.log('created', created.id, created.contentWindow.document.readyState)
  t.log(
    'all',
    chrome.app.window
      .getAll()
      .map(({ id }) => id)
      .toSorted(),
  )
  t.log('the same', chrome.app.window.get('two') === contentWindow.chrome.app.window.get('two'))
  await t.logged('two', 'load')
})

scenario('create: who opened a window that a window made', async (t) => {
  const { contentWindow } = await t.open('window.html', { id: 'one' })
  const { args } = await t.of(contentWindow).cb('app.window.create', 'window.html', { id: 'two' })
  const { opener } = args[0].contentWindow
  t.log('opener', opener === window, opener === contentWindow)
  await t.logged('two', 'load')
})

scenario('create: who opened a window, once that one has closed', async (t) => {
  const one = await t.open('window.html', { id: 'one' })
  const page = one.contentWindow
  const { args } = await t.of(page).cb('app.window.create', 'window.html', { id: 'two' })
  const two = args[0].contentWindow
  await t.logged('two', 'load')
  one.contentWindow.close()
  t.log('at once', two.opener === page, page.closed)
  await t.until(() => chrome.app.window.get('one') === null)
  await t.until(() => two.opener !== page)
  t.log('then', two.opener, 'opener' in two)
})

scenario('create: who opened a window, once the frame that did has gone', async (t) => {
  const one = await t.open('window.html', { id: 'one' })
  await t.logged('one', 'load')
  const { document } = one.contentWindow
  const frame = Object.assign(document.createElement('iframe'), { src: 'plain.html' })
  const isLoaded = new Promise((resolve) => frame.addEventListener('load', resolve))
  document.body.append(frame)
  await isLoaded
  const page = frame.contentWindow
  const { contentWindow } = await new Promise((resolve) =>
    page.chrome.app.window.create('plain.html', { id: 'two' }, resolve),
  )
  await t.until(() => contentWindow.document.readyState === 'complete')
  t.log('before', contentWindow.opener === page)
  frame.remove()
  await t.until(() => contentWindow.opener !== page)
  t.log('then', contentWindow.opener)
})

scenario('create: what the callback throws', async (t) => {
  chrome.app.window.create('window.html', { id: 'throws' }, () => {
    throw new Error('boom')
  })
  await t.logged('throws', 'load')
})

scenario('create: timers and calls in the callback', async (t) => {
  const { args } = await t.cb('app.window.create', 'window.html', { id: 'calls' })
  t.log('getPlatformInfo', (await t.of(args[0].contentWindow).cb('runtime.getPlatformInfo')).args.length)
  await t.logged('calls', 'load')
})
