import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { KeptFolder } from '../../../../../src/main/chrome-app/kept-folder.ts'
import { RetainedEntries } from '../../../../../src/main/chrome-app/files/retained-entries.ts'

let folder: string

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'retained-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

const open = (isKept = true): RetainedEntries => new RetainedEntries(new KeptFolder(folder, console), isKept)
const entry = (name: string) => ({ path: `/tmp/${name}`, isDirectory: false })

describe('retained entries', () => {
  it('are there when the program is started again, with the directory that was chosen last', () => {
    const first = open()
    first.retain('A:a', entry('a'))
    first.lastDirectory = '/tmp'
    first.write()
    const second = open()
    expect(second.has('A:a')).toBe(true)
    expect(second.use('A:a')).toEqual(entry('a'))
    expect(second.use('B:b')).toBeUndefined()
    expect(second.lastDirectory).toBe('/tmp')
  })

  it('are forgotten with the program where the app has no permission for more', () => {
    const first = open(false)
    first.retain('A:a', entry('a'))
    first.write()
    expect(first.has('A:a')).toBe(true)
    expect(open(false).has('A:a')).toBe(false)
    expect(open(true).has('A:a')).toBe(false)
  })

  it('are 500 at most: the one that was used least recently goes', () => {
    const entries = open()
    for (let i = 0; i < 500; i += 1) entries.retain(`${i}`, entry(`${i}`))
    entries.use('0')
    entries.retain('1', entry('other'))
    entries.retain('new', entry('new'))
    entries.write()
    const again = open()
    expect(['0', '1', '2', '3', 'new'].map((id) => again.has(id))).toEqual([true, true, false, true, true])
    expect(again.use('1')).toEqual(entry('1'))
  })

  it.each(['', '[]', '{"entries":[["a",{"path":1}]]}', '{"entries":'])('are none in a file of %j', (text) => {
    fs.writeFileSync(path.join(folder, 'chrome-app-files.json'), text)
    expect(open().has('a')).toBe(false)
  })

  it('are written by themselves', async () => {
    open().retain('A:a', entry('a'))
    await expect.poll(() => open().has('A:a')).toBe(true)
  })

  it('are written for a twentieth of the time at most, however often they are used', () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    let now = 0
    vi.spyOn(performance, 'now').mockImplementation(() => now)
    const replace = vi.fn(() => (now += 50) > 0)
    const entries = new RetainedEntries({ read: () => undefined, replace } as unknown as KeptFolder, true)
    entries.retain('A:a', entry('a'))
    for (let time = 0; time < 10_000; time += 10) {
      vi.advanceTimersByTime(10)
      entries.use('A:a')
    }
    expect(replace).toHaveBeenCalledTimes(10)
    vi.useRealTimers()
    vi.restoreAllMocks()
  })
})
