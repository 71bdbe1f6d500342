/** A chat by WebSockets (RFC 6455): what one client says, all hear. */
const magic = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'
const handshakes = new Map()
const unread = new Map()

async function acceptUpgrade(client, request) {
  const [, key] = /^sec-websocket-key: *(\S+)/im.exec(request)
  const digest = await crypto.subtle.digest('SHA-1', encode(key + magic))
  const answer = btoa(String.fromCharCode(...new Uint8Array(digest)))
  const lines = [
    'HTTP/1.1 101 Switching Protocols',
    'Upgrade: websocket',
    'Connection: Upgrade',
    `Sec-WebSocket-Accept: ${answer}`,
  ]
  await send(client, encode(`${lines.join('\r\n')}\r\n\r\n`))
}

/** A frame, if all of it is there: texts of up to 65535 bytes, and closing. */
function readFrame(bytes) {
  if (bytes.length < 6) return undefined
  const isLong = (bytes[1] & 0x7f) === 126
  const start = isLong ? 4 : 2
  const length = isLong ? (bytes[2] << 8) | bytes[3] : bytes[1] & 0x7f
  const end = start + 4 + length
  if (bytes.length < end) return undefined
  const mask = bytes.subarray(start, start + 4)
  const payload = bytes.slice(start + 4, end).map((byte, index) => byte ^ mask[index % 4])
  return { code: bytes[0] & 0x0f, payload, rest: bytes.slice(end) }
}

function writeFrame(code, payload) {
  const { length } = payload
  const head = length < 126 ? [0x80 | code, length] : [0x80 | code, 126, length >> 8, length & 0xff]
  return new Uint8Array([...head, ...payload]).buffer
}

async function hearFrame(client, { code, payload }) {
  if (code === 8) {
    await send(client, writeFrame(8, payload))
    await server.dismiss(client)
    show(`closed, ${server.clients.size} left`)
    return
  }
  show(`heard ${payload.length}`)
  for (const other of server.clients) await send(other, writeFrame(1, payload))
}

async function read(client, data) {
  if (!unread.has(client)) {
    const request = handshakes.get(client) + decode(data)
    handshakes.set(client, request)
    if (!request.includes('\r\n\r\n')) return
    unread.set(client, new Uint8Array())
    await acceptUpgrade(client, request)
    show('opened')
    return
  }
  let bytes = new Uint8Array([...unread.get(client), ...new Uint8Array(data)])
  for (let frame = readFrame(bytes); frame !== undefined; frame = readFrame(bytes)) {
    bytes = frame.rest
    await hearFrame(client, frame)
  }
  unread.set(client, bytes)
}

const server = new Server({
  accepted: (client) => handshakes.set(client, ''),
  received: read,
  left: (_client, resultCode) => show(`left, ${resultCode}`),
})

useButtons(server)
