import { startElectron } from '../processes/spawn-child.ts'
import { makeServerSubject } from './make-subject.ts'

export const raw = makeServerSubject(
  {
    name: 'raw',
    about: "Node's net in Electron's main process, no page: the floor",
    abilities: ['datagrams', 'tls'],
    sources: { bundles: { 'main.js': 'apps/raw.ts' } },
  },
  startElectron,
)
