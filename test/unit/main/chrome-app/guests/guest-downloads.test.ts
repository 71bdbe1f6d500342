import { EventEmitter } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { DownloadItem } from 'electron'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { GuestDownloads } from '../../../../../src/main/chrome-app/guests/guest-downloads.ts'
import type { Guest } from '../../../../../src/main/chrome-app/guests/guest.ts'
import { downloadLimits } from '../../../../../src/main/chrome-app/pages/take-downloads.ts'
import { expectLimitToComeBack } from '../../../../support/limits.ts'
import { settle, until } from '../../../../support/until.ts'

/** The user's downloads. */
let folder: string

vi.mock('electron', () => ({ app: { getPath: () => folder } }))

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'downloads-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

type Decide = (isAllowed: boolean) => void

/** A download that has come already when somebody is asked, and what its page is asked. */
function create() {
  const decisions: Decide[] = []
  const ask = (_name: string, _fields: object, decide: Decide): unknown => decisions.push(decide)
  const guest = { questions: { ask } } as unknown as Guest
  const done: string[] = []
  let file = ''
  const item = Object.assign(new EventEmitter(), {
    cancel: () => void done.push('cancel'),
    getFilename: () => 'name',
    getURL: () => 'http://a.test/',
    pause: () => void done.push('pause'),
    resume() {
      done.push('resume')
      fs.writeFileSync(file, 'data')
      item.emit('done', {}, 'completed')
    },
    setSavePath(given: string) {
      file = given
    },
  })
  const hasGone = (): boolean => !fs.existsSync(path.dirname(file))
  return { decisions, done, guest, hasGone, item: item as unknown as DownloadItem }
}

it('a download waits for its page, and leaves nothing behind', async () => {
  const downloads = new GuestDownloads()
  const { decisions, done, guest, hasGone, item } = create()
  expect(downloads.begin(item, guest)).toBe(true)
  expect(done).toEqual(['pause'])
  decisions[0]?.(true)
  await until('moved', hasGone)
  expect([done, fs.readFileSync(path.join(folder, 'name'), 'utf8')]).toEqual([['pause', 'resume'], 'data'])
})

it('two that end at the same time do not take the same name', async () => {
  const { rename } = fs.promises
  const moving = vi.spyOn(fs.promises, 'rename').mockImplementation(async (from, to) => {
    await until('both have a place', () => moving.mock.calls.length === 2)
    await rename(from, to)
  })
  const downloads = new GuestDownloads()
  const both = [create(), create()]
  for (const { guest, item } of both) downloads.begin(item, guest)
  for (const { decisions } of both) decisions[0]?.(true)
  await until('moved', () => both.every(({ hasGone }) => hasGone()))
  moving.mockRestore()
  expect(fs.readdirSync(folder).toSorted()).toEqual(['name', 'name (1)'])
})

it('a download that its page does not want is cancelled', async () => {
  const downloads = new GuestDownloads()
  const { decisions, done, guest, hasGone, item } = create()
  downloads.begin(item, guest)
  decisions[0]?.(false)
  await until('cancelled', hasGone)
  expect([done, fs.readdirSync(folder)]).toEqual([['pause', 'cancel'], []])
})

it('there are so many downloads at a time, and none of what is no guest', async () => {
  const downloads = new GuestDownloads()
  const { burst } = downloadLimits
  const all = Array.from({ length: burst + 1 }, create)
  expect(all.map(({ guest, item }) => downloads.begin(item, guest))).toEqual([
    ...Array<boolean>(burst).fill(true),
    false,
  ])
  for (const { decisions } of all) decisions[0]?.(false)
  await until('all are over', () => all.slice(0, burst).every(({ hasGone }) => hasGone()))
  const { item } = create()
  expect(new GuestDownloads().begin(item, undefined)).toBe(false)
})

/** Enough time for another one goes by with each. */
function letTimePass(): void {
  let now = performance.now()
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 60_000))
}

it('downloads that wait hold so many places, and give them back once', async () => {
  letTimePass()
  const downloads = new GuestDownloads()
  const begun: ReturnType<typeof create>[] = []
  await expectLimitToComeBack({
    limit: downloadLimits.most,
    take: () => {
      const download = create()
      const isBegun = downloads.begin(download.item, download.guest)
      if (isBegun) begun.push(download)
      return isBegun
    },
    giveBack: async () => {
      const all = begun.splice(0)
      for (const { decisions } of all) decisions[0]?.(false)
      await until('all are over', () => all.every(({ hasGone }) => hasGone()))
      await settle()
    },
  })
  vi.restoreAllMocks()
})

it('a download that has ended, or has no folder, gives its place to another one', async () => {
  letTimePass()
  const downloads = new GuestDownloads()
  const most = downloadLimits.most + 1
  const begin = (): boolean => {
    const { decisions, guest, item } = create()
    const isBegun = downloads.begin(item, guest)
    decisions[0]?.(false)
    return isBegun
  }
  const { mkdtempSync } = fs
  const make = vi.spyOn(fs, 'mkdtempSync').mockImplementation(() => {
    throw new Error('no room')
  })
  for (let i = 0; i < most; i += 1) expect(begin()).toBe(false)
  make.mockImplementation(mkdtempSync)
  for (let i = 0; i < most; i += 1) {
    expect(begin()).toBe(true)
    const { decisions, guest, hasGone, item } = create()
    expect(downloads.begin(item, guest)).toBe(true)
    decisions[0]?.(true)
    await until('moved', hasGone)
    await settle()
  }
  vi.restoreAllMocks()
})
