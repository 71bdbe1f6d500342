import { primordials } from '../../main-world/primordials.ts'

const { MessageChannel, addListener, postMessage, startPort } = primordials

/** Soon, and by no timer: a page may clear all that there are. */
export function runInTask(act: () => void): void {
  const { port1, port2 } = new MessageChannel()
  addListener(port1, 'message', () => {
    port1.close()
    act()
  })
  startPort(port1)
  postMessage(port2, undefined)
}
