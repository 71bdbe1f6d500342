import { makeWindowSubject } from './make-subject.ts'
import { addChromeApp } from './chrome-app.ts'
import { addStartUp } from './start-up.ts'

const page = makeWindowSubject({
  name: 'bridge',
  about: 'this library: sandboxed, context-isolated page, sockets in main',
  abilities: ['datagrams', 'tls'],
  sources: {
    bundles: { 'main.js': 'apps/bridge.ts', 'page.js': 'apps/common/chrome-sockets-page.ts' },
    copies: ['apps/common/page.html', 'apps/common/manifest.json'],
  },
})

export const bridge = addChromeApp(
  addStartUp(page, {
    bundles: { 'app.js': 'apps/common/install.ts' },
    copies: ['apps/common/manifest.json'],
  }),
)
