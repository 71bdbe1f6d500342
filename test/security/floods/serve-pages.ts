import { once } from 'node:events'
import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'

export interface Pages {
  /** Two sites with the same page: one process of pages each. */
  readonly url: string
  readonly otherUrl: string
  readonly close: () => void
}

/** A service worker that sets cookies for three seconds. */
const worker = `onactivate = () => {
  const end = Date.now() + 3000
  for (let turn = 0; Date.now() < end; turn += 1) void cookieStore.set('a' + (turn % 9), String(turn))
}`

/** Serves the page that does nothing by itself: not in Electron's main process, which is measured. */
export async function servePages(): Promise<Pages> {
  const page = fs.readFileSync(path.join(import.meta.dirname, 'app/page.html'))
  const server = http.createServer(({ url }, response) => {
    const isWorker = url === '/cookies.js'
    response.setHeader('content-type', isWorker ? 'text/javascript' : 'text/html')
    response.end(isWorker ? worker : page)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    otherUrl: `http://localhost:${port}/`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
