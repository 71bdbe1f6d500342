import { fileURLToPath } from 'node:url'
import { findNamespace, runInNamespace } from '../../support/sockets/network-namespace.ts'
import type { Place } from './trace-files.ts'
import type { Traces } from './trace.ts'

/** The app whose scenarios run in such a network. */
export const impatientApp = 'impatient'

/** Loopback alone, where an attempt to connect is given up after the shortest time that Linux knows: three seconds. */
const preparation = ['echo 1 > /proc/sys/net/ipv4/tcp_syn_retries']

/** Runs the scenarios of a file in such a network, by a program of its own; where there is none, connecting takes its time. */
export async function runImpatiently(place: Place, file: string): Promise<Traces> {
  const program = fileURLToPath(new URL('../run-one-file.ts', import.meta.url))
  return JSON.parse(await runInNamespace(findNamespace(preparation), program, [place, file])) as Traces
}
