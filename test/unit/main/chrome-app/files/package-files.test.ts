import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { Gifts } from '../../../../../src/main/chrome-app/files/gifts.ts'
import type { Place } from '../../../../../src/main/chrome-app/files/locate.ts'
import { locate } from '../../../../../src/main/chrome-app/files/locate.ts'
import { getPackageMetadata, listPackage } from '../../../../../src/main/chrome-app/files/package-files.ts'

let folder: string
let at: (entryPath: string) => Place

beforeEach(() => {
  folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'package-')))
  fs.mkdirSync(path.join(folder, 'sub'))
  fs.writeFileSync(path.join(folder, 'a.txt'), 'hello')
  fs.symlinkSync('a.txt', path.join(folder, 'link'))
  fs.symlinkSync('sub', path.join(folder, 'to-sub'))
  execFileSync('mkfifo', [path.join(folder, 'pipe')])
  const gifts = new Gifts()
  const { id } = gifts.give(folder, { isDirectory: true, isWritable: false }, 'crxfs') ?? { id: '' }
  at = (entryPath) => locate(gifts, id, entryPath)
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

it("tells of files and directories in the app's folder", async () => {
  expect(await listPackage(at('/crxfs'))).toEqual({ directories: 'sub', files: 'a.txt' })
  expect(await getPackageMetadata(at('/crxfs/a.txt'))).toMatchObject({ isDirectory: false, size: 5 })
})

it.each(['link', 'to-sub', 'pipe', 'none'])('finds no %s there', async (name) => {
  await expect(getPackageMetadata(at(`/crxfs/${name}`))).rejects.toThrow(/NotFoundError|ENOENT/)
  await expect(listPackage(at(`/crxfs/${name}`))).rejects.toThrow(/NotFoundError|ENOENT/)
})
