// @ts-check
// Uses the API as an app does, in a world that may be hostile, and writes down what it has seen.
const { tcp: client, tcpServer: server, udp: datagrams } = chrome.sockets
let result = ''

const write = (/** @type {string} */ text) => void (result += `${text}\n`)

const readBytes = (/** @type {ArrayBuffer} */ data) => {
  const view = new kept.Uint8Array(data)
  return `${view[0]} ${view[1]} ${view[2]}`
}

const show = () => {
  const { count, found } = findForeign({ chrome, caught, bridge: window.electronChromeSockets })
  write(`foreign: ${found}`)
  if (count > 50) write('looked around')
  kept.document.documentElement.setAttribute('data-result', result)
}

const receiveDatagram = () => {
  datagrams.onReceive.addListener(({ data, remoteAddress }) => {
    write(`datagram: ${readBytes(data)} from ${remoteAddress}`)
    show()
  })
  datagrams.create({}, ({ socketId }) =>
    datagrams.bind(socketId, '127.0.0.1', 0, () =>
      datagrams.getInfo(socketId, ({ localPort = 0 }) =>
        datagrams.send(socketId, kept.bytes, '127.0.0.1', localPort, () => {}),
      ),
    ),
  )
}

const failInAllWays = () => {
  client.close(4711, () => {
    write(`failed: ${chrome.runtime.lastError?.message}`)
    kept.apply(kept.then, client.close(4712), [
      undefined,
      (/** @type {Error} */ error) => {
        write(`rejected: ${error.message}`)
        try {
          kept.apply(client.close, client, ['x'])
        } catch (thrown) {
          write(`threw: ${Object(thrown).message}`)
        }
        receiveDatagram()
      },
    ])
  })
}

const startServer = () => {
  server.create({ name: 'server' }, ({ socketId }) => {
    server.listen(socketId, '127.0.0.1', 0, (code) => {
      write(`listening: ${code}`)
      kept.apply(kept.then, server.getInfo(socketId), [
        (/** @type {{ name: string, localPort: number }} */ { name, localPort }) => {
          write(`resolved: ${name}`)
          attack('midway')
          connect(localPort)
        },
      ])
    })
  })
}

const connect = (/** @type {number} */ port) => {
  client.create({ name: 'client', bufferSize: 100 }, ({ socketId }) => {
    client.connect(socketId, '127.0.0.1', port, (code) => {
      write(`connected: ${code}`)
      client.send(socketId, kept.bytes, ({ bytesSent }) => write(`sent: ${bytesSent}`))
    })
  })
}

const receive = (/** @type {{ data: ArrayBuffer }} */ { data }) => {
  write(`received: ${readBytes(data)}`)
  client.onReceive.removeListener(receive)
  write(`still listening: ${client.onReceive.hasListener(receive)}`)
  failInAllWays()
}

server.onAccept.addListener(({ clientSocketId }) => client.setPaused(clientSocketId, false, () => {}))
client.onReceive.addListener(receive)
startServer()
