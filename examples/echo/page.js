chrome.sockets.tcpServer.onAccept.addListener(({ clientSocketId }) =>
  chrome.sockets.tcp.setPaused(clientSocketId, false),
)

chrome.sockets.tcp.onReceive.addListener(({ socketId, data }) =>
  chrome.sockets.tcp.send(socketId, data, () => void chrome.runtime.lastError),
)
chrome.sockets.tcp.onReceiveError.addListener(({ socketId }) => chrome.sockets.tcp.close(socketId))

chrome.sockets.tcpServer.create({}, ({ socketId }) => {
  chrome.sockets.tcpServer.listen(socketId, '127.0.0.1', 7777, (result) => {
    const error = chrome.runtime.lastError
    document.body.textContent = error ? `${error.message} (${result})` : 'Try: nc 127.0.0.1 7777'
  })
})
