import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { root } from '../root.ts'

/** As root, and as anybody where the system lets users have namespaces. */
const namespaces = [
  ['unshare', '--net'],
  ['unshare', '--user', '--map-current-user', '--keep-caps', '--net'],
]

/**
 * What is to stand before a command so that it runs in a network of its own, which these shell commands prepare; nothing
 * where none can be had.
 */
export function findNamespace(preparation: readonly string[]): readonly string[] {
  const script = ['ip link set lo up', ...preparation, 'exec "$@"'].join(' && ')
  const prefixes = namespaces.map((command) => [...command, 'sh', '-c', script, 'sh'])
  const works = ([command = '', ...args]: string[]): boolean =>
    spawnSync(command, [...args, 'true'], { stdio: 'ignore' }).status === 0
  return prefixes.find(works) ?? []
}

/** Runs a TypeScript program there and resolves to what it prints. */
export async function runInNamespace(
  namespace: readonly string[],
  program: string,
  args: readonly string[],
): Promise<string> {
  const jiti = path.join(root, 'node_modules/jiti/lib/jiti-cli.mjs')
  const [command = '', ...rest] = [...namespace, process.execPath, jiti, program, ...args]
  const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'pipe'] })
  const [output, errors, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ])
  if (code !== 0)
    throw new Error(
      `${path.basename(program)} ${args.join(' ')} has ended with ${code}: ${errors.slice(-2000)}`,
    )
  return output
}
