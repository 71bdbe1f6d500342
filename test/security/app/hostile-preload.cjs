// @ts-check
// What a compromised renderer could do: it speaks to the main process itself, in every frame.
const { contextBridge, ipcRenderer } = require('electron')

const channels = {
  hello: 'electron-chrome-sockets:hello',
  connect: 'electron-chrome-sockets:connect',
}

contextBridge.exposeInMainWorld('forge', {
  hello: (/** @type {unknown} */ message) => ipcRenderer.sendSync(channels.hello, message),
  /** Resolves to "closed" when the main process has closed the port that it was sent. */
  connect: () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel()
      port2.addEventListener('close', () => resolve('closed'))
      port2.start()
      ipcRenderer.postMessage(channels.connect, null, [port1])
      setTimeout(() => resolve('open'), 1500)
    }),
  /** Sends the port and does not wait. */
  connectOnly: () => ipcRenderer.postMessage(channels.connect, null, [new MessageChannel().port1]),
  /** Gives the page a port of its own to the main process. */
  handOver() {
    const { port1, port2 } = new MessageChannel()
    ipcRenderer.postMessage(channels.connect, null, [port1])
    window.postMessage('forged', '*', [port2])
  },
})
