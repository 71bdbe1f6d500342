import { makeWindowSubject } from './make-subject.ts'

export const ipc = makeWindowSubject({
  name: 'ipc',
  about: 'sockets in main, written by hand: webContents.send, ipcRenderer, contextBridge',
  abilities: [],
  sources: {
    bundles: {
      'main.js': 'apps/ipc/main.ts',
      'preload.cjs': 'apps/ipc/preload.ts',
      'page.js': 'apps/ipc/page.ts',
    },
    copies: ['apps/common/page.html'],
  },
})
