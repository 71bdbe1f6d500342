import { makeMainSubject } from './make-subject.ts'

export const raw = makeMainSubject({
  name: 'raw',
  about: "Node's net in Electron's main process, no page: the floor",
  sources: { bundles: { 'main.js': 'apps/raw/main.ts' } },
})
