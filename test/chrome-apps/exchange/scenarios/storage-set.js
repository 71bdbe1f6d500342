class Point {
  x = 1
  get y() {
    return 2
  }
}

scenario('set: items of odd kinds', async (t) => {
  const kinds = [
    [1, 2],
    new Point(),
    new Date(0),
    new Map([['a', 1]]),
    Object.create(null),
    Object.create({ a: 1 }),
    { 1: 'one' },
    new Proxy({ a: 1 }, {}),
    window.location,
  ]
  for (const items of kinds.slice(0, -1)) {
    t.log('set', await t.cb('storage.local.set', items))
    t.log('get', await t.cb('storage.local.get'))
    await t.cb('storage.local.clear')
  }
})

scenario('set: the value is what it was when set was called', async (t) => {
  const value = { a: 1 }
  const set = t.cb('storage.local.set', { value })
  value.a = 2
  await set
  t.log('get', await t.cb('storage.local.get'))
})

scenario('set: undefined does not remove', async (t) => {
  await t.cb('storage.local.set', { a: 1 })
  t.log('set', await t.cb('storage.local.set', { a: undefined }))
  t.log('get', await t.cb('storage.local.get'))
})

scenario('set: nothing at all', async (t) => {
  t.log('set', await t.cb('storage.local.set', {}))
  t.log('get', await t.cb('storage.local.get'))
})

scenario('set: keys', async (t) => {
  const keys = [
    '',
    ' ',
    '.',
    'a.b',
    '__proto__',
    'constructor',
    'length',
    '\0',
    '\uD800',
    'x'.repeat(300),
    '\u{1F600}',
  ]
  for (const key of keys) {
    t.log('set', key.length, await t.cb('storage.local.set', Object.fromEntries([[key, 1]])))
    t.log('get', await t.cb('storage.local.get', key))
  }
  t.log(
    'all',
    Object.keys(await chrome.storage.local.get()).map((key) => key.slice(0, 20)),
  )
})
