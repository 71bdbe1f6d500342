import { fileURLToPath } from 'node:url'
import { findNamespace, runInNamespace } from '../../support/sockets/network-namespace.ts'
import type { Place } from './trace-files.ts'
import type { Traces } from './trace.ts'

/** Apps whose scenarios run in a network of their own, loopback alone, and the shell commands that prepare it. */
const preparations: Readonly<Record<string, readonly string[]>> = {
  /** An attempt to connect is given up after the shortest time that Linux knows: three seconds. */
  impatient: ['echo 1 > /proc/sys/net/ipv4/tcp_syn_retries'],
  offline: [],
}

/** Of its own, or the one that there is, where the program believes that it has none. */
export type Network = 'own' | 'seeming'

export function hasOwnNetwork(app: string): boolean {
  return Object.hasOwn(preparations, app)
}

/**
 * Runs the scenarios of a file in such a network, by a program of its own. Where none can be had connecting takes its time,
 * and only Electron can be made to believe that there is no network.
 */
export async function runInOwnNetwork(place: Place, file: string, app: string): Promise<Traces> {
  const program = fileURLToPath(new URL('../run-one-file.ts', import.meta.url))
  const namespace = findNamespace(preparations[app] ?? [])
  const isIn = namespace.length > 0
  if (!isIn && place === 'chrome') throw new Error(`no network of its own can be had to record ${file}`)
  const network: Network = isIn ? 'own' : 'seeming'
  return JSON.parse(await runInNamespace(namespace, program, [place, file, network])) as Traces
}
