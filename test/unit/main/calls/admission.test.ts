import { afterEach, describe, expect, it } from 'vitest'
import type { Page } from '../../../../src/main/page/page.ts'
import type { App } from '../../../../src/main/app/app.ts'
import type { Limits } from '../../../../src/main/types.ts'
import { admit, release } from '../../../../src/main/calls/admission.ts'
import { addPage, createLimitedApp } from '../../../support/pages/test-app.ts'

let app: App
let page: Page

function enter(limits: Partial<Limits>): void {
  app = createLimitedApp(limits)
  ;({ page } = addPage(app))
}

afterEach(() => app.dispose())

/** The text with which so many calls of so many bytes are refused. */
function refusalOf(calls: number, bytes: number, by = page): string | undefined {
  const refusal = admit(app, by, { calls, bytes })
  return refusal === undefined || refusal.ok ? undefined : refusal.message
}

const quota = 'Exceeded write quota.'
const tooBig = 'net::ERR_MSG_TOO_BIG'
const tooMany = 'net::ERR_INSUFFICIENT_RESOURCES'

describe('calls', () => {
  it('are within the limits up to each exactly, and not one further', () => {
    enter({ writeQuota: 100, messageBytes: 60, pendingCalls: 3 })
    expect([refusalOf(1, 61), refusalOf(1, 60)]).toEqual([tooBig, undefined])
    expect([refusalOf(1, 41), refusalOf(1, 40)]).toEqual([quota, undefined])
    expect([refusalOf(2, 0), refusalOf(1, 0), refusalOf(1, 0)]).toEqual([tooMany, undefined, tooMany])
  })

  it('are refused for the quota first, then for their size, then for their number', () => {
    enter({ writeQuota: 10, messageBytes: 5, pendingCalls: 1 })
    expect([refusalOf(2, 11), refusalOf(2, 10), refusalOf(2, 5)]).toEqual([quota, tooBig, tooMany])
    expect(refusalOf(1, 5)).toBeUndefined()
  })

  it('that are refused count nothing, whatever they are refused for', () => {
    enter({ writeQuota: 10, messageBytes: 5, pendingCalls: 2 })
    for (let i = 0; i < 10; i += 1)
      expect([refusalOf(1, 11), refusalOf(1, 10), refusalOf(3, 5)]).toEqual([quota, tooBig, tooMany])
    expect([refusalOf(1, 5), refusalOf(1, 5)]).toEqual([undefined, undefined])
    expect([refusalOf(0, 1), refusalOf(1, 0)]).toEqual([quota, tooMany])
  })

  it('count until they are released, with what they were admitted for', () => {
    enter({ writeQuota: 10, pendingCalls: 2 })
    expect([refusalOf(1, 4), refusalOf(1, 6)]).toEqual([undefined, undefined])
    expect([refusalOf(1, 0), refusalOf(0, 1)]).toEqual([tooMany, quota])
    release(app, page, { calls: 1, bytes: 6 })
    expect([refusalOf(1, 7), refusalOf(2, 6), refusalOf(1, 6)]).toEqual([quota, tooMany, undefined])
    release(app, page, { calls: 2, bytes: 10 })
    expect(refusalOf(2, 10)).toBeUndefined()
  })

  it('of a page count for itself, but its bytes for the whole app', () => {
    enter({ writeQuota: 10, pendingCalls: 1 })
    const other = addPage(app).page
    expect(refusalOf(1, 6)).toBeUndefined()
    expect([refusalOf(1, 0), refusalOf(1, 5, other), refusalOf(1, 4, other)]).toEqual([
      tooMany,
      quota,
      undefined,
    ])
    const stranger = createLimitedApp({ writeQuota: 10 })
    expect(admit(stranger, addPage(stranger).page, { calls: 1, bytes: 10 })).toBeUndefined()
    stranger.dispose()
  })
})
