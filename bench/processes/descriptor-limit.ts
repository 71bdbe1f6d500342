import { spawnSync } from 'node:child_process'
import fs from 'node:fs'

const wanted = 65_536

/** How many files this process, and what it starts, may have open; Infinity where nobody tells. */
export function readDescriptorLimit(): number {
  if (process.platform !== 'linux') return Infinity
  const [, soft] = /^Max open files\s+(\d+)/m.exec(fs.readFileSync('/proc/self/limits', 'utf8')) ?? []
  return Number(soft ?? Infinity)
}

/** Raises the limit as far as it goes: beyond the hard limit only root may. */
export function raiseDescriptorLimit(): void {
  for (const limit of [`${wanted}:${wanted}`, `${wanted}:`, `unlimited:`]) {
    if (readDescriptorLimit() >= wanted) return
    spawnSync('prlimit', [`--pid=${process.pid}`, `--nofile=${limit}`])
  }
}
