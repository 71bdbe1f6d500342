import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { root } from '../../support/root.ts'
import type { Place } from './trace-files.ts'
import type { Traces } from './trace.ts'

/** The app whose scenarios run in such a network. */
export const impatientApp = 'impatient'

/** Loopback alone, where an attempt to connect is given up after the shortest time that Linux knows: three seconds. */
const prepareNetwork = ['ip link set lo up', 'echo 1 > /proc/sys/net/ipv4/tcp_syn_retries', 'exec "$@"'].join(
  ' && ',
)

/** As root, and as anybody where the system lets users have namespaces. */
const namespaces = [
  ['unshare', '--net'],
  ['unshare', '--user', '--map-current-user', '--keep-caps', '--net'],
]

/** What is to stand before a command; nothing where it cannot be had: connecting then takes the time it takes. */
function findPrefix(): readonly string[] {
  const prefixes = namespaces.map((command) => [...command, 'sh', '-c', prepareNetwork, 'sh'])
  const works = ([command = '', ...args]: string[]): boolean =>
    spawnSync(command, [...args, 'true'], { stdio: 'ignore' }).status === 0
  return prefixes.find(works) ?? []
}

/** Runs the scenarios of a file in such a network, by a program of its own. */
export async function runImpatiently(place: Place, file: string): Promise<Traces> {
  const jiti = path.join(root, 'node_modules/jiti/lib/jiti-cli.mjs')
  const program = fileURLToPath(new URL('../run-one-file.ts', import.meta.url))
  const [command, ...args] = [...findPrefix(), process.execPath, jiti, program, place, file]
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'close')])
  if (code !== 0) throw new Error(`${file}: its program has ended with ${code}`)
  return JSON.parse(output) as Traces
}
