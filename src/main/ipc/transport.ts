import { ipcMain } from 'electron'
import type { IpcMainEvent, MessagePortMain } from 'electron'
import type { PagePort } from '../apps/page.ts'
import type { Grant } from '../../renderer-types/wire.ts'
import { channels } from '../../renderer-types/wire.ts'
import type { Sender } from './sender.ts'
import { identifySender } from './sender.ts'

export interface TransportHost {
  /** Decides whether a frame may have the API. */
  grant: (sender: Sender | undefined, hello: unknown) => Grant
  /** A page has opened its port; returns what to do with its messages, or undefined to refuse it. */
  connect: (sender: Sender | undefined, port: PagePort) => PortListener | undefined
}

export interface PortListener {
  receive: (message: unknown) => void
  close: () => void
}

function toPagePort(port: MessagePortMain): PagePort {
  return { post: (message) => port.postMessage(message), close: () => port.close() }
}

const notInstalled: Grant = {
  granted: false,
  reason:
    'electron-chrome-sockets: installChromeSockets() had not been called when this page was loaded. ' +
    'Call it in the main process before the first loadURL() or loadFile().',
}

let host: TransportHost | undefined

function openPort(event: IpcMainEvent): void {
  const [port] = event.ports
  if (port === undefined) return
  const listener = host?.connect(identifySender(event), toPagePort(port))
  if (listener === undefined) return port.close()
  port.on('message', ({ data }: { data: unknown }) => listener.receive(data))
  port.on('close', () => listener.close())
  port.start()
}

// Heard from the moment the package is imported: a preload that gets no answer to a synchronous message hangs its page.
ipcMain.on(channels.hello, (event: IpcMainEvent, hello: unknown) => {
  event.returnValue = host?.grant(identifySender(event), hello) ?? notInstalled
})

/** Begins to let pages in; returns what ends it. */
export function startTransport(newHost: TransportHost): () => void {
  host = newHost
  ipcMain.on(channels.connect, openPort)
  return () => {
    host = undefined
    ipcMain.off(channels.connect, openPort)
  }
}
