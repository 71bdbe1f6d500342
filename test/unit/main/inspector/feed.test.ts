import { EventEmitter } from 'node:events'
import { beforeEach, expect, it } from 'vitest'
import { Feed } from '../../../../src/main/inspector/feed.ts'
import type { Snapshot } from '../../../../src/main/inspector/snapshot.ts'
import type { SocketEventEmitter, SocketReport } from '../../../../src/main/types.ts'
import { makeReport } from '../../../support/pages/reports.ts'

const app = { name: 'n', id: 'i' }
const server = makeReport({ namespace: 'tcpServer', state: 'listening', heldConnections: 2, backlog: 2 })

let events: SocketEventEmitter
let reports: SocketReport[]
let feed: Feed

beforeEach(() => {
  events = new EventEmitter()
  reports = []
  feed = new Feed({ events, sockets: () => reports })
  feed.start()
})

const take = (): Snapshot => feed.take(app, 0)

it('tells what waits, and counts it', () => {
  reports = [
    server,
    makeReport({ socketId: 1, obstacle: 'paused' }),
    makeReport({ socketId: 2, bytesQueued: 1 }),
    makeReport({ socketId: 3, obstacle: 'pageBehind' }),
    makeReport({ namespace: 'udp', state: 'bound', bytesWaiting: 5, obstacle: 'noListener' }),
  ]
  expect(take().rows.map(({ waits }) => waits)).toEqual([true, false, true, true, true])
  expect(take().counts).toEqual({ tcpServer: 1, tcp: 3, udp: 1, waiting: 4 })
})

it('chooses where there are too many: servers and what waits go first', () => {
  reports = Array.from({ length: 5000 }, (_, i) => makeReport({ socketId: i + 1 }))
  reports.push(makeReport({ socketId: 6000, bytesWaiting: 1 }), server)
  const { counts, rows } = take()
  expect(rows).toHaveLength(500)
  expect(rows.slice(0, 3).map(({ key }) => key)).toEqual(['tcp 6000', 'tcpServer 1', 'tcp 1'])
  expect(counts.tcp).toBe(5001)
})

it('cuts what pages and peers say', () => {
  reports = [makeReport({ name: 'n'.repeat(100_000) })]
  events.emit('refused', { reason: 'message', message: 'm'.repeat(100_000) })
  const { notices, rows } = take()
  expect([rows[0]?.name.length, notices[0]?.text.length]).toEqual([201, 201])
})

it('tells what was refused and what failed, once', () => {
  events.emit('refused', { reason: 'connection', socket: server, peerAddress: '::1', peerPort: 5 })
  const denial = { reason: 'permission', method: 'tcp.connect', socketId: 3, host: 'h', port: 80 } as const
  events.emit('refused', { ...denial, count: 1 })
  events.emit('refused', { ...denial, count: 8 })
  const failure = { socket: makeReport(), operation: 'receive', code: -101 } as const
  events.emit('error', { ...failure, message: 'net::ERR_CONNECTION_RESET' })
  events.emit('error', { ...failure, message: 'net::ERR_CONNECTION_CLOSED' })
  expect(take().notices.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
    'refused tcpServer 1: client [::1]:5 was reset: 2 wait already',
    'refused tcp.connect of h:80, socket 3: not permitted',
    'refused tcp.connect of h:80, socket 3: not permitted (and 7 more)',
    'error tcp 1: receive: net::ERR_CONNECTION_RESET',
  ])
  expect(take()).toMatchObject({ notices: [], missed: 0 })
})

it('keeps so many notices, and counts the rest', () => {
  for (let i = 0; i < 5000; i += 1) events.emit('refused', { reason: 'message', message: 'x' })
  const { missed, notices } = take()
  expect([notices.length, missed]).toEqual([100, 4900])
  expect(take().missed).toBe(0)
})

it('listens to nothing once it has stopped', () => {
  feed.stop()
  expect(events.eventNames()).toEqual([])
})
