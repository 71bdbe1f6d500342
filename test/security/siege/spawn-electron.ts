import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { withoutGpu } from '../../support/electron/without-gpu.ts'

const electron = createRequire(import.meta.url)('electron') as string

interface Program {
  readonly main: string
  /** The folder of its user data. */
  readonly data: string
  readonly env: Readonly<Record<string, string>>
  /** Files that it may have open, by default and at most as many as the system allows. */
  readonly descriptors?: number | undefined
}

/** A program whose garbage can be collected, with a channel to this process. */
export function spawnElectron({ data, descriptors, env, main }: Program): ChildProcess {
  const all = 'ulimit -n $(ulimit -Hn)'
  const script = `${descriptors === undefined ? all : `ulimit -n ${descriptors} || ${all}`}; exec "$@"`
  const command = [electron, '--js-flags=--expose-gc', ...withoutGpu, main, `--user-data-dir=${data}`]
  return spawn('sh', ['-c', script, 'sh', ...command], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, ...env },
  })
}
