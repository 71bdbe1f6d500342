// Serves the folder that was chosen last, with or without a window.
const { tcp, tcpServer } = chrome.sockets
self.record = []
let folder
const requests = new Map()

self.serve = (entry) => {
  folder = entry
  chrome.storage.local.set({ folder: chrome.fileSystem.retainEntry(entry) })
  record.push(`serves ${entry.fullPath}`)
}

tcpServer.onAccept.addListener(({ clientSocketId }) => {
  requests.set(clientSocketId, '')
  tcp.setPaused(clientSocketId, false)
})

tcp.onReceive.addListener(({ data, socketId }) => {
  const request = requests.get(socketId) + new TextDecoder('latin1').decode(data)
  requests.set(socketId, request)
  if (!request.includes('\r\n\r\n')) return
  requests.set(socketId, '')
  respond(folder, request, (bytes) => new Promise((resolve) => tcp.send(socketId, bytes, resolve)))
})

tcp.onReceiveError.addListener(({ socketId }) => {
  requests.delete(socketId)
  tcp.close(socketId)
})

function openServer() {
  tcpServer.create({ persistent: true, name: 'files' }, ({ socketId }) => {
    tcpServer.listen(socketId, '127.0.0.1', 0, () => {
      tcpServer.getInfo(socketId, ({ localPort }) => {
        self.port = localPort
        record.push('listens')
      })
    })
  })
}

chrome.app.runtime.onLaunched.addListener(({ items = [] }) => {
  openServer()
  const [given] = items
  if (given !== undefined) {
    serve(given.entry)
    return
  }
  chrome.storage.local.get('folder', ({ folder: id }) => {
    if (id === undefined) chrome.app.window.create('window.html')
    else chrome.fileSystem.restoreEntry(id, serve)
  })
})
