import type { Mode } from '../server/modes/index.ts'
import type { Metric } from './metric.ts'
import { megabyte } from './units.ts'

/** The page has connected to a TLS server of the load generator. */
function makeTls(name: string, label: string, mode: Mode, load: 'pushSecurely' | 'pullSecurely'): Metric {
  return {
    name,
    needs: 'tls',
    rows: [{ id: name, label, unit: 'MB/s', better: 'more' }],
    measure: async ({ subject: { server }, client, identity, size }) => {
      await server('connectSecurely', mode, await client('listenSecurely', identity))
      const rate = await client(load, size.span)
      await server('stop')
      return { [name]: rate / megabyte }
    },
  }
}

export const tlsIn = makeTls('tls-in', 'TLS, the page receives', 'sink', 'pushSecurely')
export const tlsOut = makeTls('tls-out', 'TLS, the page sends', 'source', 'pullSecurely')
