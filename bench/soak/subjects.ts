import { makeWindowSubject } from '../subjects/make-subject.ts'

export const page = makeWindowSubject({
  name: 'soak',
  about: 'a server in a sandboxed page',
  abilities: [],
  sources: {
    bundles: { 'main.js': 'apps/bridge.ts', 'page.js': 'soak/page.ts' },
    copies: ['apps/common/page.html', 'apps/common/manifest.json'],
  },
})

export const chromeApp = makeWindowSubject({
  name: 'soak-app',
  about: 'a whole Chrome App',
  abilities: [],
  sources: {
    bundles: { 'main.js': 'soak/app/main.ts', 'page.js': 'soak/app/page.ts' },
    copies: ['soak/app/manifest.json', 'soak/app/window.html'],
  },
})
