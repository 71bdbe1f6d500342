import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { BrowserWindow } from 'electron'
import { afterAll, beforeEach, expect, it, vi } from 'vitest'
import { setIcon } from '../../../../../src/main/chrome-app/windows/set-icon.ts'

const { createFromPath } = vi.hoisted(() => ({ createFromPath: vi.fn() }))
vi.mock('electron', () => ({ nativeImage: { createFromPath } }))

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'icons-'))
for (const name of ['a.png', 'b.png', 'none.png']) fs.writeFileSync(path.join(folder, name), '')

let shown: string[]
let isDestroyed = false
let window: BrowserWindow

beforeEach(() => {
  shown = []
  isDestroyed = false
  createFromPath.mockReset()
  createFromPath.mockImplementation((file: string) => {
    const name = path.basename(file)
    return { name, isEmpty: () => name === 'none.png' }
  })
  const icons: Pick<BrowserWindow, 'isDestroyed'> & { setIcon: (icon: { name: string }) => void } = {
    isDestroyed: () => isDestroyed,
    setIcon: ({ name }) => void shown.push(name),
  }
  window = icons as unknown as BrowserWindow
})

afterAll(() => fs.rmSync(folder, { recursive: true }))

it('the icon is a file of the app, and nothing else', async () => {
  for (const url of ['a.png', '/b.png', 'http://[', '../a.png', 'gone.png', 'none.png', '%', '%00'])
    await setIcon(window, folder, url)
  expect(shown).toEqual(['a.png', 'b.png', 'a.png'])
})

it('of those that are asked for at a time the last one counts, and no others are looked for', async () => {
  const all = Array.from({ length: 1000 }, () => setIcon(window, folder, 'a.png'))
  await Promise.all([...all, setIcon(window, folder, 'b.png')])
  expect([shown, createFromPath.mock.calls.length]).toEqual([['a.png', 'b.png'], 2])
  await setIcon(window, folder, 'a.png')
  expect(shown).toEqual(['a.png', 'b.png', 'a.png'])
})

it('a window that goes meanwhile is left alone', async () => {
  const setting = setIcon(window, folder, 'a.png')
  isDestroyed = true
  await setting
  expect(shown).toEqual([])
})
