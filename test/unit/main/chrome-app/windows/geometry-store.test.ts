import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { KeptFolder } from '../../../../../src/main/chrome-app/kept-folder.ts'
import { GeometryStore } from '../../../../../src/main/chrome-app/windows/geometry-store.ts'

const bounds = { x: 1, y: 2, width: 3, height: 4 }
const workArea = { x: 0, y: 0, width: 100, height: 100 }
const geometry = { bounds, workArea, isMaximized: true }

let folder: string

beforeEach(() => {
  vi.useFakeTimers()
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'chrome-app-'))
})

afterEach(() => {
  vi.useRealTimers()
  fs.rmSync(folder, { recursive: true })
})

const openStore = (): GeometryStore => new GeometryStore(new KeptFolder(folder, console))
const readFile = (): string => path.join(folder, 'chrome-app-windows.json')

describe('where windows were', () => {
  it('is kept a second after the last change', () => {
    const store = openStore()
    store.note('a', { ...geometry, isMaximized: false })
    vi.advanceTimersByTime(900)
    store.note('a', geometry)
    vi.advanceTimersByTime(900)
    expect(fs.existsSync(readFile())).toBe(false)
    vi.advanceTimersByTime(100)
    expect(openStore().get('a')).toMatchObject(geometry)
    expect(openStore().get('b')).toBeUndefined()
  })

  it('is kept at once when the app ends', () => {
    const store = openStore()
    store.write()
    expect(fs.existsSync(readFile())).toBe(false)
    store.note('a', geometry)
    store.write()
    expect(openStore().get('a')).toMatchObject(geometry)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('is forgotten of the oldest, beyond a hundred', () => {
    const store = openStore()
    for (let i = 0; i < 101; i += 1) {
      store.note(`w${i}`, geometry)
      vi.advanceTimersByTime(1)
    }
    store.write()
    const again = openStore()
    expect(again.get('w0')).toBeUndefined()
    expect(again.get('w1')).toMatchObject(geometry)
    expect(again.get('w100')).toMatchObject(geometry)
  })

  it.each(['', '{"a":', '[["a",{"bounds":{"x":"1"}}]]', '{}'])(
    'is nothing where the file says %j',
    (text) => {
      fs.writeFileSync(readFile(), text)
      expect(openStore().get('a')).toBeUndefined()
    },
  )
})
