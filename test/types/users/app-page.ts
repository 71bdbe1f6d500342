/// <reference types="electron-chrome-sockets/globals-app" />

/** A page of a whole Chrome App. Compiled only. */
chrome.app.runtime.onLaunched.addListener(({ items = [], source }) => {
  if (source === chrome.app.runtime.LaunchSource.RELOAD) return
  for (const { entry, type } of items) console.log(entry.fullPath, type)
  chrome.app.window.create('window.html', { id: 'main', innerBounds: { width: 400 } }, (created) => {
    created.onClosed.addListener(() => console.log(chrome.app.window.get('main')?.innerBounds.width))
    created.contentWindow.document.title = chrome.i18n.getMessage('title', ['one'])
  })
})

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  sendResponse(`${String(message)} ${sender.url} ${chrome.runtime.getURL('a')}`)
  return true
})
chrome.runtime.onInstalled.addListener(({ previousVersion, reason }) => console.log(reason, previousVersion))
chrome.runtime.sendMessage('hello', (answer: string) =>
  console.log(answer, chrome.runtime.lastError?.message),
)
chrome.runtime.connect({ name: 'port' }).postMessage({})
chrome.runtime.getBackgroundPage((page) => page.console.log())

chrome.storage.local.set({ one: 1 }, () => {})
chrome.storage.local.get({ one: 0 }).then(({ one }) => console.log(one, chrome.storage.local.QUOTA_BYTES))
chrome.storage.onChanged.addListener(({ one }, area) => console.log(one.newValue, area))
chrome.fileSystem.chooseEntry({ type: 'openFile' }, (entry) => {
  if (entry !== undefined) console.log(chrome.fileSystem.retainEntry(entry))
})
chrome.fileSystem.chooseEntry({ acceptsMultiple: true }, (entries = []) => console.log(entries.length))
chrome.sockets.tcp.create({ persistent: true }, ({ socketId }) => console.log(socketId))

// @ts-expect-error -- a window has no such state
chrome.app.window.create('window.html', { state: 'open' })
// @ts-expect-error -- only texts
chrome.runtime.getURL(1)
// @ts-expect-error -- Chrome insists on a callback
chrome.fileSystem.restoreEntry('id')
