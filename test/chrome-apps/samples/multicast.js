/** Talks with whoever is in a group. */
const { udp } = chrome.sockets
const call = (method, ...args) => new Promise((resolve) => udp[method](...args, resolve))
let socket
let place

udp.onReceive.addListener(({ socketId, data }) => {
  if (socketId === socket) show(`heard ${decode(data)}`)
})

onSubmit('#join', async ({ group, port }) => {
  const { socketId } = await udp.create({})
  socket = socketId
  show(`ttl ${await call('setMulticastTimeToLive', socketId, 1)}`)
  show(`loopback ${await call('setMulticastLoopbackMode', socketId, true)}`)
  show(`bind ${await call('bind', socketId, '0.0.0.0', Number(port))}`)
  const { localPort } = await udp.getInfo(socketId)
  place = { group, port: localPort }
  show(`join ${await call('joinGroup', socketId, group)}`)
  show(`joined ${await udp.getJoinedGroups(socketId)}`)
  globalThis.place = place
})

onSubmit('#say', async ({ text }) => {
  const info = await call('send', socket, encode(text), place.group, place.port)
  const { bytesSent, resultCode } = info ?? {}
  show(`sent ${bytesSent}, ${resultCode}`)
})

query('#leave').onclick = async () => {
  show(`leave ${await call('leaveGroup', socket, place.group)}`)
  await udp.close(socket)
  show('left')
}
