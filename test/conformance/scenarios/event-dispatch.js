// What listeners see, and what they do to each other while an event is delivered.

const onAccept = () => chrome.sockets.tcpServer.onAccept

/**
 * Adds listeners, lets one client after another connect, and takes them away again.
 * @param {import('../runtime/scenario.ts').Scenario} t
 * @param {readonly ((event: any) => void)[]} listeners
 * @param {number} [count]
 */
async function acceptWith(t, listeners, count = 1) {
  const { port } = await t.server()
  for (const listener of listeners) onAccept().addListener(listener)
  t.cleanup.push(() => listeners.forEach((listener) => onAccept().removeListener(listener)))
  const last = t.on('tcpServer.onAccept')
  for (let index = 1; index <= count; index += 1) {
    await t.peer.connect({ port })
    await last.wait(index)
  }
}

scenario('listeners are called in the order in which they were added', async (t) => {
  await acceptWith(t, [() => t.log('first'), () => t.log('second'), () => t.log('third')])
})

scenario('a listener added again keeps its place', async (t) => {
  const first = () => t.log('first')
  await acceptWith(t, [first, () => t.log('second'), first])
})

scenario('a listener removed and added again goes to the end', async (t) => {
  const first = () => t.log('first')
  const second = () => t.log('second')
  onAccept().addListener(first)
  onAccept().addListener(second)
  onAccept().removeListener(first)
  await acceptWith(t, [first])
  onAccept().removeListener(second)
})

scenario('every listener gets the same object', async (t) => {
  /** @type {unknown[]} */
  const seen = []
  const keep = (/** @type {unknown} */ event) => void seen.push(event)
  await acceptWith(t, [keep, (event) => keep(event)])
  t.log('same', seen.length, seen[0] === seen[1])
})

scenario('what one listener changes the next one sees', async (t) => {
  await acceptWith(t, [
    (event) => Object.assign(event, { added: 'by the first' }),
    (event) => t.log('second', Object.keys(event), event.added),
  ])
})

scenario('a listener gets one argument, and no this', async (t) => {
  await acceptWith(t, [
    /** @this {unknown} */
    function listener(...args) {
      t.log('arguments', args.length)
      t.log('this is the window', this === globalThis)
    },
  ])
})

scenario('a listener removed by an earlier one during dispatch still runs that time', async (t) => {
  const second = () => t.log('second')
  await acceptWith(t, [() => (t.log('first'), onAccept().removeListener(second)), second], 2)
})

scenario('a listener that removes itself runs once', async (t) => {
  const once = () => (t.log('once'), onAccept().removeListener(once))
  await acceptWith(t, [once, () => t.log('other')], 2)
})

scenario('a listener added during dispatch runs the next time', async (t) => {
  const added = () => t.log('added')
  await acceptWith(t, [() => (t.log('first'), onAccept().addListener(added))], 2)
  onAccept().removeListener(added)
})

scenario('a listener that throws does not stop the others', async (t) => {
  await acceptWith(t, [
    () => t.log('first'),
    () => {
      throw new Error('boom')
    },
    () => t.log('third'),
  ])
  await t.sleep(20)
})

scenario('every listener that throws is told of', async (t) => {
  const thrower = (/** @type {unknown} */ reason) => () => {
    throw reason
  }
  const reasons = ['text', 7, null, undefined, { message: 'object' }, new TypeError('type'), Symbol('s')]
  await acceptWith(t, reasons.map((reason) => thrower(reason))) // prettier-ignore
  await t.sleep(20)
})

scenario('a listener that throws does not reach window.onerror', async (t) => {
  const onError = () => t.log('window error event')
  window.addEventListener('error', onError)
  t.cleanup.push(() => window.removeEventListener('error', onError))
  await acceptWith(t, [
    () => {
      throw new Error('boom')
    },
  ])
  await t.sleep(20)
})

scenario('an async listener that rejects', async (t) => {
  await acceptWith(t, [
    async () => {
      throw new Error('boom')
    },
  ])
  await t.sleep(20)
})

scenario('microtasks of a listener run after all listeners or between them', async (t) => {
  await acceptWith(t, [
    () => {
      t.log('first')
      queueMicrotask(() => t.log('microtask of the first'))
    },
    () => t.log('second'),
  ])
})

scenario('what a listener returns does not matter', async (t) => {
  await acceptWith(t, [() => false, () => t.log('second'), () => Promise.resolve(), () => t.log('fourth')])
})

scenario('lastError is not there in a listener', async (t) => {
  await acceptWith(t, [() => t.log('lastError', 'lastError' in chrome.runtime)])
})

scenario('a call made in a listener is answered after the listeners', async (t) => {
  const seen = t.record()
  await acceptWith(t, [
    ({ clientSocketId }) => {
      void seen.call('tcp', 'setPaused', clientSocketId, false)
      seen.note('first')
    },
    () => seen.note('second'),
  ])
  await seen.wait(3)
  t.log('seen', seen)
})

scenario('the last listener removed: hasListeners in the listener', async (t) => {
  const { port } = await t.server()
  const done = new Promise((resolve) => {
    const only = () => {
      onAccept().removeListener(only)
      resolve(t.log('hasListeners', onAccept().hasListeners()))
    }
    onAccept().addListener(only)
  })
  await t.peer.connect({ port })
  await done
})
