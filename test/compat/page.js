// Page code on top of unmodified libraries from npm, which know nothing of Electron.
import { Buffer } from 'buffer'
import dgram from 'chrome-dgram'
import net from 'chrome-net'

/** Answers every HTTP request with the path that was asked for. */
export function serveHttp() {
  return listen((socket) => {
    socket.on('data', (/** @type {Uint8Array} */ data) => {
      const [, path] = new TextDecoder().decode(data).split(' ')
      const body = `you asked for ${path}`
      socket.end(`HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`)
    })
  })
}

/** Sends back whatever comes. */
export function serveEcho() {
  return listen((socket) => socket.pipe(socket))
}

/** @param {(socket: import('node:net').Socket) => void} onConnection */
function listen(onConnection) {
  return new Promise((resolve) => {
    const server = net.createServer(onConnection)
    server.listen(0, '127.0.0.1', () => resolve(Object(server.address()).port))
  })
}

/**
 * Sends a text, finishes, and resolves to all that comes back.
 * @param {number} port
 * @param {string} text
 */
export function exchange(port, text) {
  return new Promise((resolve, reject) => {
    let received = ''
    const socket = net.connect(port, '127.0.0.1', () => socket.write(text))
    socket.on('data', (/** @type {Uint8Array} */ data) => {
      received += new TextDecoder().decode(data)
      if (received.length >= text.length && !received.startsWith('HTTP')) socket.end()
    })
    socket.on('close', () => resolve(received))
    socket.on('error', reject)
  })
}

/** A UDP socket that sends back every datagram in capitals. */
export function serveDatagrams() {
  return new Promise((resolve) => {
    const socket = dgram.createSocket('udp4')
    socket.on('message', (data, from) => {
      const answer = Buffer.from(data.toString().toUpperCase())
      socket.send(answer, 0, answer.length, from.port, from.address)
    })
    socket.bind(0, '127.0.0.1', () => resolve(socket.address().port))
  })
}
