/** What an argument is oddReads for, in which order. */
let oddReads = []

const watchReads = (target) =>
  new Proxy(target, {
    ownKeys(object) {
      oddReads.push('keys')
      return Reflect.ownKeys(object)
    },
    getOwnPropertyDescriptor(object, key) {
      oddReads.push(`descriptor of ${String(key)}`)
      return Reflect.getOwnPropertyDescriptor(object, key)
    },
    get(object, key) {
      oddReads.push(`value of ${String(key)}`)
      return Reflect.get(object, key)
    },
  })

function revokeProxy(target) {
  const { proxy, revoke: end } = Proxy.revocable(target, {})
  end()
  return proxy
}

const throwAt = (...keys) =>
  Object.defineProperties(
    {},
    Object.fromEntries(
      keys.map((key) => [
        key,
        {
          enumerable: true,
          get() {
            oddReads.push(key)
            throw new RangeError(`of ${key}`)
          },
        },
      ]),
    ),
  )

const withoutKeys = () =>
  new Proxy(
    {},
    {
      ownKeys() {
        throw new RangeError('of the keys')
      },
    },
  )

const withThrowingItem = () =>
  Object.defineProperty(['a', 'b'], 1, {
    get() {
      throw new RangeError('of an item')
    },
  })

const oddKinds = {
  revoked: () => revokeProxy({}),
  'revoked list': () => revokeProxy([]),
  'revoked function': () => revokeProxy(() => {}),
  'without keys': withoutKeys,
}

scenario('odd values: proxies that have been revoked', async (t) => {
  for (const [kind, make] of Object.entries(oddKinds)) {
    for (const path of ['get', 'set', 'remove', 'getBytesInUse'])
      t.log(path, kind, await t.cb(`storage.local.${path}`, make()))
    t.log('set in a list', kind, await t.cb('storage.local.set', { list: [make(), 1] }))
    t.log('get', await t.cb('storage.local.get', 'list'))
    t.log('get of a list', kind, await t.cb('storage.local.get', [make()]))
    t.log('connect', kind, t.invoke('runtime.connect', make()).threw)
    t.log('name', kind, t.invoke('runtime.connect', { name: make() }).threw)
    t.log('send', kind, await t.cb('runtime.sendMessage', make()))
    t.log('options', kind, await t.cb('runtime.sendMessage', chrome.runtime.id, 1, make()))
    t.log('substitutions', kind, t.invoke('i18n.getMessage', 'name', make()))
    t.log('window', kind, t.invoke('app.window.create', 'window.html', make()).threw)
    t.log('frame', kind, t.invoke('app.window.create', 'window.html', { frame: make() }).threw)
  }
  // A function is a callback to some, which fails when it is called.
  await t.cb('runtime.getPlatformInfo')
  await t.sleep(50)
})

scenario('odd values: getters that throw', async (t) => {
  t.log('get', await t.cb('storage.local.get', throwAt('a')))
  t.log('set', await t.cb('storage.local.set', throwAt('a')))
  t.log('connect', t.invoke('runtime.connect', throwAt('name')).threw)
  t.log('options', await t.cb('runtime.sendMessage', chrome.runtime.id, 1, throwAt('includeTlsChannelId')))
  t.log('getMessage', t.invoke('i18n.getMessage', 'name', [], throwAt('escapeLt')).threw)
  t.log('substitutions', t.invoke('i18n.getMessage', 'name', withThrowingItem()))
  t.log('of no message', t.invoke('i18n.getMessage', 'nothing', withThrowingItem()))
  for (const options of [throwAt('id'), { bounds: throwAt('left') }, { frame: throwAt('type') }])
    t.log('window', t.invoke('app.window.create', 'window.html', options).threw)
})

scenario('odd values: in which order they are read', async (t) => {
  oddReads = []
  await t.cb('storage.local.set', watchReads({ b: 1, a: 2 }))
  t.log('set', oddReads)
  oddReads = []
  t.log('get', await t.cb('storage.local.get', watchReads({ d: 1, c: throwAt('second', 'first') })), oddReads)
  oddReads = []
  t.log('connect', t.invoke('runtime.connect', watchReads({ name: 'a', other: 1, third: 2 })).threw, oddReads)
  oddReads = []
  await t.cb('storage.local.set', { item: throwAt('second', 'first') })
  t.log('of an item', await t.cb('storage.local.get', 'item'), oddReads)
})

scenario('odd values: bytes as a default', async (t) => {
  const bytes = new Uint8Array([1, 2, 3])
  const asks = {
    view: bytes.subarray(1),
    deep: { list: [bytes.buffer, new DataView(bytes.buffer, 2)] },
    own: 1,
  }
  await t.cb('storage.local.set', { own: 2 })
  const { args } = await t.cb('storage.local.get', asks)
  t.log('local', args[0], args[0].view instanceof ArrayBuffer, args[0].view === args[0].deep.list[0])
  t.log('sync', await t.cb('storage.sync.get', asks))
  t.log('picture', await t.cb('storage.local.get', { picture: new ImageData(1, 1) }))
})

scenario('odd values: an id that is none before a message that is none', async (t) => {
  for (const message of [10n, () => {}, withoutKeys()])
    t.log('sendMessage', await t.cb('runtime.sendMessage', 'none', message, {}))
})

scenario('odd values: a proxy of a list', async (t) => {
  t.log('set', await t.cb('storage.local.set', { list: new Proxy(['a', 'b'], {}) }))
  t.log('get', await t.cb('storage.local.get', 'list'))
  t.log('keys', await t.cb('storage.local.get', new Proxy(['list'], {})))
  t.log('remove', await t.cb('storage.local.remove', new Proxy(['list'], {})))
})
