const areas = ['local', 'managed', 'sync']

const describe = (target, key) => {
  const { value, ...flags } = Object.getOwnPropertyDescriptor(target, key)
  const getter = Reflect.get(flags, 'get')
  const setter = Reflect.get(flags, 'set')
  for (const accessor of ['get', 'set']) Reflect.deleteProperty(flags, accessor)
  const kind =
    getter === undefined ? typeof value : `getter ${getter.name} ${getter.length} ${String(setter)}`
  return { ...flags, kind }
}

scenario('areas: what there is', (t) => {
  t.log('storage', Object.keys(chrome.storage).join(' '))
  t.log('AccessLevel', chrome.storage.AccessLevel)
  for (const area of areas) {
    const object = chrome.storage[area]
    t.log(area, Object.getOwnPropertyNames(object).join(' '))
    t.log('kind', String(object), object.constructor.name, Object.getPrototypeOf(object) === Object.prototype)
    t.log('method', describe(object, 'get'), object.get.name, object.get.length)
    t.log('event', describe(object, 'onChanged'), object.onChanged === object.onChanged)
    for (const [key, value] of Object.entries(object)) if (typeof value === 'number') t.log(key, value)
  }
})

scenario('areas: methods and events are those of their area', (t) => {
  const { local, sync } = chrome.storage
  for (const key of ['get', 'getKeys', 'set', 'remove', 'clear', 'getBytesInUse', 'setAccessLevel']) {
    t.log(
      key,
      t.raw(() => local[key].call(sync, 5)),
    )
    t.log(
      'alone',
      t.raw(() => (0, local[key])({})),
    )
  }
  const getter = Reflect.get(Object.getOwnPropertyDescriptor(local, 'onChanged'), 'get')
  t.log(
    'onChanged',
    t.raw(() => getter.call({})),
  )
})

/** Values that some method or other does not take. */
const listArguments = () => [
  [],
  [5],
  [null],
  [undefined],
  ['a'],
  [['a']],
  [['a', 5]],
  [{}],
  [[]],
  [true],
  ['a', 'b'],
  ['a', 5],
  [{}, 5],
  [{ accessLevel: 'TRUSTED_CONTEXTS' }],
  [{ accessLevel: 'X' }],
  [{ accessLevel: 5 }],
  [Symbol('x')],
  [new Date(0)],
  [new Uint8Array(2)],
]

for (const key of ['get', 'getKeys', 'set', 'remove', 'clear', 'getBytesInUse', 'setAccessLevel'])
  scenario(`areas: what ${key} takes`, async (t) => {
    for (const args of listArguments()) {
      t.log('arguments', args)
      t.log(key, await t.ask(`storage.local.${key}`, ...args))
      await t.cb('storage.local.clear')
    }
  })

for (const area of areas)
  scenario(`areas: ${area}, with callbacks and promises`, async (t) => {
    const call = async (key, ...args) => {
      t.log(key, await t.cb(`storage.${area}.${key}`, ...args))
      t.log('promise', await t.ask(`storage.${area}.${key}`, ...args))
    }
    await call('get')
    await call('get', null)
    await call('get', { x: 1 })
    await call('set', { x: 1, y: 'two' })
    await call('set', {})
    await call('get', ['y', 'x', 'zz'])
    await call('get', { zz: 0, x: 5 })
    await call('getKeys')
    await call('getBytesInUse')
    await call('getBytesInUse', null)
    await call('getBytesInUse', 'y')
    await call('getBytesInUse', ['x', 'x', 'zz'])
    await call('setAccessLevel', { accessLevel: 'TRUSTED_AND_UNTRUSTED_CONTEXTS' })
    await call('remove', 'x')
    await call('remove', [])
    await call('clear')
    await call('get')
  })

scenario('areas: answers come in the order of the calls, whichever area they are of', async (t) => {
  const { local, managed, sync } = chrome.storage
  const order = []
  const note = (label) => (result) => order.push([label, result])
  await new Promise((resolve) => {
    local.set({ o: 1 }, note('local.set'))
    local.get('o', note('local.get'))
    sync.get('o', note('sync.get'))
    local.getBytesInUse('o', note('local.getBytesInUse'))
    managed.get(note('managed.get'))
    local.remove('o', note('local.remove'))
    local.getKeys(note('local.getKeys'))
    local.get('o', resolve)
  })
  t.log('order', order)
})
