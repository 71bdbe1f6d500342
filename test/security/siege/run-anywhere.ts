import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { findNamespace, runInNamespace } from '../../support/sockets/network-namespace.ts'
import type { Attack } from './attack.ts'
import type { Result, Settings, Siege } from './run-attack.ts'

/** What is to stand before a command so that all names but one are asked of a server on the loopback interface. */
function findSilence(folder: string): readonly string[] {
  const files = {
    'resolv.conf': 'nameserver 127.0.0.1\n',
    hosts: '127.0.0.1 localhost\n127.0.0.1 known.test\n',
  }
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), text)
  const script = 'for f in resolv.conf hosts; do mount --bind "$0/$f" "/etc/$f" || exit; done; exec "$@"'
  const namespace = findNamespace(['unshare --mount true'])
  return namespace.length === 0 ? [] : [...namespace, 'unshare', '--mount', 'sh', '-c', script, folder]
}

/** Undefined where the system does not let us have a network of our own. */
async function runInSilence({ name }: Attack, settings: Settings): Promise<Result | undefined> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'resolver-'))
  try {
    const silence = findSilence(folder)
    if (silence.length === 0) return undefined
    const program = path.join(import.meta.dirname, 'silent-network.ts')
    return JSON.parse(await runInNamespace(silence, program, [name, JSON.stringify(settings)])) as Result
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
}

/** Undefined for an attack that cannot be made here. */
export function runAnywhere(siege: Siege, attack: Attack, settings: Settings): Promise<Result | undefined> {
  return attack.silentDns === true ? runInSilence(attack, settings) : siege.run(attack)
}
