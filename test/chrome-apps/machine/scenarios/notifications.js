const icon =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const basic = { type: 'basic', iconUrl: icon, title: 'Title', message: 'Message' }

const clearAll = async () => {
  const all = await new Promise((resolve) => chrome.notifications.getAll(resolve))
  for (const id of Object.keys(all)) await new Promise((resolve) => chrome.notifications.clear(id, resolve))
}
const tidyNotices = (t) => t.cleanup.push(clearAll)

scenario('notifications.create: wrong arguments', async (t) => {
  tidyNotices(t)
  for (const args of [
    [],
    ['id'],
    [1, basic],
    ['id', 1],
    ['id', { type: 'zzz' }],
    ['id', { bogus: 1 }],
    ['id', { ...basic, title: 1 }],
    ['id', { ...basic, priority: '1' }],
    ['id', { ...basic, buttons: {} }],
    ['id', { ...basic, buttons: [{}] }],
    ['id', { ...basic, buttons: [{ title: 1 }] }],
    ['id', { ...basic, items: [{ title: 'a' }] }],
    ['id', { ...basic, progress: 1.5 }],
    ['id', { ...basic, requireInteraction: 1 }],
    ['id', basic, 1],
  ])
    t.log(
      'create',
      args.slice(0, 1),
      args.length,
      t.raw(() => void chrome.notifications.create(...args)),
    )
  await t.sleep(50)
})

for (const [name, args] of Object.entries({
  clear: { notificationId: 'a' },
  getAll: {},
  getPermissionLevel: {},
}))
  scenario(`notifications.${name}: wrong arguments`, (t) => t.tryArguments(`notifications.${name}`, args), {
    ms: 20_000,
  })

scenario('notifications.update: wrong arguments', async (t) => {
  for (const args of [[], ['a'], [1, basic], ['a', { bogus: 1 }], ['a', 1]])
    t.log(
      'update',
      args.length,
      t.raw(() => void chrome.notifications.update(...args)),
    )
  await t.sleep(50)
})

scenario('notifications.create: what is missing', async (t) => {
  tidyNotices(t)
  t.log('nothing', await t.cb('notifications.create', 'a', {}))
  for (const key of ['type', 'iconUrl', 'title', 'message']) {
    const { [key]: _left, ...rest } = basic
    t.log(key, await t.cb('notifications.create', 'a', rest))
  }
  t.log(
    'broken picture',
    await t.cb('notifications.create', 'a', { ...basic, iconUrl: 'data:image/png;base64,AAAA' }),
  )
  t.log('progress', await t.cb('notifications.create', 'a', { ...basic, progress: 5 }))
  t.log('progress', await t.cb('notifications.create', 'a', { ...basic, type: 'progress', progress: 101 }))
  t.log('progress', await t.cb('notifications.create', 'a', { ...basic, type: 'progress', progress: -1 }))
  t.log('image', await t.cb('notifications.create', 'a', { ...basic, type: 'image' }))
  t.log('items', await t.cb('notifications.create', 'a', { ...basic, items: [{ title: 'a', message: 'b' }] }))
  t.log('image of basic', await t.cb('notifications.create', 'a', { ...basic, imageUrl: icon }))
  t.log('priority', await t.cb('notifications.create', 'a', { ...basic, priority: 3 }))
  t.log('priority', await t.cb('notifications.create', 'a', { ...basic, priority: -3 }))
  t.log('list without items', await t.cb('notifications.create', 'a', { ...basic, type: 'list' }))
  t.log('progress without', await t.cb('notifications.create', 'a', { ...basic, type: 'progress' }))
})

scenario('notifications: an address that is empty', async (t) => {
  tidyNotices(t)
  const iconUrl = ''
  t.log('create', await t.cb('notifications.create', 'id', { ...basic, iconUrl }))
  t.log('promise', await t.ask('notifications.create', 'id', { ...basic, iconUrl }))
  t.log('without a title', await t.cb('notifications.create', 'id', { ...basic, iconUrl, title: undefined }))
  t.log('picture', await t.cb('notifications.create', 'id', { ...basic, type: 'image', imageUrl: '' }))
  t.log(
    'no icon',
    await t.cb('notifications.create', 'id', { ...basic, iconUrl, type: 'image', imageUrl: icon }),
  )
  t.log('no picture', await t.cb('notifications.create', 'id', { ...basic, imageUrl: '' }))
  t.log('none in a change', await t.cb('notifications.update', 'id', { imageUrl: '' }))
  t.log('button', await t.cb('notifications.create', 'id', { ...basic, buttons: [{ title: 'a', iconUrl }] }))
  t.log('update', await t.cb('notifications.update', 'id', { iconUrl }))
  t.log('of none', await t.cb('notifications.update', 'none', { iconUrl }))
})

scenario('notifications: create, getAll, update, clear', async (t) => {
  tidyNotices(t)
  await clearAll()
  const closed = t.on('notifications.onClosed')
  t.log('create', await t.cb('notifications.create', 'one', basic))
  t.log('again', await t.cb('notifications.create', 'one', { ...basic, title: 'Other' }))
  t.log('getAll', await t.cb('notifications.getAll'))
  t.log('update', await t.cb('notifications.update', 'one', { message: 'New' }))
  t.log('update to progress', await t.cb('notifications.update', 'one', { progress: 5 }))
  t.log('update with type', await t.cb('notifications.update', 'one', { type: 'progress', progress: 5 }))
  t.log('update of progress', await t.cb('notifications.update', 'one', { progress: 50 }))
  t.log('update too far', await t.cb('notifications.update', 'one', { progress: 101 }))
  t.log('update with nothing', await t.cb('notifications.update', 'one', {}))
  t.log('update of none', await t.cb('notifications.update', 'none', { message: 'x' }))
  t.log('clear', await t.cb('notifications.clear', 'one'))
  t.log('closed', [...closed])
  t.log('clear', await t.cb('notifications.clear', 'one'))
  t.log('getAll', await t.cb('notifications.getAll'))
})

scenario('notifications: an id is made where none is given', async (t) => {
  tidyNotices(t)
  for (const args of [[basic], ['', basic], [null, basic]]) {
    const { args: made, lastError } = await t.cb('notifications.create', ...args)
    t.log(
      'id',
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(made[0]),
      lastError,
    )
  }
})

scenario('notifications: all kinds', async (t) => {
  tidyNotices(t)
  const buttons = [{ title: 'One' }, { title: 'Two', iconUrl: icon }, { title: 'Three' }]
  for (const [name, options] of Object.entries({
    image: { ...basic, type: 'image', imageUrl: icon },
    list: { ...basic, type: 'list', items: [{ title: 'a', message: 'b' }] },
    progress: { ...basic, type: 'progress', progress: 30 },
    buttons: { ...basic, buttons },
    more: {
      ...basic,
      contextMessage: 'c',
      priority: 2,
      eventTime: 1,
      requireInteraction: true,
      silent: true,
      isClickable: true,
      appIconMaskUrl: icon,
    },
  }))
    t.log(name, await t.cb('notifications.create', name, options))
  t.log('getAll', sortKeys((await t.cb('notifications.getAll')).args[0]))
})

scenario('notifications: promises and permission', async (t) => {
  tidyNotices(t)
  t.log('create', await t.ask('notifications.create', 'p', basic))
  t.log('update', await t.ask('notifications.update', 'p', { message: 'x' }))
  t.log('getAll', await t.ask('notifications.getAll'))
  t.log('clear', await t.ask('notifications.clear', 'p'))
  t.log('level', await t.ask('notifications.getPermissionLevel'))
  t.log('wrong', await t.ask('notifications.create', 'p', {}))
})

scenario('notifications: ids that are long', async (t) => {
  tidyNotices(t)
  for (const length of [500, 501]) {
    const { args, lastError } = await t.cb('notifications.create', 'x'.repeat(length), basic)
    t.log(String(length), args?.[0]?.length, lastError)
  }
})

/** Makes the calls in the same moment; their answers, in the order in which they come. */
const callAtOnce = (...calls) =>
  new Promise((resolve) => {
    const answers = []
    for (const [method, ...args] of calls)
      chrome.notifications[method](...args, (answer) => {
        void chrome.runtime.lastError
        if (answers.push([method, answer]) === calls.length) resolve(answers)
      })
  })

const callsAtOnce = {
  'update, clear': [
    ['update', 'one', { message: 'x' }],
    ['clear', 'one'],
  ],
  'update, update': [
    ['update', 'one', { message: 'x' }],
    ['update', 'one', { progress: 500 }],
  ],
  'update, getAll': [['update', 'one', { message: 'x' }], ['getAll']],
  'update of none': [
    ['update', 'one', {}],
    ['update', 'none', {}],
    ['clear', 'none'],
    ['clear', 'one'],
  ],
  'clear, update': [['clear', 'one'], ['update', 'one', { message: 'x' }], ['getAll']],
  'clear, clear': [['clear', 'one'], ['clear', 'one'], ['getAll']],
  'create, clear': [
    ['create', 'two', basic],
    ['clear', 'two'],
  ],
  'create, update': [
    ['create', 'two', basic],
    ['update', 'two', { message: 'x' }],
  ],
  'create, getAll': [['create', 'two', basic], ['getAll']],
  'create of what is missing, clear': [
    ['create', 'two', {}],
    ['clear', 'one'],
  ],
  'update with a picture, clear': [
    ['update', 'one', { iconUrl: icon }],
    ['clear', 'one'],
  ],
}

for (const [name, calls] of Object.entries(callsAtOnce))
  scenario(`notifications: calls at once: ${name}`, async (t) => {
    tidyNotices(t)
    await t.cb('notifications.create', 'one', basic)
    t.log('answers', await callAtOnce(...calls))
    t.log('left', await t.cb('notifications.getAll'))
  })
