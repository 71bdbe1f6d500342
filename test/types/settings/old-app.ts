/** A Chrome App's code as it was written then: callbacks. Compiled only. */
chrome.sockets.tcpServer.create({ name: 'old' }, (createInfo) => {
  chrome.sockets.tcpServer.listen(createInfo.socketId, '127.0.0.1', 8080, (result) => {
    if (result < 0 && chrome.runtime.lastError) console.error(chrome.runtime.lastError.message)
  })
})
chrome.sockets.tcpServer.onAccept.addListener((info) => {
  chrome.sockets.tcp.setPaused(info.socketId, false)
})
chrome.sockets.tcp.onReceive.addListener((info) => {
  chrome.sockets.tcp.send(info.socketId, info.data, (sendInfo) => console.log(sendInfo.resultCode))
})
chrome.sockets.udp.create({}, ({ socketId }) => {
  chrome.sockets.udp.bind(socketId, '0.0.0.0', 0, (result: number) => console.log(result))
})
window.chrome.sockets.tcp.getSockets((sockets) => console.log(sockets.length, chrome.runtime.id))
