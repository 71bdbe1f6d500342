import fs from 'node:fs/promises'
import path from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { findFile } from '../../../../../src/main/chrome-app/serve/find-file.ts'
import { root } from '../../../../support/root.ts'

const folder = path.join(root, 'test/chrome-apps/notes')

afterEach(() => void vi.restoreAllMocks())

it('finds a file of the folder by the path of its address', async () => {
  for (const pathname of ['/manifest.json', '/%6Danifest.json', '/x/../manifest.json'])
    expect(await findFile(folder, pathname)).toBe(path.join(folder, 'manifest.json'))
})

it.each([
  '/',
  '/.',
  '/none',
  '/manifest.json/',
  '/manifest.json%00',
  '/%',
  '/%E0%A4%A',
  '/..%2fmanifest.json',
  '/..%5cmanifest.json',
  '/../../../README.md',
  '/%2e%2e/%2e%2e/%2e%2e/README.md',
])('finds nothing by %s', async (pathname) => {
  expect(await findFile(folder, pathname)).toBeUndefined()
})

it.each(['/'.repeat(12_289), '/x'.repeat(50_000), '/%F0%9F%92%A9'.repeat(1000)])(
  'does not look for what no system has, however it is spelt',
  async (pathname) => {
    const realpath = vi.spyOn(fs, 'realpath')
    const decode = vi.spyOn(globalThis, 'decodeURIComponent')
    expect(await findFile(folder, pathname)).toBeUndefined()
    expect([realpath.mock.calls, decode.mock.calls]).toEqual([[], []])
  },
)
