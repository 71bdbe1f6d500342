import { describe, expect, it } from 'vitest'
import { explainWaiting } from '../../../../src/main/inspector/view/explain-waiting.ts'
import { formatBytes } from '../../../../src/main/inspector/view/format.ts'
import type { SocketReport } from '../../../../src/main/types.ts'
import { makeReport } from '../../../support/pages/reports.ts'

const explain = (some: Partial<SocketReport>): string =>
  explainWaiting({ ...makeReport(some), key: '', receiving: 0, sending: 0, waits: true })

describe('what waits, and why', () => {
  it.each<[Partial<SocketReport>, string]>([
    [{}, ''],
    [{ obstacle: 'paused' }, 'paused'],
    [{ obstacle: 'noListener', bytesWaiting: 1500 }, '1.5 kB: nobody listens'],
    [{ obstacle: 'paused', heldConnections: 1, backlog: 5 }, '1 client: paused'],
    [
      { obstacle: 'socketLimit', heldConnections: 5, backlog: 5 },
      '5 clients (backlog is full): too many sockets',
    ],
    [{ bytesQueued: 7 }, '7 B to send: peer is behind'],
    [{ obstacle: 'pageBehind', bytesQueued: 2e6 }, 'page is behind, 2.0 MB to send: peer is behind'],
  ])('%j', (some, text) => expect(explain(some)).toBe(text))
})

it.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 kB'],
  [123_456, '123 kB'],
  [2.5e6, '2.5 MB'],
  [7e15, '7000 TB'],
])('%d bytes are %s', (count, text) => expect(formatBytes(count)).toBe(text))
