import fs from 'node:fs'
import { listDescendants, readProcesses } from '../../scripts/process/process-tree.mjs'

const kibibyte = 1024

/**
 * Memory of one process; what it shares with others counts in parts. Not counted are pages of files: of those a part
 * comes or goes whenever anybody else runs the same program. A process that has ended has none.
 */
function readPss(pid: number): number {
  try {
    const text = fs.readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
    const sizes = [...text.matchAll(/^Pss_(?:Anon|Shmem):\s+(\d+) kB$/gm)]
    return sizes.reduce((sum, [, size]) => sum + Number(size) * kibibyte, 0)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ESRCH' || (code === 'ENOENT' && process.platform === 'linux')) return 0
    throw new Error(`the memory of process ${pid} cannot be read (${code}): it takes Linux and root`, {
      cause: error,
    })
  }
}

/** Bytes of a process and all that descend from it (proportional set size, without files). */
export function measureMemory(pid: number): number {
  const pids = [pid, ...listDescendants(pid, readProcesses())]
  return pids.reduce((sum, each) => sum + readPss(each), 0)
}
