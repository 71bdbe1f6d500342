const tidyMenus = (t) =>
  t.cleanup.push(() => new Promise((resolve) => chrome.contextMenus.removeAll(resolve)))

/** What create gives back at once, and what its callback finds. */
function createItem(t, properties) {
  return new Promise((resolve) => {
    let returned
    const answer = t.raw(() =>
      chrome.contextMenus.create(properties, () =>
        // The callback may come before the call has returned.
        setTimeout(resolve, 0, [returned, chrome.runtime.lastError?.message]),
      ),
    )
    returned = answer.returned
    if (answer.threw !== undefined) resolve(answer)
  })
}

scenario('contextMenus.create: wrong arguments', async (t) => {
  tidyMenus(t)
  for (const args of [
    [],
    [1],
    [{ bogus: 1 }],
    [{ type: 'zzz' }],
    [{ contexts: 'all' }],
    [{ contexts: ['zzz'] }],
    [{ contexts: [] }],
    [{ title: 1 }],
    [{ id: 1 }],
    [{ id: 'x', title: 'x', onclick: 1 }],
    [{ parentId: true }],
    [{ checked: 1 }],
    [{ documentUrlPatterns: 'x' }],
    [{ id: 'y', title: 'y' }, 1],
  ])
    t.log(
      'create',
      args,
      t.raw(() => chrome.contextMenus.create(...args)),
    )
  await t.sleep(50)
})

scenario('contextMenus: wrong arguments of the others', async (t) => {
  for (const args of [[], [true], [1.5], ['a', 1], [null]])
    t.log(
      'remove',
      args,
      t.raw(() => void chrome.contextMenus.remove(...args)),
    )
  for (const args of [[], ['a'], ['a', 1], ['a', { bogus: 1 }], ['a', { id: 'b' }], [true, {}]])
    t.log(
      'update',
      args,
      t.raw(() => void chrome.contextMenus.update(...args)),
    )
  for (const args of [[1], [undefined], [{}]])
    t.log(
      'removeAll',
      args,
      t.raw(() => void chrome.contextMenus.removeAll(...args)),
    )
  await t.sleep(50)
})

scenario('contextMenus.create: what is wrong', async (t) => {
  tidyMenus(t)
  t.log('no id', await createItem(t, { title: 'x' }))
  t.log('onclick', await createItem(t, { id: 'a', title: 'x', onclick() {} }))
  t.log('no title', await createItem(t, { id: 'a' }))
  t.log('empty title', await createItem(t, { id: 'a', title: '' }))
  t.log('separator', await createItem(t, { id: 's', type: 'separator' }))
  t.log('good', await createItem(t, { id: 'a', title: 'x' }))
  t.log('twice', await createItem(t, { id: 'a', title: 'x' }))
  t.log('no parent', await createItem(t, { id: 'b', title: 'x', parentId: 'zz' }))
  t.log('parent', await createItem(t, { id: 'b', title: 'x', parentId: 'a' }))
  t.log('parent is a separator', await createItem(t, { id: 'c', title: 'x', parentId: 's' }))
  t.log('browser_action', await createItem(t, { id: 'd', title: 'x', contexts: ['browser_action'] }))
  t.log('launcher', await createItem(t, { id: 'e', title: 'x', contexts: ['launcher'] }))
  t.log('checked', await createItem(t, { id: 'f', title: 'x', checked: true }))
  t.log('checkbox', await createItem(t, { id: 'g', title: 'x', type: 'checkbox', checked: true }))
  t.log('bad pattern', await createItem(t, { id: 'h', title: 'x', documentUrlPatterns: ['zzz'] }))
  t.log('bad pattern', await createItem(t, { id: 'h', title: 'x', targetUrlPatterns: ['http://'] }))
})

scenario('contextMenus: update, remove, removeAll', async (t) => {
  tidyMenus(t)
  await createItem(t, { id: 'a', title: 'x' })
  await createItem(t, { id: 'b', title: 'x', parentId: 'a' })
  t.log('update', await t.cb('contextMenus.update', 'a', { title: 'y' }))
  t.log('empty title', await t.cb('contextMenus.update', 'a', { title: '' }))
  t.log('unknown', await t.cb('contextMenus.update', 'zz', { title: 'y' }))
  t.log('unknown', await t.cb('contextMenus.update', 7, { title: 'y' }))
  t.log('onclick', await t.cb('contextMenus.update', 'a', { onclick() {} }))
  t.log('its own parent', await t.cb('contextMenus.update', 'a', { parentId: 'a' }))
  t.log('its own child', await t.cb('contextMenus.update', 'a', { parentId: 'b' }))
  t.log('checked', await t.cb('contextMenus.update', 'a', { checked: true }))
  t.log('remove', await t.cb('contextMenus.remove', 'a'))
  t.log('its child', await t.cb('contextMenus.remove', 'b'))
  t.log('unknown', await t.cb('contextMenus.remove', 'zz'), await t.cb('contextMenus.remove', 7))
  t.log('removeAll', await t.cb('contextMenus.removeAll'), await t.cb('contextMenus.removeAll'))
})

scenario('contextMenus: the number 0 is no id', async (t) => {
  for (const id of [0, -0, 1]) {
    t.log('update', await t.cb('contextMenus.update', id, {}))
    t.log('remove', await t.cb('contextMenus.remove', id))
    t.log('parent', await t.cb('contextMenus.create', { id: 'child', title: 'Child', parentId: id }))
  }
})

scenario('contextMenus: promises', async (t) => {
  tidyMenus(t)
  await createItem(t, { id: 'a', title: 'x' })
  t.log('update', await t.ask('contextMenus.update', 'a', { title: 'y' }))
  t.log('remove', await t.ask('contextMenus.remove', 'a'))
  t.log('remove', await t.ask('contextMenus.remove', 'a'))
  t.log('removeAll', await t.ask('contextMenus.removeAll'))
})

scenario('contextMenus: an error that nobody looks at', async (t) => {
  tidyMenus(t)
  chrome.contextMenus.create({ title: 'x' })
  chrome.contextMenus.remove('none')
  await t.sleep(100)
})

/** What a callback finds, and its microtasks. */
const watchError = (call) =>
  new Promise((resolve) => {
    const read = () => chrome.runtime.lastError?.message
    call(() => {
      const found = [read()]
      const note = () => found.push(read())
      void Promise.resolve().then(note)
      queueMicrotask(note)
      setTimeout(resolve, 0, found)
    })
  })

scenario('contextMenus: lastError in microtasks of a callback', async (t) => {
  tidyMenus(t)
  await t.cb('contextMenus.create', { id: 'a', title: 'a' })
  t.log('create', await watchError((done) => chrome.contextMenus.create({ id: 'a', title: 'a' }, done)))
  t.log('update', await watchError((done) => chrome.contextMenus.update('zz', { title: 'x' }, done)))
  t.log('remove', await watchError((done) => chrome.contextMenus.remove('zz', done)))
  const notice = { type: 'basic', title: 'x', message: 'y', iconUrl: 'none.png' }
  t.log('notification', await watchError((done) => chrome.notifications.create('n', notice, done)))
  t.log(
    'update of one',
    await watchError((done) => chrome.notifications.update('n', { iconUrl: 'none.png' }, done)),
  )
  t.log('alarms', await watchError((done) => chrome.alarms.get('none', done)))
  t.log('runtime', await watchError((done) => chrome.runtime.setUninstallURL('x', done)))
})

scenario('contextMenus: an error that nobody reads, of a callback that throws', async (t) => {
  chrome.contextMenus.remove('zz', () => {
    throw new Error('thrown')
  })
  chrome.contextMenus.remove('zz', () => {})
  await t.cb('contextMenus.removeAll')
})
