import { beforeEach, describe, expect, it } from 'vitest'
import { Audience } from '../../../../src/main/app/audience.ts'
import { Page } from '../../../../src/main/page/page.ts'
import { defaultLimits } from '../../../../src/main/install/limits.ts'
import type { EventName } from '../../../../src/renderer-types/contract/index.ts'
import { MemoryPort } from '../../../support/pages/memory-port.ts'
import type { Member } from '../../../support/pages/test-app.ts'
import { takeTurns } from '../../../support/until.ts'

let audience: Audience

beforeEach(() => {
  audience = new Audience()
})

function join(...events: EventName[]): Member {
  const port = new MemoryPort()
  const page = new Page(port, defaultLimits, { url: 'app://test/', windowId: 1 })
  audience.add(page)
  for (const event of events) audience.setInterest(page, event, true)
  return { page, port }
}

describe('an audience', () => {
  it('is empty until a page comes, and when the last has gone', () => {
    expect(audience.isEmpty).toBe(true)
    const [first, second] = [join(), join()]
    expect(audience.isEmpty).toBe(false)
    expect([audience.remove(first.page), audience.remove(first.page)]).toEqual([true, false])
    expect([audience.has(first.page), audience.has(second.page), audience.isEmpty]).toEqual([
      false,
      true,
      false,
    ])
    audience.remove(second.page)
    expect(audience.isEmpty).toBe(true)
  })

  it('is told of an event where a page listens to it', async () => {
    const [deaf, first, second] = [
      join('tcp.onReceiveError'),
      join('udp.onReceiveError'),
      join('udp.onReceiveError'),
    ]
    const payload = { resultCode: -142, socketId: 3 }
    audience.emit('udp.onReceiveError', payload)
    await takeTurns(1)
    for (const { port } of [first, second]) {
      expect(port.records).toEqual([{ kind: 'event', event: 'udp.onReceiveError', payload }])
    }
    expect(deaf.port.records).toEqual([])
  })

  it('is told for a moment of what nobody has heard, unless all pages have gone meanwhile', async () => {
    const payload = { resultCode: -100, socketId: 3 }
    const [first, second] = [join(), join()]
    audience.emitPatiently('tcp.onReceiveError', payload)
    audience.remove(first.page)
    audience.setInterest(second.page, 'tcp.onReceiveError', true)
    audience.emitLate()
    await takeTurns(1)
    expect(second.port.records).toEqual([{ kind: 'event', event: 'tcp.onReceiveError', payload }])
    audience.setInterest(second.page, 'tcp.onReceiveError', false)
    audience.emitPatiently('tcp.onReceiveError', payload)
    audience.remove(second.page)
    const next = join('tcp.onReceiveError')
    audience.emitLate()
    await takeTurns(1)
    expect(next.port.records).toEqual([])
  })

  it('is told good-bye, and is empty then', async () => {
    const members = [join('udp.onReceive'), join()]
    expect(audience.of('udp.onReceive')).toHaveLength(1)
    audience.end()
    await takeTurns(1)
    for (const { port } of members) expect([port.records, port.closed]).toEqual([[{ kind: 'end' }], true])
    expect([audience.isEmpty, audience.of('udp.onReceive')]).toEqual([true, []])
  })
})

describe('the pages that listen to an event', () => {
  it('are those that have said so, in the order in which they came', () => {
    expect(audience.of('udp.onReceive')).toEqual([])
    const [first, , third] = [join('udp.onReceive'), join('tcp.onReceive'), join('udp.onReceive')]
    expect(audience.of('udp.onReceive')).toEqual([first.page, third.page])
    expect(audience.of('udp.onReceiveError')).toEqual([])
  })

  it('are found only once while nothing changes', () => {
    join('udp.onReceive')
    const found = audience.of('udp.onReceive')
    expect(audience.of('udp.onReceive')).toBe(found)
  })

  it('are found anew when a page comes, changes its mind or goes', () => {
    const first = join('udp.onReceive')
    expect(audience.of('udp.onReceive')).toEqual([first.page])
    const second = join()
    expect(audience.of('udp.onReceive')).toEqual([first.page])
    audience.setInterest(second.page, 'udp.onReceive', true)
    expect(audience.of('udp.onReceive')).toEqual([first.page, second.page])
    audience.setInterest(first.page, 'udp.onReceive', false)
    expect(audience.of('udp.onReceive')).toEqual([second.page])
    audience.remove(second.page)
    expect(audience.of('udp.onReceive')).toEqual([])
    audience.add(second.page)
    expect(audience.of('udp.onReceive')).toEqual([second.page])
  })

  it('do not change while one is walked that was asked for before', () => {
    const [first, second] = [join('udp.onReceive'), join('udp.onReceive')]
    const walked = audience.of('udp.onReceive')
    audience.remove(second.page)
    expect(walked).toEqual([first.page, second.page])
    expect(audience.of('udp.onReceive')).toEqual([first.page])
  })
})
