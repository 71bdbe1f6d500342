import type { FormerOwner } from '../../../src/main/sockets/lingering-sockets.ts'

/** The owner of a connection that had no socket of an app. */
export const nobody: FormerOwner = {
  id: 0,
  name: '',
  persistent: false,
  secured: false,
  known: { localAddress: '', localPort: 0, peerAddress: '', peerPort: 0 },
}
