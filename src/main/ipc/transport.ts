import { ipcMain } from 'electron'
import type { IpcMainEvent, MessageEvent, MessagePortMain } from 'electron'
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
  /** A page has opened its ports; returns what to do with its messages, or undefined to refuse it. */
  connect: (caller: Caller, port: PagePort) => PortListener | undefined
  /** A page has opened that many ports, as no preload of ours does; true when they end with its process. */
  refuseConnection: (caller: Caller, ports: number) => boolean
}

export interface PortListener {
  /** What hears is loaded until then, and nothing is to be heard. */
  readonly loading?: Promise<void> | undefined
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

/** Whatever a page sends must not be an exception of the main process: Electron shows its error box for one. */
function attempt(act: () => void): void {
  try {
    act()
  } catch (error) {
    console.error('electron-chrome-sockets: a message of a page failed unexpectedly', error)
  }
}

function closeAll(ports: readonly MessagePortMain[] | undefined): void {
  for (const port of ports ?? []) port.close()
}

/** Hands on what a page says, but not the ports that may come along. */
function hear({ data, ports }: MessageEvent, receive: (message: unknown) => void): void {
  closeAll(ports)
  attempt(() => receive(data))
}

function whenLoaded({ loading }: PortListener, act: () => void): void {
  if (loading === undefined) act()
  else void loading.then(act)
}

/** Ports that end with their page are not touched one by one: there may be thousands. */
function refusePorts(caller: Caller, ports: readonly MessagePortMain[] = []): void {
  if (host?.refuseConnection(caller, ports.length) !== true) closeAll(ports)
}

function openPorts(event: IpcMainEvent): void {
  // Of `ipcRenderer.send` there are none at all.
  const ports: readonly MessagePortMain[] | undefined = event.ports
  const [calls, answers, life] = ports ?? []
  const caller = identifySender(event)
  if (calls === undefined || answers === undefined || life === undefined || ports?.length !== 3) {
    return refusePorts(caller, ports)
  }
  let forget: (() => void) | undefined
  let isOpen = true
  const close = (): void => {
    isOpen = false
    forget?.()
    closeAll(ports)
  }
  const post: PagePort['post'] = (message) => answers.postMessage(message)
  const listener = host?.connect(caller, { post, close })
  if (listener === undefined) return close()
  forget = onDocumentEnd(event.sender, () => listener.close())
  calls.on('message', (message) => hear(message, listener.receive))
  const cutOff = (): void => {
    listener.receive(undefined)
    listener.close()
  }
  for (const port of [answers, life]) port.on('message', (message) => hear(message, cutOff))
  for (const port of ports) port.on('close', () => listener.close())
  // What the page says meanwhile waits with Chromium, as while the main process is busy.
  whenLoaded(listener, () => {
    if (isOpen) for (const port of ports) port.start()
  })
}

const connect = (event: IpcMainEvent): void => {
  attempt(() => openPorts(event))
}

function answerHello(event: IpcMainEvent, hello: unknown): void {
  let grant: Grant = { granted: false }
  attempt(() => {
    const caller = identifySender(event)
    if (host !== undefined) grant = host.grant(caller, hello)
    else if (caller.frameId === undefined) grant = notInstalled
  })
  // To set it is to answer, the first time.
  event.returnValue = grant
}

// Heard from the moment the package is imported: a preload that gets no answer to a synchronous message hangs its page.
// Where another copy of the package hears it already, that is the one to answer.
if (ipcMain.listenerCount(channels.hello) === 0) ipcMain.on(channels.hello, answerHello)

/** Begins to let pages in; returns what ends it. */
export function startTransport(newHost: TransportHost): () => void {
  takeBallast()
  host = newHost
  ipcMain.on(channels.connect, connect)
  return () => {
    host = undefined
    ipcMain.off(channels.connect, connect)
  }
}
