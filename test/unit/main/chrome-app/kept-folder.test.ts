import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import * as z from 'zod/mini'
import { AlarmFile } from '../../../../src/main/chrome-app/alarms/alarm-file.ts'
import { RetainedEntries } from '../../../../src/main/chrome-app/files/retained-entries.ts'
import { KeptFolder } from '../../../../src/main/chrome-app/kept-folder.ts'
import { noteVersion } from '../../../../src/main/chrome-app/life/installed-version.ts'
import { GeometryStore } from '../../../../src/main/chrome-app/windows/geometry-store.ts'

let folder: string
let errors: string[]
let kept: KeptFolder

beforeEach(() => {
  vi.useFakeTimers()
  folder = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'kept-')), 'storage')
  errors = []
  kept = new KeptFolder(folder, { warn: () => {}, error: (text) => errors.push(text) })
})
afterEach(() => {
  vi.useRealTimers()
  fs.rmSync(path.dirname(folder), { recursive: true })
})

const schema = z.object({ count: z.number() })

it('a file is the old one where the new one cannot be written, and that is logged once', () => {
  expect(kept.replace('a.json', { count: 1 })).toBe(true)
  fs.mkdirSync(path.join(folder, 'a.json.new'))
  for (let i = 0; i < 3; i += 1) expect(kept.replace('a.json', { count: 2 })).toBe(false)
  expect(kept.read('a.json', schema)).toEqual({ count: 1 })
  expect(kept.replace('b.json', { count: 3 })).toBe(true)
  expect(errors).toEqual(['electron-chrome-sockets: a.json is not kept'])
  fs.rmdirSync(path.join(folder, 'a.json.new'))
  expect(kept.replace('a.json', { count: 2 })).toBe(true)
  expect(kept.read('a.json', schema)).toEqual({ count: 2 })
})

it('nothing that writes there by itself throws where there can be no such folder', () => {
  fs.writeFileSync(folder, '')
  noteVersion(kept, '1')
  new AlarmFile(kept).queue(() => [])
  new GeometryStore(kept).note('a', {
    bounds: { x: 0, y: 0, width: 1, height: 1 },
    workArea: { x: 0, y: 0, width: 1, height: 1 },
    isMaximized: false,
  })
  new RetainedEntries(kept, true).lastDirectory = '/'
  expect(() => vi.advanceTimersByTime(1000)).not.toThrow()
  expect(errors).toHaveLength(4)
})
