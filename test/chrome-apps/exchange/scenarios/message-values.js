const messageCycle = {}
messageCycle.self = messageCycle

const kinds = {
  undefined: () => undefined,
  null: () => null,
  'minus zero': () => -0,
  NaN: () => NaN,
  Infinity: () => Infinity,
  'empty text': () => '',
  'lone surrogate': () => '\uD800',
  NUL: () => 'a\0b',
  'line separator': () => '\u2028',
  function: () => () => {},
  symbol: () => Symbol('s'),
  bigint: () => 1n,
  'bigint in an object': () => ({ a: 1n }),
  Date: () => new Date(0),
  RegExp: () => /x/,
  Map: () => new Map([['a', 1]]),
  Set: () => new Set([1]),
  Error: () => new Error('boom'),
  ArrayBuffer: () => new ArrayBuffer(4),
  Uint8Array: () => new Uint8Array([1, 2]),
  Blob: () => new Blob(['x']),
  'boxed text': () => Object('s'),
  'with toJSON': () => ({ toJSON: () => ({ json: true }) }),
  'toJSON of undefined': () => ({ toJSON: () => undefined }),
  'odd members': () => ({ a: undefined, b: () => {}, c: NaN, d: [undefined, () => {}], e: Symbol('s') }),
  holes: () => [1, , 3], // eslint-disable-line no-sparse-arrays
  cycle: () => messageCycle,
  'getter that throws': () => ({
    get a() {
      throw new Error('boom')
    },
  }),
  'toJSON that throws': () => ({
    toJSON() {
      throw new Error('boom')
    },
  }),
  'DOM node': () => document.body,
  'null prototype': () => Object.assign(Object.create(null), { a: 1 }),
  Promise: () => Promise.resolve(1),
  'large integer': () => 2 ** 53 + 2,
  __proto__: () => JSON.parse('{"__proto__": 1, "a": 2}'),
}

scenario('messages of every kind', async (t) => {
  const { contentWindow } = await t.open('window.html', { id: 'one' })
  contentWindow.chrome.runtime.onMessage.addListener((message, _sender, sendResponse) => {
    contentWindow.t.log('onMessage', message)
    sendResponse('heard')
  })
  for (const [kind, make] of Object.entries(kinds)) t.log(kind, await t.cb('runtime.sendMessage', make()))
})

scenario('answers of every kind', async (t) => {
  const { contentWindow } = await t.open('window.html', { id: 'one' })
  contentWindow.chrome.runtime.onMessage.addListener((kind, _sender, sendResponse) => {
    const { threw } = contentWindow.t.raw(() => sendResponse(kinds[kind]()))
    contentWindow.t.log(kind, threw)
  })
  for (const kind of Object.keys(kinds)) t.log(kind, await t.cb('runtime.sendMessage', kind))
})

scenario('messages of every kind by a port', async (t) => {
  const { contentWindow } = await t.open('window.html', { id: 'one' })
  const heard = []
  contentWindow.chrome.runtime.onConnect.addListener((port) => {
    port.onMessage.addListener((message) => heard.push(message))
  })
  const port = chrome.runtime.connect()
  for (const [kind, make] of Object.entries(kinds)) {
    const { threw } = t.raw(() => port.postMessage(make()))
    if (threw === undefined) await t.until(() => heard.length === 1)
    t.log(kind, threw, heard.splice(0))
  }
  port.disconnect()
})

scenario(
  'a long message',
  async (t) => {
    const { contentWindow } = await t.open('window.html', { id: 'one' })
    contentWindow.chrome.runtime.onMessage.addListener((message, _sender, sendResponse) =>
      sendResponse(message.length),
    )
    for (const length of [1, 2 ** 20, 8 * 2 ** 20])
      t.log('length', length, await t.cbWithin(20_000, 'runtime.sendMessage', 'x'.repeat(length)))
  },
  { ms: 40_000 },
)

scenario(
  'a message that is too long',
  async (t) => {
    const { contentWindow } = await t.open('window.html', { id: 'one' })
    contentWindow.chrome.runtime.onMessage.addListener((message, _sender, sendResponse) =>
      sendResponse(message.length),
    )
    t.log('longer', await t.cb('runtime.sendMessage', 'x'.repeat(64 * 2 ** 20)))
  },
  { ms: 30_000 },
)
