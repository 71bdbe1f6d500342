const methods = ['contains', 'remove', 'request']

for (const method of methods)
  scenario(`permissions: wrong arguments of ${method}`, async (t) => {
    for (const args of [
      [],
      [1],
      ['power'],
      [[]],
      [{ permissions: null }],
      [{ permissions: 'power' }],
      [{ permissions: [1] }],
      [{ origins: {} }],
      [{ other: 1 }],
      [{}, 1],
      [{}, null],
    ])
      t.log('arguments', args, await t.promise(() => chrome.permissions[method](...args)))
  })

scenario('permissions: null for what is named', async (t) => {
  for (const method of methods)
    for (const args of [[null], [undefined]])
      t.log(method, args, await t.promise(() => chrome.permissions[method](...args)))
})

scenario('permissions: given as objects', async (t) => {
  const lists = [
    [null],
    [undefined],
    [{}],
    [[]],
    [['power']],
    [{ socket: 1, power: 2 }],
    [{ socket: ['tcp-connect'] }, 'nonsense'],
    ['nonsense', { power: 1 }],
    [{ power: undefined }],
    [{ usbDevices: 1 }],
    [{ usbDevices: [] }],
    ['usbDevices|'],
    ['nonsense|'],
    ['nonsense|1'],
    { length: 1, 0: { power: 1 } },
  ]
  for (const method of methods)
    for (const list of lists) {
      const permissions = Array.isArray(list) ? [...list] : { ...list }
      t.log(method, list, await t.promise(() => chrome.permissions[method]({ permissions })))
      t.log('list', permissions)
    }
})

scenario('permissions: wrong arguments of getAll', async (t) => {
  for (const args of [[null], [1], [{}]])
    t.log('arguments', args, await t.promise(() => chrome.permissions.getAll(...args)))
})

scenario('permissions: all', async (t) => {
  t.log('callback', await t.cb('permissions.getAll'))
  t.log('promise', Object.keys((await t.ask('permissions.getAll')).resolved))
})

const asked = [
  {},
  { permissions: [] },
  { permissions: ['power'] },
  { permissions: ['power', 'storage'] },
  { permissions: ['fileSystem'] },
  { permissions: ['fileSystem.write'] },
  { permissions: ['app.window.fullscreen.overrideEsc'] },
  { permissions: ['overrideEscFullscreen'] },
  { permissions: ['socket'] },
  { permissions: ['nonsense'] },
  { permissions: ['clipboardWrite'] },
  { permissions: ['hid'] },
  { origins: ['http://127.0.0.1/*'] },
  { origins: ['https://a.example.org/'] },
  { origins: ['https://example.org/*', 'http://127.0.0.1/path'] },
  { origins: ['http://a.example.com/*'] },
  { origins: ['http://other.test/*'] },
  { origins: ['nonsense'] },
  { origins: ['http://127.0.0.1'] },
]

for (const method of methods)
  scenario(`permissions: ${method}`, async (t) => {
    for (const set of asked) t.log(JSON.stringify(set), await t.cb(`permissions.${method}`, set))
  })
