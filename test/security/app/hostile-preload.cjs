// @ts-check
// What a compromised renderer could do: it speaks to the main process itself, in every frame.
const { contextBridge, ipcRenderer, webFrame } = require('electron')

const channels = {
  hello: 'electron-chrome-sockets:hello',
  connect: 'electron-chrome-sockets:connect',
}

/** Opens the three ports of a page; returns the ends that it keeps. */
const openPorts = () => {
  const pairs = [new MessageChannel(), new MessageChannel(), new MessageChannel()]
  ipcRenderer.postMessage(
    channels.connect,
    null,
    pairs.map(({ port1 }) => port1),
  )
  return pairs.map(({ port2 }) => port2)
}

contextBridge.exposeInMainWorld('forge', {
  hello: (/** @type {unknown} */ message) => ipcRenderer.sendSync(channels.hello, message),
  /** Resolves to "closed" when the main process has closed the port that it was sent. */
  connect: () =>
    new Promise((resolve) => {
      for (const port of openPorts()) {
        port.addEventListener('close', () => resolve('closed'))
        port.start()
      }
      setTimeout(() => resolve('open'), 1500)
    }),
  /** Sends the ports and does not wait. */
  connectOnly: () => void openPorts(),
  /** Gives the page ports of its own to the main process, the preload's own, too: the first is the one to speak by. */
  handOver: () => window.postMessage('forged', '*', openPorts()),
  /** Says what no preload says. */
  sendNonsense(/** @type {unknown} */ value) {
    for (const channel of Object.values(channels)) ipcRenderer.send(channel, value)
  },
  /** Sends so many ports at once. */
  sendPorts: (/** @type {number} */ count) =>
    ipcRenderer.postMessage(
      channels.connect,
      null,
      Array.from({ length: count }, () => new MessageChannel().port1),
    ),
})

// What Electron's element asks the main process by, before anything is put in front of it.
if (location.protocol === 'chrome-app:')
  void webFrame.executeJavaScript(`Object.defineProperty(Object.prototype, 'hooks', {
    configurable: true,
    set(hooks) {
      delete Object.prototype.hooks
      window.electronsInternal = hooks.guestViewInternal
      Object.defineProperty(this, 'hooks', { value: hooks })
    },
  })`)

// A page in the sandbox keeps Electron's own element, which has to do nothing there.
if (location.pathname === '/sandboxed.html')
  void webFrame.executeJavaScript(`
    const { defineProperty } = Reflect
    Reflect.defineProperty = (target, key, ...rest) =>
      (target === window && key === 'addEventListener') || defineProperty(target, key, ...rest)
  `)
