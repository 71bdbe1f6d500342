import type { Attack } from '../attack.ts'

/** The app is the server of its guests: there are no locks without an origin. */
async function flood(time: number): Promise<Record<string, number>> {
  const { count, readTally, serve, settle, waitFor } = window.siege
  const { tcp, tcpServer } = window.chrome.sockets
  const compute = (act: string): string => `<script>
    onload = () => setTimeout(async () => {
      console.log('begins')
      let last
      for (const end = Date.now() + ${time}, at = { i: 0 }; Date.now() < end; at.i += 1) last = ${act}
      await last
      console.log('ends')
    }, 1500)
  </script>`
  const pages: Readonly<Record<string, string>> = {
    '/floods': compute("navigator.locks.request('a' + at.i, () => {})"),
    '/computes': compute('at.i'),
  }
  const answer = (socketId: number, path: string): void => {
    const body = pages[path] ?? ''
    const head = `HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: ${body.length}\r\n\r\n`
    tcp.send(socketId, new TextEncoder().encode(head + body).buffer, () => {})
  }
  tcpServer.onAccept.addListener(({ clientSocketId }) => void tcp.setPaused(clientSocketId, false))
  tcp.onReceive.addListener(({ data, socketId }) =>
    answer(socketId, new TextDecoder().decode(data).split(' ')[1] ?? ''),
  )
  const { port } = await serve('tcpServer')
  for (let i = 0; i < 8; i += 1) {
    const view = document.createElement('webview')
    view.addEventListener('consolemessage', (event) => count(String(Reflect.get(event, 'message'))))
    view.setAttribute('partition', `locks ${i}`)
    view.setAttribute('src', `http://127.0.0.1:${port}/${i < 4 ? 'floods' : 'computes'}`)
    document.documentElement.append(view)
  }
  await waitFor('begins', 7, 20_000)
  // What goes with its locks is another matter: main frees all of them at once.
  await waitFor('ends', 7, 40_000)
  for (const view of document.querySelectorAll('webview')) view.remove()
  await settle()
  return readTally()
}

export const appManyLocks: Attack = {
  name: 'app-many-locks',
  what: 'a Chrome App shows four guests that ask for locks as fast as they compute, and four that only compute, all at once',
  chromeApp: true,
  run: async ({ open, reduce }) => {
    const page = await open({ chromeApp: true })
    return page.run(flood, Math.max(500, reduce(4000)))
  },
  answered: ['ends'],
}
