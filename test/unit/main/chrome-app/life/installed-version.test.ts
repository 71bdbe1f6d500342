import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { noteVersion } from '../../../../../src/main/chrome-app/life/installed-version.ts'

const above = fs.mkdtempSync(path.join(os.tmpdir(), 'chrome-app-'))
const folder = path.join(above, 'not', 'there')

afterAll(() => fs.rmSync(above, { recursive: true }))

it('tells a first start from an update, and from any other', () => {
  expect(noteVersion(folder, '1.0')).toEqual({ reason: 'install' })
  expect(noteVersion(folder, '1.0')).toBeUndefined()
  expect(noteVersion(folder, '1.1')).toEqual({ reason: 'update', previousVersion: '1.0' })
  expect(noteVersion(folder, '1.1')).toBeUndefined()
})

it('takes what cannot be read for a first start', () => {
  fs.writeFileSync(path.join(folder, 'chrome-app.json'), '{"version":')
  expect(noteVersion(folder, '1.1')).toEqual({ reason: 'install' })
  expect(noteVersion(folder, '1.1')).toBeUndefined()
})
