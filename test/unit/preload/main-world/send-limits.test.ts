import { closeChannels } from '../../../support/pages/page-builtins.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FacadePage } from '../../../support/pages/facade-page.ts'
import { fullGrant } from '../../../support/pages/grants.ts'
import { takeTurns, until } from '../../../support/until.ts'

let page: FacadePage
let seen: unknown[]

beforeEach(() => {
  seen = []
  page = new FacadePage({}, { ...fullGrant, sendLimits: { messageBytes: 10, writeQuota: 20 } })
})

afterEach(closeChannels)

const keep = (...args: unknown[]): void => void seen.push([args, page.chrome.runtime.lastError])

describe.each<[string, (bytes: number) => void]>([
  ['tcp', (bytes) => page.tcp.send?.(1, new ArrayBuffer(bytes), keep)],
  ['udp', (bytes) => page.udp.send?.(1, new ArrayBuffer(bytes), 'localhost', 80, keep)],
])('a send of %s', (_name, send) => {
  it.each([
    [11, 'net::ERR_MSG_TOO_BIG'],
    [20, 'net::ERR_MSG_TOO_BIG'],
    [21, 'Exceeded write quota.'],
  ])('of %i bytes is answered in the page, later: %s', async (bytes, message) => {
    send(bytes)
    expect(seen).toEqual([])
    await until('answered', () => seen.length === 1)
    expect(seen).toEqual([[[], { message }]])
    await until('gone', () => !('lastError' in page.chrome.runtime))
    expect(page.messages).toEqual([])
  })

  it('that the main process may take is sent', async () => {
    send(10)
    await until('sent', () => page.calls.length === 1)
    await takeTurns(1)
    expect(seen).toEqual([])
  })
})
