import { ipcMain } from 'electron'
import type { IpcMainEvent } from 'electron'
import type { PagePort } from '../page/page.ts'
import type { Grant } from '../../renderer-types/wire.ts'
import { channels } from '../../renderer-types/wire.ts'
import { takeBallast } from '../memory/ballast.ts'
import { onDocumentEnd } from './document-end.ts'
import type { Caller } from './sender.ts'
import { identifySender } from './sender.ts'

export interface TransportHost {
  /** Decides whether a frame may have the API. */
  grant: (caller: Caller, hello: unknown) => Grant
  /** A page has opened its port; returns what to do with its messages, or undefined to refuse it. */
  connect: (caller: Caller, port: PagePort) => PortListener | undefined
}

export interface PortListener {
  receive: (message: unknown) => void
  close: () => void
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
  let forget: (() => void) | undefined
  const close = (): void => {
    forget?.()
    port.close()
  }
  const post: PagePort['post'] = (records) => port.postMessage(records)
  const listener = host?.connect(identifySender(event), { post, close })
  if (listener === undefined) return close()
  forget = onDocumentEnd(event.sender, () => listener.close())
  port.on('message', ({ data }: { data: unknown }) => listener.receive(data))
  port.on('close', () => listener.close())
  port.start()
}

// Heard from the moment the package is imported: a preload that gets no answer to a synchronous message hangs its page.
ipcMain.on(channels.hello, (event: IpcMainEvent, hello: unknown) => {
  let grant: Grant = { granted: false }
  try {
    grant = host?.grant(identifySender(event), hello) ?? notInstalled
  } finally {
    // Also when the app's own logger throws.
    event.returnValue = grant
  }
})

/** Begins to let pages in; returns what ends it. */
export function startTransport(newHost: TransportHost): () => void {
  takeBallast()
  host = newHost
  ipcMain.on(channels.connect, openPort)
  return () => {
    host = undefined
    ipcMain.off(channels.connect, openPort)
  }
}
