import { makeNodeSubject } from './make-subject.ts'

export const node = makeNodeSubject({
  name: 'node',
  about: "Node's net without Electron, for context",
  sources: { bundles: { 'main.js': 'apps/node/main.ts' } },
})
