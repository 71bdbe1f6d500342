/** The same API as it is used today: promises. Compiled only. */
export async function start(): Promise<number | undefined> {
  const { socketId } = await chrome.sockets.tcpServer.create({ persistent: true })
  await chrome.sockets.tcpServer.setPaused(socketId, true)
  const info: chrome.sockets.tcpServer.SocketInfo = await chrome.sockets.tcpServer.getInfo(socketId)
  const groups: string[] = await chrome.sockets.udp.getJoinedGroups(1)
  await chrome.sockets.tcp.close(groups.length)
  return info.localPort
}
