import { setTimeout as sleep } from 'node:timers/promises'
import { readDescriptorLimit } from '../processes/descriptor-limit.ts'
import { measureMemory } from '../processes/memory.ts'
import type { Bench, Metric } from './metric.ts'
import { withServer } from './with-server.ts'

const kibibyte = 1024
const settleTime = 2000
const acceptLimit = 60_000
const tick = 50
/** What a process has open besides its connections. */
const otherDescriptors = 1000

async function waitUntilAccepted({ subject, idleConnections }: Bench): Promise<void> {
  let accepted = 0
  for (const end = performance.now() + acceptLimit; performance.now() < end; await sleep(tick)) {
    accepted = (await subject.server('report')) as number
    if (accepted >= idleConnections) return
  }
  throw new Error(`${accepted} of ${idleConnections} connections were accepted`)
}

async function measureIdle(bench: Bench, port: number): Promise<{ memory: number; seconds: number }> {
  const { subject, client, idleConnections } = bench
  await sleep(settleTime)
  const before = measureMemory(subject.pid)
  const started = performance.now()
  await client('openIdle', port, idleConnections)
  await waitUntilAccepted(bench)
  const seconds = (performance.now() - started) / 1000
  await sleep(settleTime)
  const memory = measureMemory(subject.pid) - before
  const lost = await client('countLost')
  if (lost > 0) throw new Error(`${lost} of ${idleConnections} connections were closed`)
  return { memory, seconds }
}

function checkDescriptors(connections: number): void {
  const limit = readDescriptorLimit()
  if (limit < connections + otherDescriptors)
    throw new Error(`${connections} connections need more open files than ${limit}: see ulimit -n`)
}

export const memory: Metric = {
  name: 'memory',
  fresh: true,
  rows: [
    { id: 'memory', label: 'memory of an idle connection, of 10,000', unit: 'KiB', better: 'less' },
    { id: 'idle-open', label: 'until all 10,000 are accepted', unit: 's', better: 'less' },
  ],
  measure: async (bench) => {
    checkDescriptors(bench.idleConnections)
    const found = await withServer(bench, 'idle', (port) => measureIdle(bench, port))
    return { memory: found.memory / bench.idleConnections / kibibyte, 'idle-open': found.seconds }
  },
}
