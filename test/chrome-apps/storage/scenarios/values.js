/** Stores a value, and says what is there then. */
async function keep(t, label, value) {
  const set = await t.cb('storage.local.set', { value })
  const { args } = await t.cb('storage.local.get')
  t.log(label, set, JSON.stringify(args[0]))
  await t.cb('storage.local.clear')
}

async function keepAll(t, values) {
  for (const [label, value] of Object.entries(values)) await keep(t, label, value)
}

class Own {
  constructor() {
    this.own = 1
  }

  get inherited() {
    return 2
  }
}

scenario('values: what is not kept', (t) =>
  keepAll(t, {
    undefined: undefined,
    NaN: NaN,
    Infinity: -Infinity,
    function: () => {},
    symbol: Symbol('x'),
    bigint: 10n,
    inList: [undefined, () => {}, NaN, Symbol('x'), 1n],
    inObject: { u: undefined, f() {}, n: NaN, ok: 1 },
  }),
)

scenario('values: numbers and texts', (t) =>
  keepAll(t, {
    null: null,
    negativeZero: -0,
    large: 2 ** 60,
    small: 1e-7,
    half: '\ud800a',
    empty: '',
    escaped: '<\u2028&"',
  }),
)

scenario('values: objects of all kinds', (t) =>
  keepAll(t, {
    date: new Date(0),
    regExp: /x/g,
    map: new Map([[1, 2]]),
    set: new Set([1]),
    error: new Error('x'),
    blob: new Blob(['x']),
    element: document.createElement('p'),
    boolean: new Boolean(true),
    number: new Number(5),
    string: new String('st'),
    toJSON: { toJSON: () => 'no', a: 1 },
    own: new Own(),
    promise: Promise.resolve(1),
    nullPrototype: Object.assign(Object.create(null), { a: 1 }),
    hidden: Object.defineProperty({ seen: 1 }, 'hidden', { value: 2 }),
    symbolKey: { [Symbol('a')]: 1, b: 2 },
    numbersAsKeys: { 2: 'b', 1: 'a', x: 1 },
    emptyKey: { '': 1 },
    proxy: new Proxy({ a: 1 }, {}),
  }),
)

scenario("values: objects of the page's own", async (t) => {
  class OwnTarget extends EventTarget {
    own = 1
  }
  class OwnMap extends Map {
    own = 1
  }
  const element = Object.assign(document.createElement('p'), { own: 1 })
  element.dataset.name = 'x'
  element.append('text', document.createElement('b'))
  await keepAll(t, {
    location,
    window,
    document,
    element,
    dataset: element.dataset,
    nodes: element.childNodes,
    style: element.style,
    target: new OwnTarget(),
    map: new OwnMap(),
    list: [location, element],
    deep: { location, ok: 1 },
    promise: Object.assign(Promise.resolve(), { own: 1 }),
    error: Object.assign(new DOMException('x'), { own: 1 }),
    rectangle: new DOMRect(1, 2, 3, 4),
    inherits: Object.create({ inherited: 1 }, { own: { value: 1, enumerable: true } }),
    formatter: Object.assign(new Intl.NumberFormat('en'), { own: 1 }),
  })
  t.log('defaults', await t.cb('storage.local.get', { location, element, ok: 1 }))
})

scenario('values: lists', (t) =>
  keepAll(t, {
    holes: Object.assign([1], { 2: 3 }),
    long: Object.assign([], { 5: 1 }),
    withKeys: Object.assign([1], { extra: 2 }),
  }),
)

scenario('values: cycles, the same twice, depth', async (t) => {
  const cycle = { a: 1 }
  cycle.self = cycle
  const shared = { s: 1 }
  await keepAll(t, { cycle, shared: [shared, shared] })
  const nest = (depth, wrap) => (depth === 0 ? 'end' : wrap(nest(depth - 1, wrap)))
  for (const depth of [99, 100, 101]) {
    await keep(
      t,
      `${depth} lists`,
      nest(depth, (inner) => [inner]),
    )
    await keep(
      t,
      `${depth} objects`,
      nest(depth, (d) => ({ d })),
    )
  }
})

scenario('values: bytes fail the whole call', async (t) => {
  for (const value of [new ArrayBuffer(2), new Uint8Array(2), new DataView(new ArrayBuffer(2))]) {
    await keep(t, 'bytes', value)
    await keep(t, 'deep', { list: [value] })
  }
  t.log('two items', await t.cb('storage.local.set', { ok: 1, value: new Uint8Array(1) }))
  t.log('get', await t.cb('storage.local.get'))
})

scenario('values: getters that throw', async (t) => {
  const throws = () => {
    throw new Error('boom')
  }
  const throwing = Object.defineProperty({}, 'a', { get: throws, enumerable: true })
  t.log('set', await t.ask('storage.local.set', throwing))
  t.log(
    'deep',
    await t.ask('storage.local.set', { deep: throwing, keys: new Proxy({}, { ownKeys: throws }) }),
  )
  t.log('keys', await t.ask('storage.local.set', new Proxy({}, { ownKeys: throws })))
  t.log('get', await t.ask('storage.local.get', throwing))
  t.log('stored', await t.cb('storage.local.get'))
})

scenario('values: defaults', async (t) => {
  await t.cb('storage.local.set', { n: null, a: 1 })
  const defaults = { n: 5, a: 6, u: undefined, f() {}, d: new Date(0), x: NaN, o: { b: 1, a: undefined } }
  t.log('get', await t.cb('storage.local.get', defaults))
  t.log('of what is there', await t.cb('storage.local.get', { a: undefined, n: () => {} }))
})

scenario('values: keys with NUL', async (t) => {
  await t.cb('storage.local.set', { 'a\0b': 1, c: { 'd\0e': 2, 'd\0f': 3 } })
  t.log('all', await t.cb('storage.local.get'))
  for (const key of ['a', 'a\0b']) t.log('get', key, await t.cb('storage.local.get', key))
  t.log('defaults', await t.cb('storage.local.get', { 'a\0x': 5, 'z\0y': 6 }))
  t.log('remove', await t.cb('storage.local.remove', 'a\0b'))
  t.log('left', await t.cb('storage.local.getKeys'))
})

scenario('values: keys', async (t) => {
  const items = { 10: 1, 9: 2, b: 3, a: 4, '': 5, '\uff5e': 6, '\u{1f600}': 7, Z: 8 }
  t.log('set', await t.cb('storage.local.set', items))
  t.log('getKeys', await t.cb('storage.local.getKeys'))
  const { args } = await t.cb('storage.local.get')
  t.log('get', Object.keys(args[0]).join(' '))
  t.log('empty', await t.cb('storage.local.get', ''))
  t.log('proto', await t.cb('storage.local.set', JSON.parse('{"__proto__":{"a":1},"constructor":5}')))
  t.log('get', JSON.stringify((await t.cb('storage.local.get', ['__proto__', 'constructor'])).args))
})

scenario('values: bytes that count', async (t) => {
  const numbers = [1, 2 ** 31, 123456789012, 1e12, 2 ** 53, 1e21, 1e-7, 0.1, -5]
  const texts = ['', 'abc', 'é', '\u{1f600}', '<>&"\\', '\u2028', '\n\u0001', '\ud800']
  for (const value of [...numbers, ...texts, null, true, [], {}, { b: 1, a: [1, null] }]) {
    await t.cb('storage.local.set', { value })
    t.log('bytes', value, (await t.cb('storage.local.getBytesInUse', 'value')).args)
  }
})
