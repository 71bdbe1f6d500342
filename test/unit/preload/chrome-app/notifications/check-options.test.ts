import { describe, expect, it } from 'vitest'
import type { Options } from '../../../../../src/preload/chrome-app/main-world/notifications/check-options.ts'
import {
  explainCreate,
  explainUpdate,
} from '../../../../../src/preload/chrome-app/main-world/notifications/check-options.ts'
import { writeNotice } from '../../../../../src/preload/chrome-app/main-world/notifications/write-notice.ts'

const basic: Options = { type: 'basic', iconUrl: 'a.png', title: 'T', message: 'M' }
const items = [{ title: 'a', message: 'b' }]

describe('a notification', () => {
  it.each<[Options, string]>([
    [{}, 'Some of the required properties'],
    [{ ...basic, priority: -1 }, 'Low-priority'],
    [{ ...basic, imageUrl: 'b.png' }, 'Image resource'],
    [{ ...basic, type: 'image' }, 'Image resource'],
    [{ ...basic, items }, 'List items'],
    [{ ...basic, type: 'list', items: [] }, 'List items'],
    [{ ...basic, progress: 5 }, 'should not be specified'],
    [{ ...basic, type: 'progress', progress: 101 }, 'from 0 to 100'],
  ])('%j is refused', (options, text) => {
    expect(explainCreate('id', options)).toContain(text)
  })

  it('is refused with a long id', () => {
    expect(explainCreate('x'.repeat(501), basic)).toContain('500 characters')
    expect(explainCreate('x'.repeat(500), basic)).toBeUndefined()
  })

  it('is changed by what fits its kind', () => {
    expect(explainUpdate(basic, { progress: 5 })).toContain('should not be specified')
    expect(explainUpdate(basic, { type: 'progress', progress: 5 })).toBeUndefined()
    expect(explainUpdate({ ...basic, type: 'list', items }, { items })).toBeUndefined()
  })

  it('is shown as texts', () => {
    const buttons = ['One', 'Two', 'Three'].map((title) => ({ title }))
    const options = { ...basic, buttons, contextMessage: 'C', items, progress: 30, priority: 2, silent: true }
    expect(writeNotice(options)).toEqual({
      title: 'T',
      body: 'M\na: b\n30 %\nC',
      firstButton: 'One',
      secondButton: 'Two',
      isSilent: true,
      stays: false,
      isUrgent: true,
    })
  })

  it('has texts that are no longer than what is shown', () => {
    const long = 'x'.repeat(100_000)
    const many = Array.from({ length: 1000 }, () => ({ title: long, message: long }))
    const { body, title } = writeNotice({ ...basic, title: long, message: long, items: many })
    expect([title.length, body.length < 40_000]).toEqual([2048, true])
  })
})
