import type { RunningSubject } from '../subjects/subject.ts'
import type { Bench, Metric } from './metric.ts'
import { withServer } from './with-server.ts'

const bulkConnections = 16
const httpConnections = 32

type Loop = keyof RunningSubject['loops']

/** The longest stall of each of a subject's event loops during a load. */
async function watch(
  { subject: { loops } }: Bench,
  load: () => Promise<unknown>,
): Promise<Map<Loop, number>> {
  const watched = Object.entries(loops) as [Loop, NonNullable<RunningSubject['loops'][Loop]>][]
  for (const [, remote] of watched) await remote('watchStalls')
  await load()
  const longest = new Map<Loop, number>()
  for (const [loop, remote] of watched) longest.set(loop, (await remote('takeStall')) as number)
  return longest
}

export const stalls: Metric = {
  name: 'stalls',
  rows: [
    { id: 'stall-main', label: 'longest stall of main, echo and HTTP', unit: 'ms', better: 'less' },
    { id: 'stall-page', label: 'longest stall of the page', unit: 'ms', better: 'less' },
    { id: 'stall', label: 'longest stall of either', unit: 'ms', better: 'less' },
  ],
  measure: async (bench) => {
    const { client } = bench
    const { span } = bench.size
    const longest = await watch(bench, async () => {
      await withServer(bench, 'echo', (port) => client('echo', port, bulkConnections, span))
      await withServer(bench, 'http', (port) => client('http', port, httpConnections, span))
    })
    const values = Object.fromEntries([...longest].map(([loop, value]) => [`stall-${loop}`, value]))
    return { ...values, stall: Math.max(...longest.values()) }
  },
}
