import type { AppSoakApi } from './app-soak-api.ts'

interface AppWindow {
  readonly onClosed: { readonly addListener: (listener: () => void) => void }
  readonly close: () => void
}

interface FileEntry {
  readonly file: (use: (file: File) => void, fail: (error: Error) => void) => void
}

interface AppNamespaces {
  readonly runtime: {
    readonly onLaunched: {
      readonly addListener: (listener: (data: { items: readonly { entry: FileEntry }[] }) => void) => void
    }
  }
  readonly window: {
    readonly create: (url: string, options: object, done: (made: AppWindow) => void) => void
    readonly getAll: () => readonly unknown[]
  }
}

const app = Reflect.get(chrome, 'app') as AppNamespaces
const local = Reflect.get(chrome, 'storage').local as { set: (items: object, done: () => void) => void }
const { tcp, tcpServer } = chrome.sockets

/** Bytes that are read and sent at once. */
const sliceLength = 256 * 1024

const launched = new Promise<FileEntry>((resolve, reject) => {
  app.runtime.onLaunched.addListener(({ items: [item] }) => {
    if (item === undefined) reject(new Error('the app was launched without its file'))
    else resolve(item.entry)
  })
})

async function sendFile(socketId: number): Promise<void> {
  const entry = await launched
  const file = await new Promise<File>((...settle) => entry.file(...settle))
  for (let at = 0; at < file.size; at += sliceLength) {
    const bytes = await file.slice(at, at + sliceLength).arrayBuffer()
    await new Promise((resolve) => tcp.send(socketId, bytes, resolve))
  }
  await tcp.close(socketId)
}

tcpServer.onAccept.addListener(({ clientSocketId }) => void sendFile(clientSocketId))

async function openWindow(): Promise<void> {
  await new Promise<void>((resolve) => {
    app.window.create('window.html', {}, (made) => {
      made.onClosed.addListener(resolve)
      made.close()
    })
  })
}

let server = 0

const api: AppSoakApi = {
  async start() {
    server = (await tcpServer.create()).socketId
    const code = await new Promise((resolve) => tcpServer.listen(server, '127.0.0.1', 0, resolve))
    if (code !== 0) throw new Error(`listen: ${String(code)}`)
    return (await tcpServer.getInfo(server)).localPort ?? 0
  },
  stop: () => tcpServer.close(server),
  async countSockets() {
    const lists = await Promise.all([tcp.getSockets(), tcpServer.getSockets()])
    return lists.reduce((sum, { length }) => sum + length, 0)
  },
  countWindows: () => app.window.getAll().length,
  async openWindows(count) {
    for (let i = 0; i < count; i += 1) await openWindow()
  },
  async write(count) {
    for (let i = 0; i < count; i += 1)
      await new Promise<void>((resolve) => {
        local.set({ [`key ${i}`]: `${performance.now()}`.padEnd(1000, 'x') }, resolve)
      })
  },
}
Object.assign(globalThis, { bench: api })
