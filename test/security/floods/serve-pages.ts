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

/** Service workers: one that does nothing, and one that sets cookies for three seconds. */
const scripts: Readonly<Record<string, string>> = {
  '/plain.js': '',
  '/cookies.js': `onactivate = () => {
    const end = Date.now() + 3000
    for (let turn = 0; Date.now() < end; turn += 1) void cookieStore.set('a' + (turn % 9), String(turn))
  }`,
}

/** Serves the page that does nothing by itself: not in Electron's main process, which is measured. */
export async function servePages(): Promise<Pages> {
  const page = fs.readFileSync(path.join(import.meta.dirname, 'app/page.html'))
  const server = http.createServer(({ url }, response) => {
    const script = url === undefined ? undefined : scripts[url]
    response.setHeader('content-type', script === undefined ? 'text/html' : 'text/javascript')
    response.end(script ?? page)
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
