import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { findNamespace, runInNamespace } from '../../support/sockets/network-namespace.ts'
import type { Attack } from './attack.ts'
import type { Result, Settings } from './run-attack.ts'
import { runAttack } from './run-attack.ts'

/** What is to stand before a command so that every look-up asks a server on the loopback interface. */
function findSilence(resolver: string): readonly string[] {
  const script = 'mount --bind "$0" /etc/resolv.conf && exec "$@"'
  const namespace = findNamespace(['unshare --mount true'])
  return namespace.length === 0 ? [] : [...namespace, 'unshare', '--mount', 'sh', '-c', script, resolver]
}

/** Undefined where the system does not let us have a network of our own. */
async function runInSilence({ name }: Attack, settings: Settings): Promise<Result | undefined> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'resolver-'))
  const resolver = path.join(folder, 'resolv.conf')
  fs.writeFileSync(resolver, 'nameserver 127.0.0.1\n')
  try {
    const silence = findSilence(resolver)
    if (silence.length === 0) return undefined
    const program = path.join(import.meta.dirname, 'silent-network.ts')
    return JSON.parse(await runInNamespace(silence, program, [name, JSON.stringify(settings)])) as Result
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
}

/** Undefined for an attack that cannot be made here. */
export function runAnywhere(attack: Attack, settings: Settings): Promise<Result | undefined> {
  return attack.silentDns === true ? runInSilence(attack, settings) : runAttack(attack, settings)
}
