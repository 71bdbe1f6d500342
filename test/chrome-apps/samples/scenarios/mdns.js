const services = ['_http._tcp.local', '_ipp._tcp.local']

const listBytes = (text) => [text.length, ...new TextEncoder().encode(text)]

/** An answer whose names end in that of the question, as those of printers do. */
const writePointers = (question, names) => {
  const asked = [...new Uint8Array(question).subarray(12)]
  const records = names.flatMap((name) => {
    const [first, second] = name.split('.')
    // At 35 there is `local`, the last part of the question.
    const target = [...listBytes(first), ...listBytes(second), 0xc0, 35]
    return [0xc0, 12, 0, 12, 0, 1, 0, 0, 0, 120, 0, target.length, ...target]
  })
  return new Uint8Array([0, 0, 0x84, 0, 0, 1, 0, names.length, 0, 0, 0, 0, ...asked, ...records])
}

/** Somebody in the group who has services. */
async function startResponder(t) {
  const { udp } = chrome.sockets
  const { socketId } = await udp.create({})
  t.cleanup.push(async () => {
    for (const socket of await udp.getSockets()) await udp.close(socket.socketId)
  })
  udp.onReceive.addListener((info) => {
    if (info.socketId !== socketId) return
    const answer = writePointers(info.data, services).buffer
    udp.send(socketId, answer, '127.0.0.1', info.remotePort, () => {})
  })
  await new Promise((resolve) => udp.bind(socketId, '0.0.0.0', 0, resolve))
  await new Promise((resolve) => udp.joinGroup(socketId, '224.0.0.251', resolve))
  const { localPort } = await udp.getInfo(socketId)
  return localPort
}

scenario('mDNS: the services of a neighbour', async (t) => {
  const port = await startResponder(t)
  const { contentWindow: page } = await t.open('mdns.html', { id: 'mdns' })
  submit(page, '#look', { port })
  await t.until(() => readLines(page).length === 3)
  t.log('shown', sortLines(readLines(page)))
})
