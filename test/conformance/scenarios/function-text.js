scenario('the text of a method', (t) => {
  const { tcpServer } = /** @type {any} */ (chrome.sockets)
  t.log('create', String(tcpServer.create).includes('[native code]'))
  t.log('addListener', String(tcpServer.onAccept.addListener).includes('[native code]'))
})
