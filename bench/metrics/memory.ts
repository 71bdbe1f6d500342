import { setTimeout as sleep } from 'node:timers/promises'
import { readDescriptorLimit } from '../processes/descriptor-limit.ts'
import { measureMemory } from '../processes/memory.ts'
import type { Bench, Metric } from './metric.ts'
import { withServer } from './with-server.ts'

const kibibyte = 1024
const wanted = 10_000
const acceptLimit = 60_000
const tick = 5
/** Fewer than a listen queue holds: a client that finds it full tries again after a second, which is no cost of accepting. */
const atOnce = 256
/** What a process has open besides its connections. */
const otherDescriptors = 500

/** As many as are wanted, or as this subject can have with this machine's limit of open files. */
function chooseCount({ subject, size, note }: Bench): number {
  const each = subject.descriptorsPerConnection
  const limit = readDescriptorLimit()
  const possible = Math.floor((limit - otherDescriptors) / each)
  if (size.idleConnections !== wanted) note(`with ${size.idleConnections} connections`)
  if (possible >= size.idleConnections) return size.idleConnections
  note(
    `with ${possible} connections, as each takes ${each} of the ${limit} files a process may have open here`,
  )
  return possible
}

async function waitUntilAccepted({ subject }: Bench, count: number): Promise<void> {
  let accepted = 0
  for (const end = performance.now() + acceptLimit; performance.now() < end; await sleep(tick)) {
    accepted = (await subject.server('report')) as number
    if (accepted >= count) return
  }
  throw new Error(`${accepted} of ${count} connections were accepted`)
}

async function openIdle(bench: Bench, port: number, count: number): Promise<void> {
  for (let opened = 0; opened < count;) {
    const next = Math.min(atOnce, count - opened)
    await bench.client('openIdle', port, next)
    opened += next
    await waitUntilAccepted(bench, opened)
  }
}

async function measureIdle(
  bench: Bench,
  port: number,
  count: number,
): Promise<{ memory: number; seconds: number }> {
  const { subject, client, size } = bench
  const before = measureMemory(subject.pid)
  const started = performance.now()
  await openIdle(bench, port, count)
  const seconds = (performance.now() - started) / 1000
  await sleep(size.settleTime)
  const memory = measureMemory(subject.pid) - before
  const lost = await client('countLost')
  if (lost > 0) throw new Error(`${lost} of ${count} connections were closed`)
  return { memory: memory / count / kibibyte, seconds: (seconds / count) * wanted }
}

export const memory: Metric = {
  name: 'memory',
  fresh: true,
  rows: [
    { id: 'memory', label: 'memory of an idle connection (10,000 of them)', unit: 'KiB', better: 'less' },
    { id: 'idle-open', label: 'accepting them, for 10,000', unit: 's', better: 'less' },
  ],
  measure: async (bench) => {
    const count = chooseCount(bench)
    const found = await withServer(bench, 'idle', (port) => measureIdle(bench, port, count))
    return { memory: found.memory, 'idle-open': found.seconds }
  },
}
