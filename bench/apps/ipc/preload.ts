import { contextBridge, ipcRenderer } from 'electron'

const sockets = {
  listen: (): Promise<number> => ipcRenderer.invoke('listen') as Promise<number>,
  send: (id: number, data: Uint8Array): Promise<boolean> =>
    ipcRenderer.invoke('send', id, data) as Promise<boolean>,
  close: (id: number) => ipcRenderer.send('close', id),
  stop: () => ipcRenderer.send('stop'),
  onAccept: (listener: (id: number) => void) =>
    void ipcRenderer.on('accept', (_event, id: number) => listener(id)),
  onReceive: (listener: (id: number, data: Uint8Array) => void) =>
    void ipcRenderer.on('receive', (_event, id: number, data: Uint8Array) => listener(id, data)),
  onEnd: (listener: (id: number) => void) => void ipcRenderer.on('end', (_event, id: number) => listener(id)),
}

export type HandMadeSockets = typeof sockets

contextBridge.exposeInMainWorld('sockets', sockets)
