import { FileServer } from '../../server/file-server.ts'
import type { AppSoakApi } from './app-soak-api.ts'

interface AppWindow {
  readonly onClosed: { readonly addListener: (listener: () => void) => void }
  readonly close: () => void
}

interface AppNamespaces {
  readonly window: {
    readonly create: (url: string, options: object, done: (made: AppWindow) => void) => void
    readonly getAll: () => readonly unknown[]
  }
}

const app = Reflect.get(chrome, 'app') as AppNamespaces
const local = Reflect.get(chrome, 'storage').local as { set: (items: object, done: () => void) => void }
const { tcp, tcpServer } = chrome.sockets

const files = new FileServer()

async function openWindow(): Promise<void> {
  await new Promise<void>((resolve) => {
    app.window.create('window.html', {}, (made) => {
      made.onClosed.addListener(resolve)
      made.close()
    })
  })
}

const api: AppSoakApi = {
  start: () => files.start(),
  stop: () => files.stop(),
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
