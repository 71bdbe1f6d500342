/** A server of the files in the folder `site`, by HTTP/1.1. */
const mediaTypes = { html: 'text/html', txt: 'text/plain', css: 'text/css', png: 'image/png' }
const files = new Set(['/index.html', '/notes.txt', '/style.css', '/dot.png'])
const requests = new Map()

async function readSiteFile(path) {
  const file = path === '/' ? '/index.html' : path
  if (!files.has(file)) return undefined
  const response = await fetch(`site${file}`)
  return new Uint8Array(await response.arrayBuffer())
}

function writeHead(status, length, path, isKept) {
  const suffix = path.split('.').at(-1)
  const lines = [
    `HTTP/1.1 ${status}`,
    `Content-Length: ${length}`,
    `Content-Type: ${mediaTypes[suffix] ?? 'text/html'}`,
    `Connection: ${isKept ? 'keep-alive' : 'close'}`,
  ]
  return new TextEncoder().encode(`${lines.join('\r\n')}\r\n\r\n`)
}

function join(...parts) {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole.buffer
}

async function answerRequest(client, text) {
  const [method, path] = text.split(' ')
  const isKept = !/^connection: close$/im.test(text)
  const found = ['GET', 'HEAD'].includes(method) ? await readSiteFile(decodeURIComponent(path)) : undefined
  const status = found ? '200 OK' : method === 'GET' || method === 'HEAD' ? '404 Not Found' : '405 No'
  show(`${method} ${path}: ${status}`)
  const body = found ?? new TextEncoder().encode(status)
  const head = writeHead(status, body.length, path, isKept)
  const { resultCode } = await send(client, method === 'HEAD' ? head.buffer : join(head, body))
  if (!isKept || resultCode < 0) await server.dismiss(client)
}

const server = new Server({
  accepted: (client) => requests.set(client, ''),
  async received(client, data) {
    const texts = (requests.get(client) + decode(data)).split('\r\n\r\n')
    requests.set(client, texts.pop())
    for (const text of texts) await answerRequest(client, text)
  },
  left: (_client, resultCode) => show(`left, ${resultCode}`),
})

useButtons(server)
