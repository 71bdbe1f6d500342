// @ts-check
// How a hostile page comes by the port that the facade keeps to itself: it looks at the event under way.
window.stealPort = () =>
  new Promise((resolve) => {
    chrome.sockets.tcp.getSockets(() => {
      const target = window.event?.currentTarget
      resolve(target instanceof MessagePort ? target : undefined)
    })
  })

/** Sends the port to the window that this one has opened, and tells whether there was one to send. */
window.handPortOn = async () => {
  const port = await window.stealPort()
  if (port !== undefined) window.popup?.postMessage('take this', '*', [port])
  return port !== undefined
}

window.addEventListener('message', ({ ports: [port] }) => {
  port?.addEventListener('close', () => (document.title = 'closed'))
  port?.start()
  if (port !== undefined) document.title = 'received'
  window.receivedPort = port
})
