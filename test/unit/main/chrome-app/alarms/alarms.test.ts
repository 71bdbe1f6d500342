import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Alarm } from '../../../../../src/main/chrome-app/alarms/alarm-file.ts'
import { KeptFolder } from '../../../../../src/main/chrome-app/kept-folder.ts'
import { AlarmFile } from '../../../../../src/main/chrome-app/alarms/alarm-file.ts'
import { Alarms } from '../../../../../src/main/chrome-app/alarms/alarms.ts'
import { expectLimitToComeBack } from '../../../../support/limits.ts'

const minute = 60_000

let folder: string
let fired: Alarm[]
let hasRoom: boolean
let alarms: Alarms

const open = (): Alarms =>
  new Alarms(
    { raise: (alarm) => fired.push(alarm), hasRoom: () => hasRoom },
    new AlarmFile(new KeptFolder(folder, console)),
  )

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 })
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'alarms-'))
  fired = []
  hasRoom = true
  alarms = open()
  alarms.start()
})
afterEach(() => {
  alarms.stop()
  vi.useRealTimers()
  fs.rmSync(folder, { recursive: true })
})

const names = (): string[] => fired.map(({ name }) => name)

describe('alarms', () => {
  it('fire once at their time, and are gone', () => {
    alarms.create('a', { delayInMinutes: 2 })
    vi.advanceTimersByTime(2 * minute - 1)
    expect(fired).toEqual([])
    vi.advanceTimersByTime(1)
    expect(fired).toEqual([{ name: 'a', persistAcrossSessions: true, scheduledTime: 1_000_000 + 2 * minute }])
    expect(alarms.isEmpty).toBe(true)
  })

  it('that repeat themselves stay in step, whatever is missed', () => {
    alarms.create('a', { when: 1_000_000, periodInMinutes: 1 })
    vi.advanceTimersByTime(0)
    hasRoom = false
    vi.advanceTimersByTime(3.5 * minute)
    expect(names()).toEqual(['a'])
    hasRoom = true
    vi.advanceTimersByTime(minute)
    expect(fired.map(({ scheduledTime }) => (scheduledTime - 1_000_000) / minute)).toEqual([0, 1, 4])
  })

  it('fire no faster than ten times a second, however short they are', () => {
    for (let i = 0; i < 10; i += 1) alarms.create(`${i}`, { periodInMinutes: 1e-9 })
    alarms.create('none', { periodInMinutes: 1e-300, when: 0 })
    vi.advanceTimersByTime(1000)
    expect(fired.length).toBeGreaterThan(100)
    expect(fired.length).toBeLessThanOrEqual(121)
  })

  it('that are months away do not fire at once', () => {
    alarms.create('a', { delayInMinutes: 60 * 24 * 60 })
    vi.advanceTimersByTime(10 * minute)
    expect([fired.length, vi.getTimerCount()]).toEqual([0, 1])
  })

  it('are cleared, and an old one makes room for its name', () => {
    alarms.create('a', { delayInMinutes: 1 })
    alarms.create('b', { delayInMinutes: 1 })
    alarms.create('a', { delayInMinutes: 5 })
    expect(alarms.list().map(({ name }) => name)).toEqual(['b', 'a'])
    expect([alarms.clear('b'), alarms.clear('b')]).toEqual([true, false])
    alarms.clearAll()
    vi.advanceTimersByTime(10 * minute)
    expect(fired).toEqual([])
  })

  it('are 500 at most', async () => {
    let made = 0
    await expectLimitToComeBack({
      limit: 500,
      take: () => alarms.create(`${(made += 1)}`, { delayInMinutes: 1 }),
      giveBack: () => alarms.clearAll(),
    })
  })

  it('have names of a million characters in all', async () => {
    let made = 0
    await expectLimitToComeBack({
      limit: 8,
      take: () => alarms.create(`${(made += 1)}`.padStart(128 * 1024, 'x'), { delayInMinutes: 1 }),
      giveBack: () => {
        vi.advanceTimersByTime(2 * minute)
      },
    })
  })
})

describe('alarms from start to start', () => {
  it('are kept, but for those that are not to be', () => {
    alarms.create('kept', { delayInMinutes: 5, periodInMinutes: 2 })
    alarms.create('other', { delayInMinutes: 5, persistAcrossSessions: false })
    alarms.stop()
    alarms = open()
    expect(alarms.list()).toEqual([
      {
        name: 'kept',
        periodInMinutes: 2,
        persistAcrossSessions: true,
        scheduledTime: 1_000_000 + 5 * minute,
      },
    ])
  })

  it('that were due meanwhile fire when there are pages again', () => {
    alarms.create('a', { delayInMinutes: 1 })
    alarms.stop()
    vi.setSystemTime(1_000_000 + 10 * minute)
    alarms = open()
    vi.advanceTimersByTime(minute)
    expect(fired).toEqual([])
    alarms.start()
    vi.advanceTimersByTime(100)
    expect(names()).toEqual(['a'])
  })

  it.each(['', '[5]', '{}', '[{"name":1}]'])('of a file with %j are none', (text) => {
    fs.writeFileSync(path.join(folder, 'chrome-app-alarms.json'), text)
    expect(open().list()).toEqual([])
  })
})
