// chrome.runtime.lastError: when it is there, what it is, and who looks at it.

/** @param {(resolve: (value?: unknown) => void) => void} act */
const once = (act) => new Promise(act)

scenario('there is none outside of a callback', (t) => {
  t.log('value', chrome.runtime.lastError)
  t.log('in', 'lastError' in chrome.runtime)
  t.log('own key', Object.keys(chrome.runtime).includes('lastError'))
})

scenario('it is an object with a message', async (t) => {
  await once((resolve) =>
    chrome.sockets.tcpServer.close(t.unknownId, () => {
      const error = /** @type {any} */ (chrome.runtime.lastError)
      t.log('value', error)
      t.log('JSON', JSON.stringify(error))
      t.log('is an Error', error instanceof Error)
      t.log('text', String(error))
      t.log('message', Object.getOwnPropertyDescriptor(error, 'message'))
      t.log('same object', error === chrome.runtime.lastError)
      t.log('in', 'lastError' in chrome.runtime)
      t.log('own key', Object.keys(chrome.runtime).includes('lastError'))
      resolve()
    }),
  )
})

scenario('none in the callback of a call that succeeds', async (t) => {
  await once((resolve) =>
    chrome.sockets.tcpServer.create({}, () => {
      t.log('value', chrome.runtime.lastError)
      t.log('in', 'lastError' in chrome.runtime)
      resolve()
    }),
  )
})

scenario('it lives until the next task', async (t) => {
  await once((resolve) =>
    chrome.sockets.tcpServer.close(t.unknownId, () => {
      t.log('callback', chrome.runtime.lastError?.message)
      void Promise.resolve().then(() => t.log('microtask', chrome.runtime.lastError?.message))
      queueMicrotask(() => queueMicrotask(() => t.log('second microtask', chrome.runtime.lastError?.message)))
      setTimeout(() => {
        t.log('next task', chrome.runtime.lastError?.message)
        t.log('in', 'lastError' in chrome.runtime)
        resolve()
      }, 0)
    }),
  )
})

scenario('an answer that succeeds right after one that fails has none', async (t) => {
  await once((resolve) => {
    chrome.sockets.tcpServer.close(t.unknownId, () => t.log('first', chrome.runtime.lastError?.message))
    chrome.sockets.tcpServer.create({}, () => {
      t.log('second', chrome.runtime.lastError?.message)
      resolve()
    })
  })
})

scenario('each answer that fails has its own', async (t) => {
  const id = await t.create('tcpServer')
  await once((resolve) => {
    chrome.sockets.tcpServer.close(t.unknownId, () => t.log('first', chrome.runtime.lastError?.message))
    chrome.sockets.tcpServer.listen(id, 'localhost', 0, (result) => {
      t.log('second', chrome.runtime.lastError?.message, result)
      resolve()
    })
  })
})

scenario('it is not there in an event that comes meanwhile', async (t) => {
  const server = await t.server()
  const seen = /** @type {unknown[]} */ ([])
  const listener = () => seen.push(chrome.runtime.lastError?.message)
  chrome.sockets.tcpServer.onAccept.addListener(listener)
  t.cleanup.push(() => chrome.sockets.tcpServer.onAccept.removeListener(listener))
  const connected = t.peer.connect({ port: server.port })
  for (let count = 0; count < 20; count += 1) await t.cb('tcpServer', 'close', t.unknownId)
  await connected
  await t.sleep(50)
  t.log('seen', seen)
})

scenario('not looked at: the console tells', async (t) => {
  await once((resolve) => chrome.sockets.tcpServer.close(t.unknownId, () => resolve()))
  await once((resolve) => chrome.sockets.tcp.send(t.unknownId, new ArrayBuffer(1), () => resolve()))
  await t.sleep(20)
})

scenario('not looked at, each failure tells once', async (t) => {
  const id = await t.create('tcpServer')
  await once((resolve) => {
    chrome.sockets.tcpServer.close(t.unknownId, () => {})
    chrome.sockets.tcpServer.listen(id, 'localhost', 0, () => {})
    chrome.sockets.tcpServer.close(t.unknownId, () => resolve())
  })
  await t.sleep(20)
})

scenario('looked at without its message: nothing is told', async (t) => {
  await once((resolve) =>
    chrome.sockets.tcpServer.close(t.unknownId, () => resolve(void chrome.runtime.lastError)),
  )
  await t.sleep(20)
})

scenario('looked for with "in" and keys only: the console tells', async (t) => {
  await once((resolve) =>
    chrome.sockets.tcpServer.close(t.unknownId, () => {
      t.log('in', 'lastError' in chrome.runtime)
      t.log('keys', Object.keys(chrome.runtime).includes('lastError'))
      resolve()
    }),
  )
  await t.sleep(20)
})

scenario('its message read in a microtask of the callback', async (t) => {
  await once((resolve) =>
    chrome.sockets.tcpServer.close(t.unknownId, () => {
      void Promise.resolve().then(() => resolve(t.log('message', chrome.runtime.lastError?.message)))
    }),
  )
  await t.sleep(20)
})

scenario('the object is kept, and its message read in the next task', async (t) => {
  await once((resolve) =>
    chrome.sockets.tcpServer.close(t.unknownId, () => {
      const kept = chrome.runtime.lastError
      setTimeout(() => resolve(t.log('message', kept?.message)), 0)
    }),
  )
  await t.sleep(20)
})

scenario('looked at as JSON, as text, by its keys', async (t) => {
  const looks = /** @type {((error: any) => unknown)[]} */ ([JSON.stringify, String, Object.keys])
  for (const look of looks)
    await once((resolve) =>
      chrome.sockets.tcpServer.close(t.unknownId, () =>
        resolve(t.log('seen', look(chrome.runtime.lastError))),
      ),
    )
  await t.sleep(20)
})

scenario('promises have none', async (t) => {
  const error = await chrome.sockets.tcpServer.close(t.unknownId).catch((/** @type {any} */ reason) => {
    t.log('in', 'lastError' in chrome.runtime)
    return reason
  })
  t.log('rejected with', error)
  t.log('plain Error', Object.getPrototypeOf(error) === Error.prototype)
  t.log('own keys', Reflect.ownKeys(error))
})
