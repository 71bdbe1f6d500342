// @ts-check
{
  const { tcp, tcpServer } = window.chrome.sockets

  const serve = async () => {
    const { socketId } = await tcpServer.create()
    await new Promise((resolve) => tcpServer.listen(socketId, '127.0.0.1', 0, () => resolve(undefined)))
    return (await tcpServer.getInfo(socketId)).localPort ?? 0
  }

  tcpServer.onAccept.addListener(({ clientSocketId }) => tcp.setPaused(clientSocketId, false))
  tcp.onReceive.addListener(({ socketId, data }) => tcp.send(socketId, data, () => {}))
  window.serving = serve()
}
