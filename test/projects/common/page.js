// The page of every project: echoes what its first client sends, and keeps a list of what has happened.
const steps = []
Object.assign(globalThis, { steps })
const { tcp, tcpServer } = globalThis.chrome?.sockets ?? {}

/** @param {number} server */
function serve(server) {
  tcpServer.onAccept.addListener(({ clientSocketId }) => {
    steps.push('accept')
    tcp.setPaused(clientSocketId, false)
  })
  tcp.onReceive.addListener(({ data, socketId }) => {
    steps.push('receive')
    tcp.send(socketId, data, () => {
      steps.push('send')
      tcp.close(socketId, () => tcpServer.close(server, () => steps.push('close')))
    })
  })
  tcpServer.listen(server, '127.0.0.1', 0, () => {
    steps.push('listen')
    tcpServer.getInfo(server, ({ localPort }) => Object.assign(globalThis, { port: localPort }))
  })
}

tcpServer?.create({}, ({ socketId }) => {
  steps.push('create')
  serve(socketId)
})
