scenario('a window: callback, script, DOMContentLoaded', async (t) => {
  const { args } = await t.cb('app.window.create', 'window.html', { id: 'main' })
  const [created] = args
  const page = created.contentWindow
  t.log('callback', page.document.readyState, page.document.documentElement.outerHTML)
  page.given = 'by the callback'
  await t.logged('main', 'DOMContentLoaded')
  t.log('closed', await t.close(created))
})

scenario('what the background page stores is read in a window', async (t) => {
  t.log('set', await t.cb('storage.local.set', { a: 1 }))
  const main = await t.open('window.html', { id: 'main' })
  await t.run(main, 'reads', 'a')
})

part('store', async (t) => t.log('set', await t.cb('storage.local.set', { kept: [1, 'two'] })))
part('read', async (t) => t.log('get', await t.cb('storage.local.get')))
