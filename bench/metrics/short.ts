import type { Metric } from './metric.ts'
import { withServer } from './with-server.ts'

const atOnce = 32

export const short: Metric = {
  name: 'short',
  rows: [
    { id: 'short', label: `short connections, ${atOnce} at once`, unit: 'connections/s', better: 'more' },
  ],
  measure: async (bench) => ({
    short: await withServer(bench, 'short', (port) => bench.client('short', port, atOnce, bench.size.span)),
  }),
}
