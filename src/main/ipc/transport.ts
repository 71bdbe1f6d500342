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
  return { post: (records) => port.postMessage(records), close: () => port.close() }
}

function openPort(host: TransportHost, event: IpcMainEvent): void {
  const [port] = event.ports
  if (port === undefined) return
  const listener = host.connect(identifySender(event), toPagePort(port))
  if (listener === undefined) return port.close()
  port.on('message', ({ data }: { data: unknown }) => listener.receive(data))
  port.on('close', () => listener.close())
  port.start()
}

/** Begins to hear renderers; returns what ends it. */
export function startTransport(host: TransportHost): () => void {
  const onHello = (event: IpcMainEvent, hello: unknown): void => {
    event.returnValue = host.grant(identifySender(event), hello)
  }
  const onConnect = (event: IpcMainEvent): void => openPort(host, event)
  ipcMain.on(channels.hello, onHello)
  ipcMain.on(channels.connect, onConnect)
  return () => {
    ipcMain.off(channels.hello, onHello)
    ipcMain.off(channels.connect, onConnect)
  }
}
