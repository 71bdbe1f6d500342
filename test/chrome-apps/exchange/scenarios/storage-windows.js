scenario('three windows hear what one of them stores', async (t) => {
  const windows = await globalThis.openThree(t)
  for (const each of windows) await t.run(each, 'hears storage')
  await t.run(windows[0], 'sets', { a: 1, b: [2] })
  for (const id of ['one', 'two', 'three']) await t.logged(id, 'storage.onChanged')
  await t.run(windows[1], 'gets', null)
  await t.cb('storage.local.remove', 'a')
  for (const id of ['one', 'two', 'three']) await t.logged(id, 'storage.onChanged', 2)
})

scenario('the writer hears of it before its callback, in a window too', async (t) => {
  const [one] = await globalThis.openThree(t)
  await t.run(one, 'hears storage')
  await t.run(one, 'hears its area')
  await t.run(one, 'sets', { a: 1 })
})

scenario('a window that has gone', async (t) => {
  const [one, two] = await globalThis.openThree(t)
  await t.run(one, 'hears storage')
  await t.run(two, 'hears storage')
  const { chrome: kept } = one.contentWindow
  const { local } = kept.storage
  await t.close(one)
  t.log('set', await t.cb('storage.local.set', { a: 1 }))
  await t.logged('two', 'storage.onChanged')
  t.log('get of the one that has gone', await t.cbWithin(200, [local, 'get'], 'a'))
})

scenario('objects that a window gets are its own', async (t) => {
  const [one] = await globalThis.openThree(t)
  const page = one.contentWindow
  await t.cb('storage.local.set', { a: { b: [1] } })
  const found = await page.chrome.storage.local.get('a')
  t.log('of here', found instanceof Object, found.a.b.constructor === Array)
  t.log('of there', found instanceof page.Object, found.a.b.constructor === page.Array)
})

scenario('what another page hands over is stored', async (t) => {
  const [one] = await globalThis.openThree(t)
  const page = one.contentWindow
  const items = page.JSON.parse('{"a": {"b": [1, {"c": null}]}}')
  t.log('set', await t.cb('storage.local.set', items))
  t.log('get', await t.of(page).cb('storage.local.get', page.JSON.parse('["a"]')))
})

scenario('sets of three windows at once', async (t) => {
  const windows = await globalThis.openThree(t)
  await Promise.all(
    windows.map((each, index) => each.contentWindow.chrome.storage.local.set({ [`of${index}`]: index })),
  )
  t.log('get', await t.cb('storage.local.get'))
})

scenario('storage in the callback of create', async (t) => {
  await t.cb('storage.local.set', { a: 1 })
  const { args } = await t.cb('app.window.create', 'window.html', { id: 'early' })
  const found = await t.of(args[0].contentWindow).cb('storage.local.get', 'a')
  t.log('get', found)
})
