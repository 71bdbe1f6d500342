/** A window that talks to the others by its own code. */
const windowId = () => chrome.app.window.current().id

part('hears storage', (page) => {
  chrome.storage.onChanged.addListener((changes, area) => page.log('storage.onChanged', changes, area))
})

part('hears its area', (page) => {
  chrome.storage.local.onChanged.addListener((...args) => page.log('storage.local.onChanged', ...args))
})

part('sets', async (page, items) => page.log('set', await page.cb('storage.local.set', items)))

part('gets', async (page, keys) => page.log('get', await page.cb('storage.local.get', keys)))

part('hears messages', (page, answer) => {
  chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
    page.log('onMessage', message, sender, sendResponse.length)
    if (answer === 'at once') sendResponse({ from: windowId(), message })
    if (answer === 'later') setTimeout(() => sendResponse({ from: windowId(), late: true }), 20)
    return answer === 'later'
  })
})

part('sends', async (page, message) => page.log('sendMessage', await page.cb('runtime.sendMessage', message)))

part('hears ports', (page) => {
  chrome.runtime.onConnect.addListener((port) => {
    page.log('onConnect', port.name, port.sender)
    port.onMessage.addListener((message, other) => {
      page.log('port.onMessage', message, other === port)
      port.postMessage({ from: windowId(), message })
    })
    port.onDisconnect.addListener((other) => page.log('port.onDisconnect', other === port))
  })
})

part('connects', (page, name) => {
  const port = chrome.runtime.connect({ name })
  port.onMessage.addListener((message) => page.log('answer', message))
  port.onDisconnect.addListener(() => page.log('disconnected', chrome.runtime.lastError))
  port.postMessage('hello')
  globalThis.port = port
})
