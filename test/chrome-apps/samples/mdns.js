/** Looks for services by multicast DNS (RFC 6762): asks a group for pointers, and shows the names that come. */
const { udp } = chrome.sockets
const group = '224.0.0.251'
const pointerType = 12
const internet = 1

const writeName = (name) => [
  ...name.split('.').flatMap((label) => [label.length, ...new TextEncoder().encode(label)]),
  0,
]

const writeQuestion = (name) =>
  new Uint8Array([0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, ...writeName(name), 0, pointerType, 0, internet])

/** A name, whose end may stand elsewhere, and where it is over. */
const readName = (bytes, at) => {
  const labels = []
  while (bytes[at] !== 0) {
    const length = bytes[at]
    if (length >= 0xc0) {
      const { name } = readName(bytes, ((length & 0x3f) << 8) | bytes[at + 1])
      return { name: [...labels, name].join('.'), end: at + 2 }
    }
    labels.push(new TextDecoder().decode(bytes.subarray(at + 1, at + 1 + length)))
    at += 1 + length
  }
  return { name: labels.join('.'), end: at + 1 }
}

const readPointers = (data) => {
  const view = new DataView(data)
  const bytes = new Uint8Array(data)
  const [questions, answers] = [view.getUint16(4), view.getUint16(6)]
  let at = 12
  for (let i = 0; i < questions; i += 1) at = readName(bytes, at).end + 4
  const found = []
  for (let i = 0; i < answers; i += 1) {
    const { name, end } = readName(bytes, at)
    const length = view.getUint16(end + 8)
    if (view.getUint16(end) === pointerType) found.push(`${name}: ${readName(bytes, end + 10).name}`)
    at = end + 10 + length
  }
  return found
}

onSubmit('#look', async ({ service, port }) => {
  const { socketId } = await udp.create({})
  udp.onReceive.addListener((info) => {
    if (info.socketId === socketId) for (const line of readPointers(info.data)) show(line)
  })
  const bound = await new Promise((resolve) => udp.bind(socketId, '0.0.0.0', 0, resolve))
  const joined = await new Promise((resolve) => udp.joinGroup(socketId, group, resolve))
  const question = writeQuestion(service)
  const { bytesSent } = await new Promise((resolve) =>
    udp.send(socketId, question.buffer, group, Number(port), resolve),
  )
  show(`asked ${bound} ${joined} ${bytesSent === question.length}`)
})
