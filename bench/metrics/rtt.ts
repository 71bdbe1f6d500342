import type { Metric } from './metric.ts'
import { withServer } from './with-server.ts'

export const rtt: Metric = {
  name: 'rtt',
  rows: [
    { id: 'rtt-p50', label: 'round trip of 64 bytes, p50', unit: 'µs', better: 'less' },
    { id: 'rtt-p99', label: 'round trip of 64 bytes, p99', unit: 'µs', better: 'less' },
  ],
  measure: async (bench) => {
    const { p50, p99 } = await withServer(bench, 'echo', (port) =>
      bench.client('ping', port, bench.size.span),
    )
    return { 'rtt-p50': p50, 'rtt-p99': p99 }
  },
}
