// @ts-check
// A renderer that was taken over says to the main process whatever it likes.
const { contextBridge, ipcRenderer, webFrame } = require('electron')

const hello = 'electron-chrome-sockets:hello'
const connect = 'electron-chrome-sockets:connect'

const openPorts = (/** @type {number} */ count) => Array.from({ length: count }, () => new MessageChannel())

contextBridge.exposeInMainWorld('compromised', {
  /** Main waits for nobody, but this page waits for main. */
  sayHello: (/** @type {unknown} */ message) => ipcRenderer.sendSync(hello, message),
  /** Words where a port is expected, and the other way round. */
  sendJunk: (/** @type {unknown[]} */ ...words) => {
    ipcRenderer.send(connect, ...words)
    ipcRenderer.send(hello, ...words)
  },
  sendPorts: (/** @type {number} */ count) => {
    const channels = openPorts(count)
    ipcRenderer.postMessage(
      connect,
      null,
      channels.map(({ port1 }) => port1),
    )
  },
  sayHelloWithPorts: (/** @type {number} */ count) =>
    ipcRenderer.postMessage(
      hello,
      null,
      openPorts(count).map(({ port1 }) => port1),
    ),
  /** As an honest preload does, which keeps the third: the page speaks by the first and is told by the second. */
  handPortsOver: () => {
    const channels = openPorts(3)
    ipcRenderer.postMessage(
      connect,
      null,
      channels.map(({ port1 }) => port1),
    )
    const [calls, answers, life] = channels.map(({ port2 }) => port2)
    life?.start()
    if (calls !== undefined && answers !== undefined) window.postMessage('ports', '*', [calls, answers])
  },
  /** To Electron every frame is the page itself. */
  pretendFrames: () => {
    Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', { get: () => window })
  },
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
