// @ts-check
// What the tests need again and again, written as a Chrome App would have it.
window.atStart = typeof window.chrome?.sockets
window.log = []

const { tcp, tcpServer, udp } = window.chrome?.sockets ?? {}

/** Calls a method with a callback and resolves to what the callback was given. */
window.call = (method, ...args) =>
  new Promise((resolve) => {
    const [namespace, name] = method.split('.')
    const callback = (/** @type {unknown[]} */ ...given) => {
      resolve({ args: given, error: window.chrome.runtime.lastError?.message })
    }
    const owner = Reflect.get(window.chrome.sockets, String(namespace))
    Reflect.get(owner, String(name))(...args, callback)
  })

/** Makes a server on a free port and returns its id and port. */
window.serve = async (properties = {}, address = '127.0.0.1') => {
  const { socketId } = await tcpServer.create(properties)
  await window.call('tcpServer.listen', socketId, address, 0)
  return { socketId, port: (await tcpServer.getInfo(socketId)).localPort ?? 0 }
}

/** Binds a socket to a free port and returns its id and port. */
window.bind = async (properties = {}, address = '127.0.0.1') => {
  const { socketId } = await udp.create(properties)
  await window.call('udp.bind', socketId, address, 0)
  return { socketId, port: (await udp.getInfo(socketId)).localPort ?? 0 }
}

/** Sends back whatever comes. */
window.echo = () => {
  tcpServer.onAccept.addListener(({ clientSocketId }) => tcp.setPaused(clientSocketId, false))
  tcp.onReceive.addListener(({ socketId, data }) => tcp.send(socketId, data, () => {}))
}

const toText = (/** @type {ArrayBuffer} */ data) => new TextDecoder('latin1').decode(data)

/** Logs every event of the API in `window.log`. */
window.record = () => {
  tcpServer.onAccept.addListener(({ socketId, clientSocketId }) =>
    window.log.push(['accept', socketId, clientSocketId]),
  )
  tcpServer.onAcceptError.addListener(({ resultCode }) => window.log.push(['acceptError', resultCode]))
  tcp.onReceive.addListener(({ socketId, data }) => window.log.push(['receive', socketId, toText(data)]))
  tcp.onReceiveError.addListener(({ socketId, resultCode }) =>
    window.log.push(['error', socketId, resultCode]),
  )
}
