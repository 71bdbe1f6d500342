// Objects given as properties and options: which keys are read, how, and what is wrong with them.

for (const [namespace, keys] of Object.entries({
  tcpServer: ['name', 'persistent'],
  tcp: ['name', 'persistent', 'bufferSize'],
  udp: ['name', 'persistent', 'bufferSize'],
}))
  for (const key of keys)
    scenario(`${namespace}.create: ${key} of every kind`, (t) =>
      t.tryKinds(key, (value) => t.cb(/** @type {'tcp'} */ (namespace), 'create', { [key]: value })),
    )

for (const namespace of /** @type {const} */ (['tcpServer', 'tcp', 'udp']))
  scenario(`${namespace}.update: name of every kind`, (t) =>
    t.tryKinds('name', (value) => t.cb(namespace, 'update', t.unknownId, { name: value })),
  )

scenario('tcp.secure: tlsVersion of every kind', async (t) => {
  const secure = (/** @type {object} */ options) => t.cb('tcp', 'secure', t.unknownId, options)
  await t.tryKinds('tlsVersion', (value) => secure({ tlsVersion: value }))
  await t.tryKinds('min', (value) => secure({ tlsVersion: { min: value } }))
  await t.tryKinds('max', (value) => secure({ tlsVersion: { max: value } }))
})

scenario('unknown keys', async (t) => {
  const create = (/** @type {object} */ properties) => t.cb('tcpServer', 'create', properties)
  t.log('bogus', await create({ bogus: 1 }))
  t.log('bogus undefined', await create({ bogus: undefined }))
  t.log('bogus null', await create({ bogus: null }))
  t.log('bufferSize, of tcp', await create({ bufferSize: 1 }))
  t.log('two', await create({ one: 1, two: 2 }))
  t.log('a wrong one, then an unknown one', await create({ name: 1, bogus: 1 }))
  t.log('an unknown one, then a wrong one', await create({ bogus: 1, name: 1 }))
  t.log('two wrong ones', await create({ persistent: 1, name: 1 }))
  t.log('two wrong ones, other order', await create({ name: 1, persistent: 1 }))
  t.log('other case', await create({ Name: 'x' }))
  t.log('empty key', await create({ '': 1 }))
  t.log('number', await create({ 0: 1 }))
  t.log('key with quotes', await create({ "it's": 1 }))
  t.log('symbol', await create({ [Symbol('s')]: 1 }))
  t.log('constructor', await create({ constructor: 1 }))
  t.log('__proto__', await create({ ['__proto__']: 1 }))
  t.log('toString', await create({ toString: 1 }))
})

scenario('unknown keys inside tlsVersion', async (t) => {
  t.log('bogus', await t.cb('tcp', 'secure', t.unknownId, { tlsVersion: { bogus: 1 } }))
  t.log('bogus beside', await t.cb('tcp', 'secure', t.unknownId, { bogus: 1, tlsVersion: {} }))
  t.log('both null', await t.cb('tcp', 'secure', t.unknownId, { tlsVersion: { min: null, max: undefined } }))
})

scenario('which properties are seen', async (t) => {
  const nameOf = async (/** @type {object} */ properties) => {
    const answer = await t.cb('tcpServer', 'create', properties)
    if (answer.args === undefined) return answer
    return (await t.info('tcpServer', answer.args[0].socketId)).name
  }
  t.log('inherited', await nameOf(Object.create({ name: 'inherited' })))
  t.log('inherited and unknown', await nameOf(Object.create({ bogus: 1 })))
  t.log('not enumerable', await nameOf(Object.defineProperty({}, 'name', { value: 'hidden' })))
  t.log('not enumerable and unknown', await nameOf(Object.defineProperty({}, 'bogus', { value: 1 })))
  t.log('getter', await nameOf({ get name() { return 'got' } })) // prettier-ignore
  t.log('setter only', await nameOf({ set name(/** @type {string} */ _value) {} })) // prettier-ignore
  t.log('class instance', await nameOf(new (class { name = 'of instance' })())) // prettier-ignore
  t.log('frozen', await nameOf(Object.freeze({ name: 'frozen' })))
  t.log('Map with a property', await nameOf(Object.assign(new Map(), { name: 'of map' })))
  t.log('Date with a property', await nameOf(Object.assign(new Date(), { name: 'of date' })))
  t.log('function with a property', await nameOf(Object.assign(() => {}, { bogus: 1 })))
})

scenario('getters that throw', async (t) => {
  const thrower = (/** @type {string} */ key) =>
    Object.defineProperty({}, key, { enumerable: true, get: () => { throw new Error('boom') } }) // prettier-ignore
  t.log('name', await t.cb('tcpServer', 'create', thrower('name')))
  t.log('unknown key', await t.cb('tcpServer', 'create', thrower('bogus')))
  t.log('min', await t.cb('tcp', 'secure', t.unknownId, { tlsVersion: thrower('min') }))
})

scenario('properties of one object are read in this order', async (t) => {
  /** @type {string[]} */
  const read = []
  const properties = {}
  for (const key of ['persistent', 'bufferSize', 'name'])
    Object.defineProperty(properties, key, { enumerable: true, get: () => void read.push(key) })
  t.log('create', await t.cb('tcp', 'create', properties))
  t.log('read', read)
})

scenario('a Proxy as properties', async (t) => {
  /** @type {string[]} */
  const seen = []
  const note = (/** @type {string} */ trap, /** @type {unknown} */ key = '') =>
    seen.push(`${trap} ${String(key)}`)
  const proxy = new Proxy(
    { name: 'proxied' },
    {
      get: (target, key) => (note('get', key), Reflect.get(target, key)),
      ownKeys: (target) => (note('ownKeys'), Reflect.ownKeys(target)),
      getOwnPropertyDescriptor: (target, key) => (
        note('getOwnPropertyDescriptor', key),
        Reflect.getOwnPropertyDescriptor(target, key)
      ),
      has: (target, key) => (note('has', key), Reflect.has(target, key)),
      getPrototypeOf: (target) => (note('getPrototypeOf'), Reflect.getPrototypeOf(target)),
    },
  )
  const { args } = await t.cb('tcpServer', 'create', proxy)
  t.log('name', (await t.info('tcpServer', args[0].socketId)).name)
  t.log('traps', seen)
})

scenario('what is changed after the call does not count', async (t) => {
  const properties = { name: 'before' }
  const created = t.cb('tcpServer', 'create', properties)
  properties.name = 'after'
  t.log('name', (await t.info('tcpServer', (await created).args[0].socketId)).name)
})

scenario('a proxy of an array', async (t) => {
  t.log('create', await t.cb('tcpServer', 'create', new Proxy([], {})))
})
