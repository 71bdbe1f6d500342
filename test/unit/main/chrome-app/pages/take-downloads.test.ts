import { EventEmitter } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Session } from 'electron'
import { afterAll, expect, it, vi } from 'vitest'
import { findFreePath } from '../../../../../src/main/chrome-app/pages/download-path.ts'
import { takeDownloads } from '../../../../../src/main/chrome-app/pages/take-downloads.ts'

const place = vi.hoisted(() => ({ downloads: '' }))
vi.mock('electron', () => ({ app: { getPath: () => place.downloads } }))

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'downloads-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))

class Item extends EventEmitter {
  path: string | undefined
  isPrevented = false
  readonly name: string
  readonly getFilename = () => this.name

  constructor(name: string) {
    super()
    this.name = name
  }

  setSavePath(file: string): void {
    this.path = file
  }
}

/** A session whose pages download. */
function create() {
  const session = new EventEmitter()
  const told: string[] = []
  takeDownloads(session as unknown as Session, {
    noteActivity: () => told.push('active'),
    refused: () => told.push('refused'),
  })
  const download = (name: string): Item => {
    const item = new Item(name)
    session.emit('will-download', { preventDefault: () => (item.isPrevented = true) }, item)
    return item
  }
  return { download, told }
}

it('a name that is taken gets a number', () => {
  const taken = new Set(['/d/a.txt', '/d/a (1).txt'])
  expect(findFreePath('/d', 'a.txt', (file) => taken.has(file))).toBe(path.join('/d', 'a (2).txt'))
  expect(findFreePath('/d', 'b', (file) => taken.has(file))).toBe(path.join('/d', 'b'))
  expect(findFreePath('/d', 'a.txt', () => true)).toBeUndefined()
})

it.each(['x'.repeat(300), '\u{1f600}'.repeat(1_000_000), `a.${'\u4e2d'.repeat(300)}`])(
  'a name is no longer than systems bear',
  (name) => {
    const file = findFreePath('/d', name, (tried) => !tried.includes(' (100)')) ?? ''
    expect(Buffer.byteLength(path.basename(file))).toBeLessThan(255)
  },
)

it('downloads are saved beside what is there, and beside each other', () => {
  place.downloads = path.join(folder, 'new')
  const { download, told } = create()
  const first = download('a.txt')
  expect(first.path).toBe(path.join(folder, 'new', 'a.txt'))
  const second = download('a.txt')
  expect(second.path).toBe(path.join(folder, 'new', 'a (1).txt'))
  fs.symlinkSync('/no/such/file', path.join(folder, 'new', 'b.txt'))
  expect(download('b.txt').path).toBe(path.join(folder, 'new', 'b (1).txt'))
  first.emit('updated')
  first.emit('done')
  expect(download('a.txt').path).toBe(path.join(folder, 'new', 'a.txt'))
  expect(told).toEqual(['active', 'active', 'active', 'active', 'active'])
})

it('where nothing can be saved nothing is', () => {
  fs.writeFileSync(path.join(folder, 'file'), '')
  place.downloads = path.join(folder, 'file')
  const { download, told } = create()
  const item = download('a.txt')
  expect([item.isPrevented, item.path, told]).toEqual([true, undefined, ['refused']])
})

it('so many are saved at one time, and as many again when they are done', () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  place.downloads = folder
  const { download, told } = create()
  const takeAll = (): Item[] => {
    const items: Item[] = []
    for (;;) {
      vi.advanceTimersByTime(1000)
      const item = download('a')
      if (item.isPrevented) return items
      items.push(item)
    }
  }
  const items = takeAll()
  expect([items.length, told.at(-1)]).toEqual([16, 'refused'])
  for (const item of items) item.emit('done')
  expect(takeAll()).toHaveLength(16)
  vi.useRealTimers()
})

it('ten are saved at one go, and one more in each second', () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  place.downloads = folder
  const { download } = create()
  const take = (): number =>
    Array.from({ length: 20 }, () => download('a')).filter((item) => !item.isPrevented).length
  expect(take()).toBe(10)
  vi.advanceTimersByTime(2000)
  expect(take()).toBe(2)
  vi.useRealTimers()
})

it('downloads that cannot be saved hold no place', () => {
  let now = performance.now()
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 60_000))
  const { download, told } = create()
  const file = path.join(folder, 'file')
  fs.writeFileSync(file, '')
  place.downloads = file
  for (let i = 0; i < 20; i += 1) expect(download(`${i}`).isPrevented).toBe(true)
  place.downloads = path.join(folder, 'again')
  expect(download('saved').isPrevented).toBe(false)
  expect(told).toEqual([...Array<string>(20).fill('refused'), 'active'])
  vi.restoreAllMocks()
})
