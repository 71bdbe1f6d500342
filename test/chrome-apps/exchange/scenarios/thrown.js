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
