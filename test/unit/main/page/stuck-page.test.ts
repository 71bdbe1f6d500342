import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Audience } from '../../../../src/main/app/audience.ts'
import { Page } from '../../../../src/main/page/page.ts'
import { readLimits } from '../../../../src/main/install/limits.ts'
import { flowControl } from '../../../../src/renderer-types/wire.ts'
import { MemoryPort } from '../../../support/pages/memory-port.ts'
import { takeTurns } from '../../../support/until.ts'

const { patience } = flowControl
let now = 0

beforeEach(() => {
  now = 1000
  vi.spyOn(performance, 'now').mockImplementation(() => now)
})

afterEach(() => vi.restoreAllMocks())

const createPage = (): Page =>
  new Page(new MemoryPort(), readLimits({ unreadBytes: 1000 }), { url: 'app://test/', windowId: 1 })

/** Sends a page as much as it may be sent. */
async function fill(page: Page): Promise<void> {
  page.postData(1, 4096, Buffer.alloc(1000))
  await takeTurns(1)
}

describe('a page', () => {
  it('is stuck when it is full and has dealt with nothing for longer than one can be patient', async () => {
    const page = createPage()
    await fill(page)
    now += patience
    expect([page.isFull, page.isStuck]).toEqual([true, false])
    now += 1
    expect(page.isStuck).toBe(true)
  })

  it('is not stuck that deals with something from time to time, though it is always full', async () => {
    const page = createPage()
    await fill(page)
    for (let i = 0; i < 5; i += 1) {
      await fill(page)
      now += patience
      page.acknowledge(1)
      expect([page.isFull, page.isStuck]).toEqual([true, false])
      await takeTurns(1)
    }
    now += patience + 1
    expect(page.isStuck).toBe(true)
    page.acknowledge(1)
    await takeTurns(1)
    expect(page.isStuck).toBe(false)
  })

  it('is given its time from the moment it is sent something, though it had nothing to do for long before', async () => {
    const page = createPage()
    now += 100 * patience
    await fill(page)
    expect([page.isFull, page.isStuck]).toEqual([true, false])
    page.acknowledge(1)
    now += 100 * patience
    await fill(page)
    expect([page.isFull, page.isStuck]).toEqual([true, false])
  })
})

describe('an audience', () => {
  it('does not go on without a page that has room, however long it is busy', async () => {
    const audience = new Audience()
    const [busy, awake] = [createPage(), createPage()]
    for (const page of [busy, awake]) {
      audience.add(page)
      audience.setInterest(page, 'tcp.onReceive', true)
    }
    busy.postData(1, 4096, Buffer.alloc(999))
    await takeTurns(1)
    now += 100 * patience
    expect(audience.of('tcp.onReceive')).toEqual([busy, awake])
    expect(audience.of('tcp.onReceive', (page) => page !== busy)).toEqual([awake])
  })

  it('goes on without a page that is stuck, until that one deals with something', async () => {
    const audience = new Audience()
    const [stuck, awake] = [createPage(), createPage()]
    for (const page of [stuck, awake]) {
      audience.add(page)
      audience.setInterest(page, 'tcp.onReceive', true)
    }
    await fill(stuck)
    expect(audience.of('tcp.onReceive')).toEqual([stuck, awake])
    now += patience + 1
    expect(audience.of('tcp.onReceive')).toEqual([awake])
    stuck.acknowledge(1)
    expect(audience.of('tcp.onReceive')).toEqual([stuck, awake])
  })

  it('waits for a page that is stuck where nobody else listens, and for all where all are stuck', async () => {
    const audience = new Audience()
    const pages = [createPage(), createPage()]
    for (const page of pages) {
      audience.add(page)
      await fill(page)
    }
    audience.setInterest(pages[0] as Page, 'udp.onReceive', true)
    for (const page of pages) audience.setInterest(page, 'tcp.onReceive', true)
    now += patience + 1
    expect([audience.of('udp.onReceive'), audience.of('tcp.onReceive')]).toEqual([[pages[0]], pages])
  })
})
