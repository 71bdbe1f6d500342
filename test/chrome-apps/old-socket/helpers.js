/** A socket that is destroyed when the scenario is over. */
async function create(t, type) {
  const { args } = await t.cb('socket.create', type)
  const [{ socketId }] = args
  t.cleanup.push(() => chrome.socket.destroy(socketId))
  return socketId
}

/** A client that is connected to a peer: `{ id, peer, server }`. */
async function connect(t, mode = 'hold') {
  const server = await t.peer.listen({ mode })
  const id = await create(t, 'tcp')
  const { args } = await t.cb('socket.connect', id, '127.0.0.1', server.port)
  if (args[0] !== 0) throw new Error(`connect: ${args[0]}`)
  const [peer] = (await t.peer.accepted({ id: server.id })).ids
  return { id, peer, server }
}

/** A socket that listens: `{ id, port }`. */
async function listen(t) {
  const id = await create(t, 'tcp')
  await t.cb('socket.listen', id, '127.0.0.1', 0)
  const { args } = await t.cb('socket.getInfo', id)
  return { id, port: args[0].localPort }
}

/** A datagram socket that is bound: `{ id, port }`. */
async function bind(t, host = '127.0.0.1') {
  const id = await create(t, 'udp')
  await t.cb('socket.bind', id, host, 0)
  const { args } = await t.cb('socket.getInfo', id)
  return { id, port: args[0].localPort }
}

/** Reads until so many bytes have come, whatever the pieces are. */
async function readAll(t, id, length) {
  let text = ''
  while (text.length < length) {
    const { args } = await t.cb('socket.read', id)
    const [{ resultCode, data }] = args
    if (resultCode <= 0) return `${text} (${resultCode})`
    text += t.str(data)
  }
  return text
}

/** No socket has it. */
const unknownId = 987_654

Object.assign(globalThis, { bind, connect, create, listen, readAll, unknownId })
