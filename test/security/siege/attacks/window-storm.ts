import type { Attack } from '../attack.ts'

/** Each of them hears every event of the app. */
export const windowStorm: Attack = {
  name: 'window-storm',
  what: 'opens 20 windows of its own, which all listen, and lets a peer send 50,000 datagrams and 50 MB',
  run: async ({ open, peers, reduce }) => {
    const page = await open()
    const ports = await page.run(
      async (count) => {
        const { openWindow, serve } = window.siege
        const listen = (opened: Window): void => {
          const { chrome: theirs } = opened as unknown as { chrome?: typeof chrome }
          theirs?.sockets.udp.onReceive.addListener(() => {})
          theirs?.sockets.tcp.onReceive.addListener(() => {})
        }
        const popups = Array.from({ length: count }, () => openWindow())
        listen(window)
        for (const popup of await Promise.all(popups)) listen(popup)
        chrome.sockets.tcpServer.onAccept.addListener(({ clientSocketId }) =>
          chrome.sockets.tcp.setPaused(clientSocketId, false),
        )
        return [(await serve('udp')).port, (await serve('tcpServer')).port]
      },
      Math.max(2, reduce(20)),
    )
    const [udp = 0, tcp = 0] = ports
    await Promise.all([peers.flood(udp, reduce(50_000), 500), peers.pour(tcp, reduce(50_000_000))])
  },
}
