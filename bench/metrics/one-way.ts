import type { Metric } from './metric.ts'
import { megabyte } from './units.ts'
import { withServer } from './with-server.ts'

export const receive: Metric = {
  name: 'receive',
  rows: [{ id: 'receive', label: 'one way, the page receives', unit: 'MB/s', better: 'more' }],
  measure: async (bench) => {
    const rate = await withServer(bench, 'sink', (port) => bench.client('push', port, bench.size.span))
    return { receive: rate / megabyte }
  },
}

export const send: Metric = {
  name: 'send',
  rows: [{ id: 'send', label: 'one way, the page sends', unit: 'MB/s', better: 'more' }],
  measure: async (bench) => {
    const rate = await withServer(bench, 'source', (port) => bench.client('pull', port, bench.size.span))
    return { send: rate / megabyte }
  },
}
