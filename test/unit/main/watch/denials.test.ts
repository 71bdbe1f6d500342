import { afterEach, expect, it, vi } from 'vitest'
import type { App } from '../../../../src/main/app/app.ts'
import type { Refusal } from '../../../../src/main/types.ts'
import type { UpMessage } from '../../../../src/renderer-types/wire.ts'
import { GatePage } from '../../../support/pages/gate-page.ts'
import { createApp } from '../../../support/pages/test-app.ts'
import { takeTurns } from '../../../support/until.ts'

let app: App

afterEach(() => {
  vi.restoreAllMocks()
  app.dispose()
})

function open(): { page: GatePage; heard: Refusal[] } {
  // However slow it is, it is one turn.
  vi.spyOn(performance, 'now').mockReturnValue(1)
  app = createApp({ tcp: { connect: 'allowed.test:80' }, udp: {} })
  const heard: Refusal[] = []
  app.watch.events.on('refused', (refusal) => heard.push(refusal))
  const page = new GatePage(app)
  page.say(
    { kind: 'call', id: 0, method: 'tcp.create', args: [] },
    { kind: 'call', id: 0, method: 'udp.create', args: [] },
  )
  return { page, heard }
}

const connect = (id: number): unknown => ({
  kind: 'call',
  id,
  method: 'tcp.connect',
  args: [1, `host-${id}`, 80],
})
const join = { kind: 'call', id: 0, method: 'udp.joinGroup', args: [1, '224.0.0.251'] }
const connects = (count: number): unknown[] => Array.from({ length: count }, (_, id) => connect(id))

it('of one method and turn are told once, the first in full and the others by their number', async () => {
  const { heard, page } = open()
  page.receive([0, undefined, ...connects(5), join])
  await takeTurns(1)
  const denied = { reason: 'permission', socketId: 1 }
  expect(heard).toEqual([
    { ...denied, method: 'tcp.connect', host: 'host-0', port: 80, count: 5 },
    { ...denied, method: 'udp.joinGroup', host: '224.0.0.251', count: 1 },
  ])
})

it('of an API that the manifest does not have are told, too', async () => {
  const { heard, page } = open()
  page.receive([
    0,
    undefined,
    { kind: 'call', id: 1, method: 'network.getNetworkInterfaces', args: [] },
    { kind: 'call', id: 2, method: 'network.getNetworkInterfaces', args: [] },
  ])
  await takeTurns(1)
  expect(heard).toEqual([
    { reason: 'permission', method: 'network.getNetworkInterfaces', socketId: 0, count: 2 },
  ])
})

it('of a later turn are told again', async () => {
  const { heard, page } = open()
  for (let i = 0; i < 3; i += 1) {
    page.receive([0, undefined, connect(i)])
    await takeTurns(1)
  }
  expect(heard.map((refusal) => 'count' in refusal && refusal.count)).toEqual([1, 1, 1])
})

it('of two pages are told apart', async () => {
  const { heard, page } = open()
  const other = new GatePage(app)
  page.receive([0, undefined, connect(1)])
  other.receive([0, undefined, connect(1), connect(2)])
  await takeTurns(1)
  expect(heard.map((refusal) => 'count' in refusal && refusal.count)).toEqual([1, 2])
})

it('are told a few times, however many there are', async () => {
  const { heard, page } = open()
  for (let i = 0; i < 40; i += 1) page.tell([0, undefined, ...connects(1000)] as UpMessage)
  await takeTurns(500)
  expect(heard.reduce((sum, refusal) => sum + ('count' in refusal ? refusal.count : 0), 0)).toBe(40_000)
  expect(heard.length).toBeLessThan(1000)
})
