import { startNode } from '../processes/spawn-child.ts'
import { makeServerSubject } from './make-subject.ts'

export const node = makeServerSubject(
  {
    name: 'node',
    about: "Node's net without Electron, for context",
    abilities: ['datagrams', 'tls'],
    sources: { bundles: { 'main.js': 'apps/node.ts' } },
  },
  startNode,
)
