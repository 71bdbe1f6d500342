// When callbacks run, how they are called, and what happens when they throw.

scenario('a callback comes later, after microtasks', async (t) => {
  await new Promise((resolve) => {
    chrome.sockets.tcpServer.create({}, () => resolve(t.log('callback')))
    t.log('call has returned')
    void Promise.resolve().then(() => t.log('microtask'))
  })
})

scenario('the answer of a failed call comes later too', async (t) => {
  await new Promise((resolve) => {
    chrome.sockets.tcpServer.getInfo(t.unknownId, () =>
      resolve(t.log('callback', chrome.runtime.lastError?.message)),
    )
    t.log('call has returned')
    void Promise.resolve().then(() => t.log('microtask'))
  })
})

scenario('how a callback is called', async (t) => {
  await new Promise((resolve) => {
    chrome.sockets.tcpServer.create({}, function callback(...args) {
      t.log('arguments', args.length)
      // @ts-expect-error: what `this` is, is the question
      t.log('this is the window', this === globalThis)
      t.log('active', new.target)
      resolve(undefined)
    })
  })
})

scenario('callbacks of calls made in a row come in their order', async (t) => {
  const id = await t.create('tcpServer')
  const seen = t.record()
  await Promise.all([
    seen.call('tcpServer', 'update', id, { name: 'one' }),
    seen.call('tcpServer', 'getInfo', id),
    seen.call('tcpServer', 'update', id, { name: 'two' }),
    seen.call('tcpServer', 'close', t.unknownId),
    seen.call('tcpServer', 'getInfo', id),
    seen.call('tcpServer', 'setPaused', id, true),
    seen.call('tcpServer', 'getSockets'),
    seen.call('tcpServer', 'close', id),
    seen.call('tcpServer', 'getInfo', id),
  ])
  t.log('seen', seen)
})

scenario('callbacks of all three APIs come in the order of the calls', async (t) => {
  const seen = t.record()
  await Promise.all([
    seen.call('udp', 'create'),
    seen.call('tcp', 'create'),
    seen.call('tcpServer', 'create'),
    seen.call('tcp', 'getInfo', t.unknownId),
    seen.call('udp', 'close', t.unknownId),
    seen.call('tcpServer', 'getInfo', t.unknownId),
  ])
  t.log('seen', seen)
})

scenario('a listen that fails at once does not wait, nor does what comes after it', async (t) => {
  const id = await t.create('tcpServer')
  const seen = t.record()
  await Promise.all([
    seen.call('tcpServer', 'close', t.unknownId),
    seen.call('tcpServer', 'listen', id, 'localhost', 0),
    seen.call('tcpServer', 'close', t.unknownId),
    seen.call('tcpServer', 'listen', id, '', 0),
    seen.call('tcpServer', 'getInfo', id),
  ])
  t.log('seen', seen)
})

scenario('microtasks of a callback run before the next callback', async (t) => {
  await new Promise((resolve) => {
    chrome.sockets.tcpServer.create({}, () => {
      t.log('first')
      void Promise.resolve()
        .then(() => t.log('microtask'))
        .then(() => t.log('second microtask'))
    })
    chrome.sockets.tcpServer.create({}, () => resolve(t.log('second')))
  })
})

scenario('microtasks of a failed call run before the next callback', async (t) => {
  await new Promise((resolve) => {
    chrome.sockets.tcpServer.close(t.unknownId, () => {
      t.log('first', chrome.runtime.lastError?.message)
      queueMicrotask(() => t.log('microtask', chrome.runtime.lastError?.message))
    })
    chrome.sockets.tcpServer.create({}, () => resolve(t.log('second', chrome.runtime.lastError)))
  })
})

scenario('promises of calls made in a row are settled in their order', async (t) => {
  const id = await t.create('tcpServer')
  const note = (/** @type {string} */ label) => (/** @type {unknown} */ value) => t.log(label, value)
  await Promise.all([
    chrome.sockets.tcpServer.update(id, { name: 'one' }).then(note('update')),
    chrome.sockets.tcpServer.getInfo(id).then(note('getInfo')),
    chrome.sockets.tcpServer.close(t.unknownId).catch(note('close')),
    chrome.sockets.tcpServer.getSockets().then(note('getSockets')),
    chrome.sockets.tcpServer.close(id).then(note('close')),
  ])
})

scenario('callbacks and promises in one order', async (t) => {
  const seen = t.record()
  await Promise.all([
    chrome.sockets.tcp.create({}).then(() => seen.note('promise')),
    seen.call('tcp', 'create'),
    chrome.sockets.tcp.create({}).then(() => seen.note('promise')),
    seen.call('tcp', 'create'),
  ])
  t.log('seen', seen)
})

scenario('a callback that throws', async (t) => {
  const { socketId } = await new Promise((resolve) => {
    chrome.sockets.tcpServer.create({}, (info) => {
      resolve(info)
      throw new Error('boom')
    })
  })
  await t.sleep(20)
  t.log('the socket is there', await t.cb('tcpServer', 'close', socketId))
})

scenario('a callback of a failed call that throws', async (t) => {
  await new Promise((resolve) => {
    chrome.sockets.tcpServer.close(t.unknownId, () => {
      resolve(chrome.runtime.lastError?.message)
      throw new TypeError('boom')
    })
  })
  await t.sleep(20)
  t.log('lastError is gone', 'lastError' in chrome.runtime)
})

scenario('a callback of a failed call that throws and has not looked at lastError', async (t) => {
  await new Promise((resolve) => {
    chrome.sockets.tcpServer.close(t.unknownId, () => {
      resolve(undefined)
      throw new Error('boom')
    })
  })
  await t.sleep(20)
})

scenario('callbacks that throw what is not an error', async (t) => {
  for (const thrown of ['text', 5, null, undefined, { message: 'object' }, Symbol('s')]) {
    await new Promise((resolve) => {
      chrome.sockets.tcpServer.create({}, () => {
        resolve(undefined)
        throw thrown
      })
    })
  }
  await t.sleep(20)
})

scenario('a callback that throws does not reach window.onerror', async (t) => {
  const onError = () => t.log('window error event')
  window.addEventListener('error', onError)
  t.cleanup.push(() => window.removeEventListener('error', onError))
  await new Promise((resolve) => {
    chrome.sockets.tcpServer.create({}, () => {
      resolve(undefined)
      throw new Error('boom')
    })
  })
  await t.sleep(20)
})

scenario('after a callback that throws the next one runs', async (t) => {
  await new Promise((resolve) => {
    chrome.sockets.tcpServer.create({}, () => {
      throw new Error('boom')
    })
    chrome.sockets.tcpServer.create({}, () => resolve(t.log('second')))
  })
})

scenario('a failed promise that nobody catches', async (t) => {
  const onRejection = (/** @type {PromiseRejectionEvent} */ event) =>
    t.log('unhandledrejection', event.reason)
  window.addEventListener('unhandledrejection', onRejection)
  t.cleanup.push(() => window.removeEventListener('unhandledrejection', onRejection))
  void chrome.sockets.tcpServer.close(t.unknownId)
  void chrome.sockets.tcp.getInfo(t.unknownId)
  await t.sleep(50)
})

scenario('an async callback that rejects', async (t) => {
  await new Promise((resolve) => {
    chrome.sockets.tcpServer.create({}, async () => {
      resolve(undefined)
      throw new Error('boom')
    })
  })
  await t.sleep(20)
})

scenario('a call made inside of a callback', async (t) => {
  const seen = t.record()
  await new Promise((resolve) => {
    chrome.sockets.tcpServer.create({}, () => {
      seen.note('outer')
      chrome.sockets.tcpServer.create({}, () => resolve(seen.note('inner')))
      seen.note('outer ends')
    })
  })
  t.log('seen', seen)
})
