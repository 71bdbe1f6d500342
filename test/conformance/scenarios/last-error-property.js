scenario('the property as it is in a callback', async (t) => {
  await new Promise((resolve) =>
    chrome.sockets.tcpServer.close(t.unknownId, () => {
      const property = Object.getOwnPropertyDescriptor(chrome.runtime, 'lastError') ?? {}
      t.log('keys', Object.keys(property))
      t.log('enumerable, configurable', property.enumerable, property.configurable)
      void chrome.runtime.lastError
      resolve(undefined)
    }),
  )
})
