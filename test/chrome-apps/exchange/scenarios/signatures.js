scenario('wrong arguments of storage.local.getBytesInUse', (t) =>
  t.tryArguments('storage.local.getBytesInUse', { keys: 'a' }),
)

scenario('wrong arguments of storage.local.set', (t) =>
  t.tryArguments('storage.local.set', { items: { a: 1 } }),
)

scenario('wrong arguments of storage.local.remove', (t) =>
  t.tryArguments('storage.local.remove', { keys: 'a' }),
)

scenario('wrong arguments of storage.local.clear', (t) => t.tryArguments('storage.local.clear', {}))

scenario('wrong arguments of storage.local.getKeys', (t) => t.tryArguments('storage.local.getKeys', {}))

scenario('wrong arguments of runtime.getURL', (t) => t.tryArguments('runtime.getURL', { path: 'a' }))

scenario('wrong arguments of runtime.getManifest', async (t) => {
  for (const args of [[1], [() => {}], [undefined]])
    t.log('getManifest', args, Object.keys(t.invoke('runtime.getManifest', ...args)))
  t.log('getManifest', t.invoke('runtime.getManifest', 1))
})

scenario('wrong arguments of runtime.getPlatformInfo', (t) => t.tryArguments('runtime.getPlatformInfo', {}))

scenario('wrong arguments of runtime.getBackgroundPage', (t) =>
  t.tryArguments('runtime.getBackgroundPage', {}),
)

scenario('wrong arguments of runtime.connect', async (t) => {
  const trials = [
    [1],
    [{ name: 1 }],
    [{ bogus: 1 }],
    ['id', 1],
    ['text'],
    [null, null],
    [undefined, { name: 'x' }],
    [{}, {}],
    [1, 2, 3],
  ]
  for (const args of trials) {
    const { returned, threw } = t.invoke('runtime.connect', ...args)
    t.log('connect', args, threw ?? Object.keys(returned).toSorted())
  }
  await t.sleep(20)
})

scenario('wrong arguments of runtime.sendMessage', async (t) => {
  const trials = [
    [],
    [() => {}],
    ['a', 'b', 'c', 'd'],
    ['a', 'b', 1],
    [1, 2, 3],
    ['sync', {}],
    [null, 1, { bogus: 1 }],
    [{}, 1],
    [1, 2],
  ]
  for (const args of trials) t.log('sendMessage', args, await t.ask('runtime.sendMessage', ...args))
  for (const args of trials) t.log('with callback', args, await t.cb('runtime.sendMessage', ...args))
})

scenario('wrong arguments of app.window.get, getAll, current', async (t) => {
  for (const args of [[], [1], [null], ['', 1], ['none'], [() => {}], [undefined]])
    t.log('get', args, t.invoke('app.window.get', ...args))
  for (const args of [[1], [() => {}], [undefined]])
    t.log('getAll', args, t.invoke('app.window.getAll', ...args))
  for (const args of [[1], [undefined]]) t.log('current', args, t.invoke('app.window.current', ...args))
  t.log('canSet', t.invoke('app.window.canSetVisibleOnAllWorkspaces'))
  t.log('canSet', t.invoke('app.window.canSetVisibleOnAllWorkspaces', 1))
})

scenario('methods on another this', async (t) => {
  const { get } = chrome.storage.local
  t.log(
    'get of nothing',
    t.raw(() => get('a')),
  )
  t.log(
    'get of an object',
    t.raw(() => Reflect.apply(get, {}, ['a'])),
  )
  t.log('get of sync', await t.promise(() => Reflect.apply(get, chrome.storage.sync, ['a'])))
  const { getURL, getManifest } = chrome.runtime
  t.log(
    'getURL',
    t.raw(() => getURL('a')),
  )
  t.log(
    'getManifest',
    t.raw(() => getManifest().version),
  )
  const { getAll } = chrome.app.window
  t.log(
    'getAll',
    t.raw(() => getAll()),
  )
})
