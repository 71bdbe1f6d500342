/** A server that obeys lines: `echo`, `help`, ... */
const unfinished = new Map()

const commands = {
  help: () => Object.keys(commands).join(' '),
  echo: (_client, rest) => rest,
  upper: (_client, rest) => rest.toUpperCase(),
  clients: () => String(server.clients.size),
  title(_client, rest) {
    document.title = rest
    return `the title is ${document.title}`
  },
  async quit(client) {
    await send(client, encode('bye\r\n'))
    await server.dismiss(client)
  },
}

async function obey(client, line) {
  const [name, ...rest] = line.split(' ')
  show(`${name} ${rest.length}`)
  const command = commands[name] ?? (() => `unknown command ${name}`)
  const answer = await command(client, rest.join(' '))
  if (answer === undefined) return
  const { resultCode, bytesSent } = await send(client, encode(`${answer}\r\n`))
  show(`sent ${bytesSent}, ${resultCode}`)
}

const server = new Server({
  accepted: (client) => {
    unfinished.set(client, '')
    show(`client ${server.clients.size}`)
    void send(client, encode('welcome\r\n'))
  },
  async received(client, data) {
    const lines = (unfinished.get(client) + decode(data)).split('\r\n')
    unfinished.set(client, lines.pop())
    for (const line of lines) await obey(client, line)
  },
  left: (_client, resultCode) => show(`a client has left, ${resultCode}`),
})

useButtons(server)
