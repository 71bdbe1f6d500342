const stored = { a: 1, b: { c: [true, null, 'x'] }, d: '', e: null, '': 'empty key', ü: 'ü' }

scenario('get: every form', async (t) => {
  t.log('set', await t.cb('storage.local.set', stored))
  const forms = [
    'a',
    'none',
    '',
    'ü',
    ['a', 'none', 'b'],
    [],
    ['a', 'a'],
    {},
    { a: 9 },
    { none: 9 },
    { none: undefined },
    { none: null },
    { none: () => {} },
    { none: { deep: [1, undefined] }, a: 0 },
    { z: 1, b: 2, '': 3 },
    null,
    undefined,
    { none: new Date(0) },
    { none: NaN },
    { none: [() => {}, NaN] },
    { 5: 'x' },
  ]
  for (const form of forms) t.log('get', form, await t.cb('storage.local.get', form))
  t.log('get without', await t.cb('storage.local.get'))
})

scenario('get: promises', async (t) => {
  await t.cb('storage.local.set', stored)
  t.log('get', await t.ask('storage.local.get', ['a', 'b']))
  t.log('get all', await t.ask('storage.local.get'))
  t.log('get null', await t.ask('storage.local.get', null))
  t.log('getBytesInUse', await t.ask('storage.local.getBytesInUse', null))
  t.log('getKeys', await t.ask('storage.local.getKeys'))
  t.log('set', await t.ask('storage.local.set', {}))
  t.log('remove', await t.ask('storage.local.remove', 'a'))
  t.log('clear', await t.ask('storage.local.clear'))
})

scenario('get: order of keys', async (t) => {
  await t.cb('storage.local.set', { z: 1, a: 2, 10: 3, 9: 4, ä: 5, B: 6 })
  const { args } = await t.cb('storage.local.get')
  t.log('all', Object.keys(args[0]))
  const asked = await t.cb('storage.local.get', ['z', 'B', '9', 'a'])
  t.log('asked', Object.keys(asked.args[0]))
  const defaults = await t.cb('storage.local.get', { z: 0, y: 0, B: 0, x: 0 })
  t.log('defaults', Object.keys(defaults.args[0]))
  t.log('getKeys', await t.cb('storage.local.getKeys'))
})

scenario('get: what it gives back is the own copy of the caller', async (t) => {
  await t.cb('storage.local.set', { a: { b: 1 } })
  const [first, second] = await Promise.all([chrome.storage.local.get('a'), chrome.storage.local.get('a')])
  t.log('same', first.a === second.a, first instanceof Object, first.a instanceof Object)
  first.a.b = 2
  t.log('changed', await t.cb('storage.local.get', 'a'))
})

scenario('getBytesInUse', async (t) => {
  await t.cb('storage.local.set', { k: 'abc', ü: 'ü', n: 12.5, o: { a: [1, 2] }, '': '' })
  for (const keys of ['k', 'ü', 'n', 'o', '', 'none', [], ['k', 'n'], ['k', 'k'], null, undefined])
    t.log('getBytesInUse', keys, await t.cb('storage.local.getBytesInUse', keys))
})

scenario('getKeys', async (t) => {
  t.log('none', await t.cb('storage.local.getKeys'))
  await t.cb('storage.local.set', stored)
  t.log('some', await t.cb('storage.local.getKeys'))
})

scenario('remove: every form', async (t) => {
  for (const form of ['a', ['a', 'b'], [], ['none'], ['', 'ü'], 'none', '']) {
    await t.cb('storage.local.set', stored)
    t.log('remove', form, await t.cb('storage.local.remove', form))
    t.log('left', Object.keys(await chrome.storage.local.get()))
  }
})

scenario('clear', async (t) => {
  await t.cb('storage.local.set', stored)
  t.log('clear', await t.cb('storage.local.clear'))
  t.log('get', await t.cb('storage.local.get'))
  t.log('clear of nothing', await t.cb('storage.local.clear'))
})

scenario('calls are answered in the order in which they are made', async (t) => {
  const answered = []
  const note =
    (label) =>
    (...args) =>
      answered.push([label, ...args])
  chrome.storage.local.set({ a: 1 }, note('set 1'))
  chrome.storage.local.get('a', note('get 1'))
  chrome.storage.local.set({ a: 2 }, note('set 2'))
  chrome.storage.local.getBytesInUse('a', note('bytes'))
  chrome.storage.local.remove('a', note('remove'))
  chrome.storage.local.get('a', note('get 2'))
  chrome.storage.local.clear(note('clear'))
  await t.until(() => answered.length === 7)
  for (const line of answered) t.log(...line)
})

scenario('callbacks come in a later task, after microtasks', async (t) => {
  const order = []
  const done = new Promise((resolve) => {
    chrome.storage.local.get('a', () => {
      order.push('callback')
      resolve()
    })
  })
  order.push('after the call')
  await Promise.resolve()
  order.push('microtask')
  await done
  t.log('order', order)
})

scenario('setAccessLevel', async (t) => {
  for (const accessLevel of ['TRUSTED_CONTEXTS', 'TRUSTED_AND_UNTRUSTED_CONTEXTS'])
    t.log('setAccessLevel', await t.cb('storage.local.setAccessLevel', { accessLevel }))
  t.log('wrong', await t.ask('storage.local.setAccessLevel', { accessLevel: 'none' }))
  t.log('wrong', await t.ask('storage.local.setAccessLevel'))
})
