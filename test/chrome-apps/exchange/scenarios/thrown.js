class OwnError extends Error {}

class OwnClass {
  field = 1
}

const thrown = {
  'a plain object': () => ({}),
  'an own class': () => new OwnClass(),
  'no prototype': () => Object.create(null),
  'a tag without a prototype': () => Object.assign(Object.create(null), { [Symbol.toStringTag]: 'Tag' }),
  'an own text': () => ({ toString: () => 'text' }),
  'a constructor that is none': () => ({ constructor: 'x' }),
  'a constructor that throws': () => ({
    get constructor() {
      throw new Error('never')
    },
  }),
  'a list': () => [1],
  'a map': () => new Map(),
  'a date': () => new Date(0),
  bytes: () => new Uint8Array(1),
  'a number as an object': () => Object(1),
  'an iterator': () => (function* () {})(),
  'an element': () => document.documentElement,
  'a DOMException': () => new DOMException('message', 'AbortError'),
  'an error of an own class': () => new OwnError('message'),
  'an error without a stack': () =>
    Object.defineProperty(new OwnError('message'), 'stack', { value: undefined }),
  'an error whose stack is no text': () => Object.assign(new Error('message'), { stack: 5 }),
  'an error whose message and name throw': () => {
    const get = () => {
      throw new Error('never')
    }
    return Object.defineProperties(new Error('message'), { message: { get }, name: { get } })
  },
  'a proxy of an error': () => new Proxy(new OwnError('message'), {}),
  'a stack that is undefined': () => ({ stack: undefined }),
  'what has the prototype of errors': () => Object.create(Error.prototype),
  'a stack of its own': () => ({ stack: 'own' }),
  'a stack with a NUL': () => ({ stack: 'own\0and more' }),
  'a function with a text of its own': () => Object.assign(() => 1, { toString: () => 'text' }),
  'a function whose text throws': () =>
    Object.assign(() => 1, {
      toString() {
        throw new Error('never')
      },
    }),
  'a NUL': () => 'a\0b',
  'a symbol': () => Symbol('name'),
  'a big integer': () => 1n,
}

for (const [kind, make] of Object.entries(thrown))
  scenario(`thrown: ${kind}`, async (t) => {
    const fail = () => {
      throw make()
    }
    chrome.storage.local.get('x', fail)
    chrome.storage.onChanged.addListener(fail)
    await t.cb('storage.local.set', { x: 1 })
    chrome.storage.onChanged.removeListener(fail)
    await t.cb('storage.local.get', 'x')
    await t.sleep(20)
  })

const throwNever = () => {
  throw new Error('of the getter')
}

const failing = {
  'an error whose stack throws': () =>
    Object.defineProperty(new Error('message'), 'stack', { get: throwNever }),
  'an object whose stack throws': () => Object.defineProperty({}, 'stack', { get: throwNever }),
  'an error whose stack throws a text': () =>
    Object.defineProperty(new Error('message'), 'stack', {
      get() {
        throw 'text' // eslint-disable-line no-throw-literal
      },
    }),
  'an error whose stack throws what has such a stack': () =>
    Object.defineProperty(new Error('message'), 'stack', {
      get() {
        throw Object.defineProperty(new Error('of the getter'), 'stack', { get: throwNever })
      },
    }),
  'an error that inherits a stack that throws': () => Object.create(failing['an error whose stack throws']()),
  'a proxy whose traps throw': () =>
    new Proxy(new Error('message'), { get: throwNever, getPrototypeOf: throwNever, has: throwNever }),
  'a proxy whose trap for has throws': () => new Proxy(new Error('message'), { has: throwNever }),
  'a proxy whose trap for get throws': () => new Proxy(new Error('message'), { get: throwNever }),
  'a proxy of an object whose traps throw': () =>
    new Proxy({}, { get: throwNever, getPrototypeOf: throwNever, has: throwNever }),
  'a proxy that has been revoked': () => {
    const { proxy, revoke } = Proxy.revocable(new Error('message'), {})
    revoke()
    return proxy
  },
  'a proxy of an error whose stack throws': () => new Proxy(failing['an error whose stack throws'](), {}),
}

for (const [kind, make] of Object.entries(failing))
  scenario(`thrown: ${kind}`, async (t) => {
    const events = []
    const hear = ({ error, filename, message }) =>
      events.push([String(message), String(error), filename === ''])
    window.addEventListener('error', hear)
    const fail = () => {
      throw make()
    }
    chrome.storage.local.get('x', fail)
    chrome.storage.onChanged.addListener(fail)
    await t.cb('storage.local.set', { x: 1 })
    chrome.storage.onChanged.removeListener(fail)
    await t.cb('storage.local.get', 'x')
    await t.sleep(20)
    window.removeEventListener('error', hear)
    t.log('events', ...events)
  })

scenario('thrown: what dispatch gives back', (t) => {
  const { onMessage } = chrome.runtime
  const { dispatch } = onMessage
  const listeners = [
    () => {},
    () => null,
    () => 0,
    () => {
      throw new Error('not one of them')
    },
    (...args) => args,
  ]
  t.log('nobody', dispatch.call(onMessage, 1))
  for (const listener of listeners) {
    onMessage.addListener(listener)
    t.log('dispatch', dispatch.call(onMessage, 1, 2))
  }
  for (const listener of listeners) onMessage.removeListener(listener)
})
