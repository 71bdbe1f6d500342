import { once } from 'node:events'
import net from 'node:net'
import type { WebContents } from 'electron'
import { ipcMain } from 'electron'

let server: net.Server | undefined
let lastId = 0
const sockets = new Map<number, net.Socket>()

function add(socket: net.Socket, page: WebContents): void {
  lastId += 1
  const id = lastId
  sockets.set(id, socket)
  page.send('accept', id)
  socket.on('data', (data) => page.send('receive', id, data))
  socket.on('error', () => {})
  socket.on('close', () => {
    sockets.delete(id)
    if (!page.isDestroyed()) page.send('end', id)
  })
}

async function listen(page: WebContents): Promise<number> {
  server = net.createServer({ noDelay: true }, (socket) => add(socket, page))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as net.AddressInfo).port
}

function send(id: number, data: Uint8Array): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = sockets.get(id)
    if (socket === undefined) resolve(false)
    else socket.write(data, (error) => resolve(!error))
  })
}

/** Sockets for a page as they are written by hand: a message for each read, an invocation for each send. */
export function serveSockets(): void {
  ipcMain.handle('listen', ({ sender }) => listen(sender))
  ipcMain.handle('send', (_event, id: number, data: Uint8Array) => send(id, data))
  ipcMain.on('close', (_event, id: number) => sockets.get(id)?.destroy())
  ipcMain.on('stop', () => server?.close())
}
