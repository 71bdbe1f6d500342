import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { KeptFolder } from '../../../../../src/main/chrome-app/kept-folder.ts'
import { noteVersion } from '../../../../../src/main/chrome-app/life/installed-version.ts'

const above = fs.mkdtempSync(path.join(os.tmpdir(), 'chrome-app-'))
const folder = path.join(above, 'not', 'there')
const kept = new KeptFolder(folder, console)

afterAll(() => fs.rmSync(above, { recursive: true }))

it('tells a first start from an update, and from any other', () => {
  expect(noteVersion(kept, '1.0')).toEqual({ reason: 'install' })
  expect(noteVersion(kept, '1.0')).toBeUndefined()
  expect(noteVersion(kept, '1.1')).toEqual({ reason: 'update', previousVersion: '1.0' })
  expect(noteVersion(kept, '1.1')).toBeUndefined()
})

it('takes what cannot be read for a first start', () => {
  fs.writeFileSync(path.join(folder, 'chrome-app.json'), '{"version":')
  expect(noteVersion(kept, '1.1')).toEqual({ reason: 'install' })
  expect(noteVersion(kept, '1.1')).toBeUndefined()
})
