import { expect, it } from 'vitest'
import { Meter } from '../../../../src/main/inspector/meter.ts'
import { makeReport } from '../../../support/pages/reports.ts'

const carried = (received: number, sent: number, more = {}): ReturnType<typeof makeReport> =>
  makeReport({ bytesReceived: received, bytesSent: sent, ...more })

it('makes rates of what was carried since the last time', () => {
  const meter = new Meter()
  expect(meter.measure([carried(1000, 10)], 0)).toMatchObject({ receiving: 0, sending: 0 })
  const { receiving, rows, sending } = meter.measure(
    [carried(2000, 40), carried(500, 0, { socketId: 2 })],
    500,
  )
  expect(rows).toMatchObject([
    { key: 'tcp 1', receiving: 2000, sending: 60 },
    { key: 'tcp 2', receiving: 1000, sending: 0 },
  ])
  expect([receiving, sending]).toEqual([3000, 60])
})

it('counts what a socket has carried that is closed meanwhile, once', () => {
  const meter = new Meter()
  meter.measure([carried(100, 0)], 0)
  meter.noteClosed(carried(300, 50, { state: 'closed' }))
  meter.noteClosed(carried(7, 0, { socketId: 2, state: 'closed' }))
  const lingering = carried(300, 50, { state: 'closing', localPort: 1, peerPort: 2 })
  expect(meter.measure([lingering], 1000)).toMatchObject({ receiving: 207, sending: 50 })
  expect(meter.measure([{ ...lingering, bytesSent: 60 }], 2000)).toMatchObject({ receiving: 0, sending: 10 })
})

it('begins anew with a new connection', () => {
  const meter = new Meter()
  meter.measure([carried(1000, 1000)], 0)
  expect(meter.measure([carried(30, 40)], 1000)).toMatchObject({ receiving: 30, sending: 40 })
})

it('tells a socket that is connected again from its old connection', () => {
  const old = carried(0, 0, { state: 'closing', localPort: 1, peerPort: 2 })
  const { rows } = new Meter().measure([carried(0, 0), old], 0)
  expect(new Set(rows.map(({ key }) => key)).size).toBe(2)
})
