import type { Metric } from './metric.ts'
import { withServer } from './with-server.ts'

const connections = 32

export const http: Metric = {
  name: 'http',
  rows: [
    { id: 'http', label: `HTTP/1.1 keep-alive, ${connections} at once`, unit: 'requests/s', better: 'more' },
  ],
  measure: async (bench) => ({
    http: await withServer(bench, 'http', (port) => bench.client('http', port, connections, bench.size.span)),
  }),
}
