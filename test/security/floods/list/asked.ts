import type { Flood } from '../flood.ts'

/** What pages ask Chromium for, which nobody keeps for longer than it takes to answer. */
export const locks: Flood = {
  name: 'locks',
  what: '`navigator.locks.request`',
  act: (turn) => navigator.locks.request(`a${turn}`, () => {}),
}

type Ask = (of?: string) => unknown

/** What TypeScript does not know of windows and navigators. */
interface Asked {
  readonly hid: { readonly getDevices: Ask }
  readonly serial: { readonly getPorts: Ask }
  readonly usb: { readonly getDevices: Ask }
  readonly xr: { readonly isSessionSupported: Ask }
  readonly showOpenFilePicker: Ask
}

export const usb: Flood = {
  name: 'usb',
  what: '`navigator.usb.getDevices`',
  act: () => (navigator as unknown as Asked).usb.getDevices(),
}

export const hid: Flood = {
  name: 'hid',
  what: '`navigator.hid.getDevices`',
  act: () => (navigator as unknown as Asked).hid.getDevices(),
}

export const serial: Flood = {
  name: 'serial',
  what: '`navigator.serial.getPorts`',
  act: () => (navigator as unknown as Asked).serial.getPorts(),
}

export const speech: Flood = {
  name: 'speech',
  what: '`speechSynthesis.cancel`',
  act: () => speechSynthesis.cancel(),
}

export const peerConnection: Flood = {
  name: 'peer-connection',
  what: '`new RTCPeerConnection().close()`',
  act: () => new RTCPeerConnection().close(),
}

export const xr: Flood = {
  name: 'xr',
  what: '`navigator.xr.isSessionSupported`',
  act: () => (navigator as unknown as Asked).xr.isSessionSupported('inline'),
}

export const blobFetch: Flood = {
  name: 'blob-fetch',
  what: '`fetch` of a `blob:`',
  act: (_turn, { kept }) => fetch((kept[0] ??= URL.createObjectURL(new Blob(['x']))) as string),
  columns: ['bare', 'guest'],
}

export const refusedFetch: Flood = {
  name: 'refused-fetch',
  what: '`fetch` of `http:`, refused',
  act: (turn) => fetch(`http://127.0.0.1:1/${turn}`),
}

export const webSocket: Flood = {
  name: 'web-socket',
  what: '`new WebSocket(…)`, refused',
  act: () => new WebSocket('ws://127.0.0.1:1/'),
}

export const pointerLock: Flood = {
  name: 'pointer-lock',
  what: '`requestPointerLock`',
  act: () => document.body.requestPointerLock(),
}

export const filePicker: Flood = {
  name: 'file-picker',
  what: '`showOpenFilePicker`',
  act: () => (window as unknown as Asked).showOpenFilePicker(),
}
