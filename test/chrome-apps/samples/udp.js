/** Sends texts to a server of datagrams, and shows what comes back. */
const { udp } = chrome.sockets
let socket
let server

udp.onReceive.addListener(({ socketId, data, remoteAddress, remotePort }) => {
  if (socketId === socket) show(`${decode(data)} from ${remoteAddress} ${remotePort === server}`)
})

udp.onReceiveError.addListener(({ socketId, resultCode }) => {
  if (socketId === socket) show(`error ${resultCode}`)
})

onSubmit('#open', async ({ port }) => {
  server = Number(port)
  const { socketId } = await udp.create({ bufferSize: 2048 })
  socket = socketId
  udp.bind(socketId, '127.0.0.1', 0, (result) => show(`bind ${result}`))
})

onSubmit('#say', ({ text }) =>
  udp.send(socket, encode(text), '127.0.0.1', server, (info) => {
    const { bytesSent, resultCode } = info ?? {}
    show(`sent ${bytesSent}, ${resultCode} ${chrome.runtime.lastError?.message ?? ''}`)
  }),
)

query('#close').onclick = async () => {
  await udp.close(socket)
  show('closed')
}
