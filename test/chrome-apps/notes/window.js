opener.record.push(`script ${window.given} ${JSON.stringify(window.name)}`)

chrome.runtime.getBackgroundPage((background) => {
  background.record.push(`background page ${background === opener}`)
  chrome.storage.local.get({ starts: 0 }, ({ starts }) => {
    chrome.storage.local.set({ starts: starts + 1 }, () => background.record.push(`stored ${starts + 1}`))
  })
})

chrome.sockets.tcpServer.create({}, ({ socketId }) => {
  chrome.sockets.tcpServer.listen(socketId, '127.0.0.1', 0, (result) => {
    opener.record.push(`listening ${result}`)
  })
})
