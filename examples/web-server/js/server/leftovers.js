/**
 * In Chrome sockets outlive a window that is closed or reloaded, and their port stays taken.
 * @param {() => void} callback when no socket of the app is open
 */
export function closeLeftovers(callback) {
  closeSockets(chrome.sockets.tcpServer, () => closeSockets(chrome.sockets.tcp, callback))
}

/**
 * @param {typeof chrome.sockets.tcpServer | typeof chrome.sockets.tcp} api
 * @param {() => void} callback
 */
function closeSockets(api, callback) {
  void api.getSockets((sockets) => {
    let open = sockets.length
    if (open === 0) return callback()
    for (const { socketId } of sockets) {
      api.close(socketId, () => {
        void chrome.runtime.lastError
        open -= 1
        if (open === 0) callback()
      })
    }
  })
}
