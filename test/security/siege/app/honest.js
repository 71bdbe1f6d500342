// @ts-check
{
  const { tcp, tcpServer } = window.chrome.sockets

  /** @type {number[]} */
  const servers = []

  window.serveAnew = async () => {
    const { socketId } = await tcpServer.create()
    servers.push(socketId)
    await new Promise((resolve) => tcpServer.listen(socketId, '127.0.0.1', 0, () => resolve(undefined)))
    return (await tcpServer.getInfo(socketId)).localPort ?? 0
  }
  window.endServing = () => tcpServer.close(servers.pop() ?? 0)

  tcpServer.onAccept.addListener(({ clientSocketId }) => tcp.setPaused(clientSocketId, false))
  tcp.onReceiveError.addListener(({ socketId }) => void tcp.close(socketId))
  tcp.onReceive.addListener(({ socketId, data }) => tcp.send(socketId, data, () => {}))
  window.serving = window.serveAnew()
}
