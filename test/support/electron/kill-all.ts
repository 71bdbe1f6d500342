import { listDescendants, readProcesses } from '../../../scripts/process/process-tree.mjs'

/** Kills a process and all that it has started, at once and without a word. */
export function killAll(pid: number): void {
  // The parent first: it would start some of its children again.
  for (const one of [pid, ...listDescendants(pid, readProcesses())])
    try {
      process.kill(one, 'SIGKILL')
    } catch {
      // It has ended along with its parent.
    }
}
