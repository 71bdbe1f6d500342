import { ipcRenderer } from 'electron'
import type { Grant, Hello } from '../renderer-types/wire.ts'
import { channels } from '../renderer-types/wire.ts'

/** Asks the main process whether this frame may have the API; undefined where nobody answers. */
export function requestGrant(hello: Hello): Grant | undefined {
  return ipcRenderer.sendSync(channels.hello, hello) as Grant | undefined
}

/** Sends one end of a new channel to the main process and returns the other. */
export function openPort(): MessagePort {
  const { port1, port2 } = new MessageChannel()
  ipcRenderer.postMessage(channels.connect, null, [port1])
  return port2
}
