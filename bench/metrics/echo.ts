import type { Metric } from './metric.ts'
import { megabyte } from './units.ts'
import { withServer } from './with-server.ts'

function makeEcho(connections: number, label: string): Metric {
  const name = `echo${connections}`
  return {
    name,
    rows: [{ id: name, label, unit: 'MB/s', better: 'more' }],
    measure: async (bench) => {
      const rate = await withServer(bench, 'echo', (port) =>
        bench.client('echo', port, connections, bench.size.span),
      )
      return { [name]: rate / megabyte }
    },
  }
}

export const echo1 = makeEcho(1, 'echo, 1 connection')
export const echo16 = makeEcho(16, 'echo, 16 connections')
