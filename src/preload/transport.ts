import { ipcRenderer } from 'electron'
import type { Grant, Hello } from '../renderer-types/wire.ts'
import { channels } from '../renderer-types/wire.ts'

/** Asks the main process whether this frame may have the API; undefined where nobody answers. */
export function requestGrant(hello: Hello): Grant | undefined {
  return ipcRenderer.sendSync(channels.hello, hello) as Grant | undefined
}

/** Sends one end of two new channels to the main process and returns the others. */
export function openPorts(): MessagePort[] {
  const pairs = [new MessageChannel(), new MessageChannel()]
  ipcRenderer.postMessage(
    channels.connect,
    null,
    pairs.map(({ port1 }) => port1),
  )
  return pairs.map(({ port2 }) => port2)
}
