import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Notice, NoticeEvents } from '../../../../../src/main/chrome-app/notices/notices.ts'
import { maxNotices, Notices } from '../../../../../src/main/chrome-app/notices/notices.ts'
import { expectLimitToComeBack } from '../../../../support/limits.ts'

const notice = (title: string): Notice => ({
  title,
  body: '',
  isSilent: false,
  stays: false,
  isUrgent: false,
})

const seen: string[] = []
const events = new Map<string, NoticeEvents>()
let notices: Notices

beforeEach(() => {
  vi.useFakeTimers()
  seen.length = 0
  notices = new Notices({
    show: ({ title }, _picture, own) => {
      seen.push(`show ${title}`)
      events.set(title, own)
      return { close: () => void seen.push(`close ${title}`) }
    },
    raise: (event, ...args) => void seen.push(`${event} ${args.join()}`),
  })
})
afterEach(() => vi.useRealTimers())

describe('notifications that the system shows', () => {
  it('take the place of one of the same id', () => {
    notices.show('a', notice('first'), undefined)
    notices.show('a', notice('second'), undefined)
    notices.close('a')
    notices.close('a')
    expect(seen).toEqual(['show first', 'close first', 'show second', 'close second'])
  })

  it('tell what the user does', () => {
    notices.show('a', notice('first'), undefined)
    events.get('first')?.onClicked()
    events.get('first')?.onButtonClicked(1)
    events.get('first')?.onClosed()
    notices.close('a')
    expect(seen.slice(1)).toEqual([
      'notices.onClicked a',
      'notices.onButtonClicked a,1',
      'notices.onClosed a',
    ])
  })

  it('are shown ten at once, and then four a second', () => {
    for (let i = 0; i < 30; i += 1) notices.show(`${i}`, notice(`${i}`), undefined)
    expect(seen).toHaveLength(10)
    vi.advanceTimersByTime(1000)
    expect(seen).toHaveLength(14)
    vi.advanceTimersByTime(60_000)
    expect(seen).toHaveLength(30)
    for (let i = 30; i < 60; i += 1) notices.show(`${i}`, notice(`${i}`), undefined)
    expect(seen).toHaveLength(40)
  })

  it('of which one changes all the time show what it came to', () => {
    for (let i = 0; i < 1000; i += 1) notices.show('a', notice(`${i}`), undefined)
    vi.advanceTimersByTime(1000)
    expect(seen.at(-1)).toBe('show 999')
    expect(seen.length).toBeLessThan(25)
  })

  it('that are closed before their turn are not shown', () => {
    for (let i = 0; i < 11; i += 1) notices.show(`${i}`, notice(`${i}`), undefined)
    notices.close('10')
    vi.advanceTimersByTime(1000)
    expect(seen).not.toContain('show 10')
  })

  it('are so many and not one more, and come back', async () => {
    let made = 0
    await expectLimitToComeBack({
      limit: maxNotices,
      take: () => notices.show(`${(made += 1)}`, notice('x'), undefined),
      giveBack: () => notices.closeAll(),
    })
  })
})
