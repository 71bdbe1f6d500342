import type { Metric } from './metric.ts'
import { megabyte } from './units.ts'
import { withServer } from './with-server.ts'

function makeReceive(name: string, label: string, ...bufferSize: readonly number[]): Metric {
  return {
    name,
    rows: [{ id: name, label, unit: 'MB/s', better: 'more' }],
    measure: async (bench) => {
      const load = (port: number): Promise<number> => bench.client('push', port, bench.size.span)
      return { [name]: (await withServer(bench, 'sink', load, ...bufferSize)) / megabyte }
    },
  }
}

export const receive = makeReceive('receive', 'one way, the page receives')
export const receive64k = makeReceive('receive-64k', 'the same with a bufferSize of 64 KiB', 64 * 1024)
export const receive1m = makeReceive('receive-1m', 'the same with a bufferSize of 1 MiB', 1024 * 1024)

export const send: Metric = {
  name: 'send',
  rows: [{ id: 'send', label: 'one way, the page sends', unit: 'MB/s', better: 'more' }],
  measure: async (bench) => {
    const rate = await withServer(bench, 'source', (port) => bench.client('pull', port, bench.size.span))
    return { send: rate / megabyte }
  },
}
