scenario(
  'a call after one whose lastError was assigned to',
  async (t) => {
    /** @param {(error: any) => void} look */
    const fail = (look) =>
      new Promise((resolve) => {
        chrome.sockets.tcpServer.close(t.unknownId, () => resolve(look(chrome.runtime.lastError)))
      })
    await fail(() => Object.assign(chrome.runtime, { lastError: 'mine' }))
    await fail((error) => t.log('second', error?.message ?? error))
    await t.sleep(20)
    t.log('afterwards', chrome.runtime.lastError)
  },
  { ownPage: true },
)
