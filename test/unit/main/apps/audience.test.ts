import { beforeEach, describe, expect, it } from 'vitest'
import { Audience } from '../../../../src/main/apps/audience.ts'
import { Page } from '../../../../src/main/apps/page.ts'
import type { EventName } from '../../../../src/renderer-types/contract/index.ts'
import { flowControl } from '../../../../src/renderer-types/wire.ts'
import type { Stream } from '../../../../src/renderer-types/wire.ts'
import { MemoryPort } from '../../../support/memory-port.ts'
import { settle } from '../../../support/until.ts'

interface Member {
  readonly page: Page
  readonly port: MemoryPort
}

let audience: Audience

beforeEach(() => {
  audience = new Audience()
})

function join(...events: EventName[]): Member {
  const port = new MemoryPort()
  const page = new Page(port)
  for (const event of events) page.setInterest(event, true)
  audience.add(page)
  return { page, port }
}

/** Sends a page as much as it may be sent of one socket. */
function fill({ page }: Member, stream: Stream, socketId: number): void {
  const data = new ArrayBuffer(flowControl.socketWindow)
  page.postData(stream, { kind: 'data', socketId, bufferSize: 4096, data })
}

function receivers(stream: Stream): Page[] {
  const pages: Page[] = []
  audience.forReceivers(stream, (page) => pages.push(page))
  return pages
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

  it('hears what one of its pages listens to', () => {
    expect(audience.hears('udp.onReceive')).toBe(false)
    join('tcp.onReceive')
    const { page } = join('udp.onReceive')
    expect([audience.hears('udp.onReceive'), audience.hears('udp.onReceiveError')]).toEqual([true, false])
    page.setInterest('udp.onReceive', false)
    expect(audience.hears('udp.onReceive')).toBe(false)
  })

  it('is told of an event where a page listens to it', async () => {
    const [deaf, first, second] = [
      join('tcp.onReceiveError'),
      join('udp.onReceiveError'),
      join('udp.onReceiveError'),
    ]
    const payload = { resultCode: -142, socketId: 3 }
    audience.emit('udp.onReceiveError', payload)
    await settle(1)
    for (const { port } of [first, second]) {
      expect(port.records).toEqual([{ kind: 'event', event: 'udp.onReceiveError', payload }])
    }
    expect(deaf.port.records).toEqual([])
  })

  it('is told good-bye, and is empty then', async () => {
    const members = [join('udp.onReceive'), join()]
    audience.end()
    await settle(1)
    for (const { port } of members) expect([port.records, port.closed]).toEqual([[{ kind: 'end' }], true])
    expect([audience.isEmpty, audience.hears('udp.onReceive')]).toEqual([true, false])
  })
})

describe.each(['tcp', 'udp'] as const)('data of %s', (stream) => {
  const other = stream === 'tcp' ? 'udp' : 'tcp'

  it('waits for a page that listens', () => {
    join(`${other}.onReceive`, `${stream}.onReceiveError`)
    expect([audience.canReceive(stream, 1), receivers(stream)]).toEqual([false, []])
    const { page } = join(`${stream}.onReceive`)
    expect([audience.canReceive(stream, 1), receivers(stream)]).toEqual([true, [page]])
  })

  it('waits for every page that listens, and for no other', () => {
    const [first, second, deaf] = [join(`${stream}.onReceive`), join(`${stream}.onReceive`), join()]
    fill(deaf, stream, 1)
    expect(audience.canReceive(stream, 1)).toBe(true)
    fill(second, stream, 1)
    expect(audience.canReceive(stream, 1)).toBe(false)
    expect(audience.canReceive(stream, 2)).toBe(true)
    expect(receivers(stream)).toEqual([first.page, second.page])
    audience.remove(second.page)
    expect(audience.canReceive(stream, 1)).toBe(true)
  })

  it('does not wait for what was sent of the other API', () => {
    const member = join('tcp.onReceive', 'udp.onReceive')
    fill(member, other, 1)
    expect([audience.canReceive(stream, 1), audience.canReceive(other, 1)]).toEqual([true, false])
  })
})
