// Only Chrome runs this file: Electron's main.js opens the window itself.

/**
 * @typedef {{ onClosed: { addListener: (callback: () => void) => void } }} AppWindow
 * @typedef {object} AppApi
 * @property {{ onLaunched: { addListener: (callback: () => void) => void } }} runtime
 * @property {{ create: (url: string, options: object, callback: (window: AppWindow) => void) => void }} window
 */

const { app } = /** @type {typeof chrome & { app: AppApi }} */ (chrome)

app.runtime.onLaunched.addListener(() => {
  const innerBounds = { width: 1040, height: 720, minWidth: 380, minHeight: 480 }
  app.window.create('index.html', { id: 'main', innerBounds }, (appWindow) => {
    appWindow.onClosed.addListener(closeAllSockets)
  })
})

// In Chrome sockets belong to the app, not to its window: without this they would outlive it for a while.
function closeAllSockets() {
  for (const api of [chrome.sockets.tcpServer, chrome.sockets.tcp]) {
    void api.getSockets((sockets) => {
      for (const { socketId } of sockets) api.close(socketId, () => void chrome.runtime.lastError)
    })
  }
}
