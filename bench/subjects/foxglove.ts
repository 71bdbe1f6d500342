import { makeWindowSubject } from './make-subject.ts'

export const foxglove = makeWindowSubject({
  name: 'foxglove',
  about: '@foxglove/electron-socket: sockets in an unsandboxed preload script',
  abilities: ['datagrams'],
  sources: {
    bundles: {
      'main.js': 'apps/foxglove/main.ts',
      'preload.cjs': 'apps/foxglove/preload.ts',
      'page.js': 'apps/foxglove/page.ts',
    },
    copies: ['apps/common/page.html'],
  },
})
