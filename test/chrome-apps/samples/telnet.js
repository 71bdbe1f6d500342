/** A terminal for line-by-line servers, which refuses every option that it is offered. */
const { tcp } = chrome.sockets
const command = { will: 251, wont: 252, do: 253, dont: 254, escape: 255 }
let socket
let unread = []

/** Takes negotiations out of what has come, and answers them. */
function negotiate(bytes) {
  const text = []
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] !== command.escape) {
      text.push(bytes[at])
      continue
    }
    if (at + 2 >= bytes.length) return { text, rest: bytes.slice(at) }
    const [, verb, option] = bytes.slice(at, at + 3)
    const answer = verb === command.do ? command.wont : command.dont
    if (verb === command.do || verb === command.will)
      tcp.send(socket, new Uint8Array([command.escape, answer, option]).buffer, () => {})
    show(`option ${verb} ${option}`)
    at += 2
  }
  return { text, rest: [] }
}

tcp.onReceive.addListener(({ socketId, data }) => {
  if (socketId !== socket) return
  const { text, rest } = negotiate([...unread, ...new Uint8Array(data)])
  unread = rest
  if (text.length > 0) show(decode(new Uint8Array(text)))
})

tcp.onReceiveError.addListener(({ socketId, resultCode }) => {
  if (socketId !== socket) return
  show(`the server has gone, ${resultCode}`)
  tcp.close(socketId)
})

onSubmit('#connect', async ({ host, port }) => {
  const { socketId } = await tcp.create({ name: 'telnet' })
  socket = socketId
  tcp.connect(socketId, host, Number(port), (result) => {
    show(`connect ${result} ${chrome.runtime.lastError?.message ?? ''}`)
    if (result < 0) tcp.close(socketId)
  })
})

onSubmit('#say', ({ line }) =>
  tcp.send(socket, encode(`${line}\r\n`), ({ resultCode, bytesSent }) =>
    show(`sent ${bytesSent}, ${resultCode}`),
  ),
)

query('#disconnect').onclick = async () => {
  const left = socket
  // What it still tells is nobody's business.
  socket = undefined
  await tcp.disconnect(left)
  const { connected } = await tcp.getInfo(left)
  await tcp.close(left)
  show(`connected ${connected}`)
}
