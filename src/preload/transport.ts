import { ipcRenderer } from 'electron'
import type { Grant, Hello } from '../renderer-types/wire.ts'
import { channels } from '../renderer-types/wire.ts'

/** Asks the main process whether this frame may have the API; undefined where nobody answers. */
export function requestGrant(hello: Hello): Grant | undefined {
  return ipcRenderer.sendSync(channels.hello, hello) as Grant | undefined
}

/** Sends one end of three new channels to the main process and returns the other ends of the page's two. */
export function openPorts(): MessagePort[] {
  const ofPage = [new MessageChannel(), new MessageChannel()]
  const life = new MessageChannel()
  ipcRenderer.postMessage(
    channels.connect,
    null,
    [...ofPage, life].map(({ port1 }) => port1),
  )
  // Started, it lives as long as its document.
  life.port2.start()
  return ofPage.map(({ port2 }) => port2)
}
