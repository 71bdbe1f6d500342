// A page that meddles with chrome.runtime.lastError.

/** @param {(resolve: (value?: unknown) => void) => void} act */
const untilCalled = (act) => new Promise(act)

const options = /** @type {const} */ ({ ownPage: true })

scenario(
  'it can be assigned to in the callback',
  async (t) => {
    await untilCalled((resolve) =>
      chrome.sockets.tcpServer.close(t.unknownId, () => {
        Object.assign(chrome.runtime, { lastError: 'mine' })
        t.log('assigned', chrome.runtime.lastError)
        setTimeout(() => {
          t.log('next task', chrome.runtime.lastError)
          resolve()
        }, 0)
      }),
    )
  },
  options,
)

scenario(
  'it can be deleted in the callback',
  async (t) => {
    await untilCalled((resolve) =>
      chrome.sockets.tcpServer.close(t.unknownId, () => {
        t.log('deleted', Reflect.deleteProperty(chrome.runtime, 'lastError'))
        t.log('value', chrome.runtime.lastError)
        resolve()
      }),
    )
  },
  options,
)

scenario(
  'a value that the page has put there stays, and the call sets none',
  async (t) => {
    Object.assign(chrome.runtime, { lastError: 'mine' })
    await untilCalled((resolve) =>
      chrome.sockets.tcpServer.close(t.unknownId, () => {
        t.log('callback', chrome.runtime.lastError)
        resolve()
      }),
    )
    await t.sleep(10)
    t.log('afterwards', chrome.runtime.lastError)
    t.log('deleted', Reflect.deleteProperty(chrome.runtime, 'lastError'))
  },
  options,
)

scenario(
  'a property defined by the page stays',
  async (t) => {
    Object.defineProperty(chrome.runtime, 'lastError', { value: 'fixed', configurable: true })
    await untilCalled((resolve) =>
      chrome.sockets.tcpServer.close(t.unknownId, () => {
        t.log('callback', chrome.runtime.lastError)
        resolve()
      }),
    )
    await t.sleep(10)
    t.log('afterwards', chrome.runtime.lastError)
    Reflect.deleteProperty(chrome.runtime, 'lastError')
  },
  options,
)
