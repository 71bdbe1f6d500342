/// <reference types="electron-chrome-sockets/globals" />
import type { tcp } from 'electron-chrome-sockets/types'

/** A page. Compiled only, by the compilers of old and new templates. */
export function show(info: tcp.SocketInfo): void {
  chrome.sockets.tcp.getInfo(info.socketId, ({ connected }) => console.log(connected, chrome.runtime.id))
}
