import type { Namespace } from '../contract/index.ts'
import type { NamespaceDoc } from './doc-words.ts'
import { networkDoc } from './network.ts'
import { tcpServerDoc } from './tcp-server.ts'
import { tcpDoc } from './tcp.ts'
import { udpDoc } from './udp.ts'

/** What is said of each row; used to write the published types and the README, never at run time. */
export const docs: { readonly [N in Namespace]: NamespaceDoc<N> } = {
  tcp: tcpDoc,
  tcpServer: tcpServerDoc,
  udp: udpDoc,
  network: networkDoc,
}
