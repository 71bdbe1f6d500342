import { EventEmitter } from 'node:events'
import type { WebContents } from 'electron'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { WatchEvents } from '../../../../../src/main/chrome-app/stalls/main-watch.ts'
import type { KnownProcess } from '../../../../../src/main/chrome-app/stalls/thread-messages.ts'

const frames = new Map<string, { osProcessId: number }>()
vi.mock('electron', () => ({
  webFrameMain: { fromId: (processId: number, routingId: number) => frames.get(`${processId} ${routingId}`) },
}))

const said: string[] = []
let hear: WatchEvents
vi.mock('../../../../../src/main/chrome-app/stalls/main-watch.ts', () => ({
  MainWatch: class {
    constructor(events: WatchEvents) {
      said.push('begin')
      hear = events
    }
    add = ({ isGuest, pid }: KnownProcess): unknown => said.push(`add ${pid}${isGuest ? ', a guest' : ''}`)
    hasStopped = (pid: number): boolean => pid === 5
  },
}))

const lines: string[] = []
const logger = { warn: (line: string) => lines.push(line), error: (line: string) => lines.push(line) }

class Contents extends EventEmitter {
  constructor(public pid: number) {
    super()
  }
  getOSProcessId = (): number => this.pid
  navigate(isMainFrame: boolean, processId: number, routingId: number): void {
    this.emit('did-frame-navigate', {}, '', 200, '', isMainFrame, processId, routingId)
  }
}

const load = () => import('../../../../../src/main/chrome-app/stalls/follow-pages.ts')
const follow = async (contents: Contents): Promise<void> =>
  (await load()).followPage(contents as unknown as WebContents, logger)
const followGuest = async (contents: Contents): Promise<void> =>
  (await load()).followGuest(contents as unknown as WebContents, logger)

beforeEach(() => {
  vi.resetModules()
  vi.stubGlobal('process', Object.create(process, { platform: { value: 'linux', configurable: true } }))
  said.length = 0
  lines.length = 0
  frames.clear()
  vi.useFakeTimers()
})

afterEach(() => void vi.useRealTimers())

it('the watch begins when the first windows are there, or with the first guest', async () => {
  await follow(new Contents(5))
  expect(said).toEqual([])
  vi.advanceTimersByTime(2000)
  expect(said).toEqual(['begin', 'add 5'])
  vi.resetModules()
  await follow(new Contents(5))
  await followGuest(new Contents(7))
  await followGuest(new Contents(8))
  vi.advanceTimersByTime(2000)
  expect(said.slice(2)).toEqual(['begin', 'add 5', 'add 7, a guest', 'add 8, a guest'])
})

it('one thread knows the processes of all documents of all pages', async () => {
  const page = new Contents(0)
  const guest = new Contents(5)
  await follow(page)
  await followGuest(guest)
  expect(said).toEqual(['begin', 'add 5, a guest'])
  frames.set('1 1', { osProcessId: 7 }).set('2 1', { osProcessId: 8 })
  page.navigate(true, 1, 1)
  guest.navigate(false, 2, 1)
  expect(said.slice(2)).toEqual(['add 7', 'add 8, a guest'])
})

it('this process and its family are nobody’s', async () => {
  const guest = new Contents(0)
  await followGuest(guest)
  guest.pid = process.pid
  guest.navigate(true, 1, 1)
  expect(said).toEqual(['begin'])
})

it('a frame that has gone again counts as its page’s', async () => {
  const page = new Contents(5)
  await followGuest(page)
  page.navigate(false, 4, 4)
  expect(said).toEqual(['begin', 'add 5, a guest', 'add 5, a guest'])
})

it('what the thread says is logged', async () => {
  await followGuest(new Contents(5))
  hear.tooBusy()
  hear.tooFull()
  hear.tooFull()
  hear.failed(new Error('it has ended'))
  expect(lines).toEqual([
    expect.stringMatching(/a page keeps the main process busy/),
    expect.stringMatching(/the process of a guest was ended/),
    expect.stringMatching(/nobody watches.*: it has ended$/),
  ])
})

it('nobody is watched where one cannot tell who computes', async () => {
  vi.stubGlobal('process', Object.create(process, { platform: { value: 'darwin' } }))
  await followGuest(new Contents(5))
  expect(said).toEqual([])
})

it('whom the watch has stopped it says when it has begun', async () => {
  const { isStoppedByWatch } = await load()
  expect(isStoppedByWatch(5)).toBe(false)
  await follow(new Contents(5))
  expect(isStoppedByWatch(5)).toBe(false)
  vi.advanceTimersByTime(2000)
  expect([isStoppedByWatch(5), isStoppedByWatch(6)]).toEqual([true, false])
})
