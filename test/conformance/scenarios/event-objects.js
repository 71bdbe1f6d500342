// The six event objects: what they have, what their methods take.

const eventNames = [
  'tcpServer.onAccept',
  'tcpServer.onAcceptError',
  'tcp.onReceive',
  'tcp.onReceiveError',
  'udp.onReceive',
  'udp.onReceiveError',
]

/** @param {string} name @returns {any} */
function eventOf(name) {
  const [namespace, event] = name.split('.')
  return /** @type {any} */ (chrome.sockets)[String(namespace)][String(event)]
}

for (const name of eventNames)
  scenario(`${name}: add, ask, remove`, (t) => {
    const event = eventOf(name)
    const one = () => {}
    const two = () => {}
    t.log('at first', event.hasListeners(), event.hasListener(one))
    t.log('addListener', event.addListener(one))
    t.log('added', event.hasListeners(), event.hasListener(one), event.hasListener(two))
    event.addListener(one)
    event.addListener(two)
    t.log('removeListener', event.removeListener(one))
    t.log('added twice, removed once', event.hasListener(one), event.hasListener(two))
    event.removeListener(one)
    event.removeListener(two)
    t.log('at last', event.hasListeners())
  })

scenario('addListener: what is not a function is ignored', async (t) => {
  const event = eventOf('tcpServer.onAccept')
  await t.tryKinds('addListener', async (value) => {
    const answer = t.raw(() => event.addListener(value))
    const listeners = event.hasListeners()
    t.raw(() => event.removeListener(value))
    return { ...answer, resolved: listeners }
  })
  t.log(
    'nothing',
    t.raw(() => event.addListener()),
  )
})

scenario('addListener: filters', async (t) => {
  const event = eventOf('tcpServer.onAccept')
  await t.tryKinds('filter', async (filter) => t.raw(() => event.addListener(() => {}, filter)))
  t.log(
    'three arguments',
    t.raw(() => event.addListener(() => {}, undefined, undefined)),
  )
  t.log(
    'not a function, and a filter',
    t.raw(() => event.addListener(1, {})),
  )
  t.log('listeners', event.hasListeners())
})

scenario('removeListener: anything', async (t) => {
  const event = eventOf('tcpServer.onAccept')
  await t.tryKinds('removeListener', async (value) => t.raw(() => event.removeListener(value)))
  t.log(
    'nothing',
    t.raw(() => event.removeListener()),
  )
  t.log(
    'two arguments',
    t.raw(() => event.removeListener(() => {}, {})),
  )
})

scenario('hasListener: anything', async (t) => {
  const event = eventOf('tcpServer.onAccept')
  await t.tryKinds('hasListener', async (value) => t.raw(() => event.hasListener(value)))
  t.log(
    'nothing',
    t.raw(() => event.hasListener()),
  )
  t.log(
    'two arguments',
    t.raw(() => event.hasListener(() => {}, 1)),
  )
})

scenario('hasListeners: arguments do not matter', (t) => {
  const event = eventOf('tcpServer.onAccept')
  t.log(
    'one',
    t.raw(() => event.hasListeners(1)),
  )
})

scenario('methods need their event object', (t) => {
  const event = eventOf('tcpServer.onAccept')
  for (const method of ['addListener', 'removeListener', 'hasListener', 'hasListeners', 'dispatch']) {
    t.log(
      method,
      t.raw(() => event[method].call({}, () => {})),
    )
    t.log(
      `${method} without`,
      t.raw(() => event[method].call(undefined, () => {})),
    )
  }
})

scenario('rules of declarative events', (t) => {
  const event = eventOf('tcpServer.onAccept')
  for (const method of ['addRules', 'getRules', 'removeRules'])
    t.log(method, method in event, typeof event[method])
})

scenario('a hundred listeners', (t) => {
  const event = eventOf('tcpServer.onAccept')
  const listeners = Array.from({ length: 100 }, () => () => {})
  for (const listener of listeners) event.addListener(listener)
  t.log('all there', listeners.every((listener) => event.hasListener(listener))) // prettier-ignore
  for (const listener of listeners) event.removeListener(listener)
  t.log('all gone', event.hasListeners())
})

scenario('listeners of one event are not those of another', (t) => {
  const listener = () => {}
  eventOf('tcp.onReceive').addListener(listener)
  for (const name of eventNames) t.log(name, eventOf(name).hasListener(listener))
  eventOf('tcp.onReceive').removeListener(listener)
})

scenario('dispatch calls the listeners of this page', (t) => {
  const event = eventOf('tcpServer.onAccept')
  if (typeof event.dispatch !== 'function') return
  /** @param {...unknown} args */
  const listener = (...args) => t.log('listener', ...args)
  event.addListener(listener)
  t.log(
    'dispatch',
    t.raw(() => event.dispatch({ socketId: -1 }, 'more')),
  )
  event.removeListener(listener)
  t.log(
    'without listeners',
    t.raw(() => event.dispatch({})),
  )
})
