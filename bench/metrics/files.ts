import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { measureMemory } from '../processes/memory.ts'
import type { Bench, Metric } from './metric.ts'
import { megabyte } from './units.ts'

const mebibyte = 1024 * 1024
/** Milliseconds between two looks at the memory. */
const interval = 250

interface Found {
  /** Bytes a second. */
  readonly rate: number
  /** Bytes of all processes that are there at most, above those before. */
  readonly memory: number
}

/** A new file has no blocks on the disk until it is written: reading it costs what the program costs. */
async function serve({ client, size, subject }: Bench, bytes: number): Promise<Found> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-files-'))
  const file = path.join(folder, 'served.bin')
  fs.writeFileSync(file, '')
  fs.truncateSync(file, bytes)
  const server = await subject.serveFile?.(file)
  if (server === undefined) throw new Error('there is no app to serve files')
  try {
    await sleep(size.settleTime)
    const before = measureMemory(server.pid)
    let most = before
    const timer = setInterval(() => (most = Math.max(most, measureMemory(server.pid))), interval)
    const taken = await client('download', server.port).finally(() => clearInterval(timer))
    if (taken.bytes !== bytes) throw new Error(`${taken.bytes} of ${bytes} bytes came`)
    return { rate: bytes / taken.seconds, memory: most - before }
  } finally {
    await server.close()
    fs.rmSync(folder, { recursive: true })
  }
}

export const files: Metric = {
  name: 'files',
  needs: 'files',
  isLong: true,
  rows: [
    { id: 'files', label: 'a chosen file of 1 GB, served by a whole app', unit: 'MB/s', better: 'more' },
    { id: 'files-memory', label: 'memory that it takes, at most', unit: 'MiB', better: 'less' },
    { id: 'files-memory-4g', label: 'the same of a file of 4 GB', unit: 'MiB', better: 'less' },
  ],
  measure: async (bench) => {
    const short = await serve(bench, bench.size.files.short)
    const long = await serve(bench, bench.size.files.long)
    return {
      files: short.rate / megabyte,
      'files-memory': short.memory / mebibyte,
      'files-memory-4g': long.memory / mebibyte,
    }
  },
}
