import { fileURLToPath } from 'node:url'
import { afterEach, expect, it, vi } from 'vitest'
import { runCommand } from '../../../src/cli/run-command.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

it('what is wrong is one line, and one more says where help is', async () => {
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  expect(await runCommand(['walk'])).toBe(2)
  expect(write.mock.calls.join('')).toBe(
    "There is no command 'walk'.\nTo see how it is used: electron-chrome-sockets --help\n",
  )
})

it('a folder that is not there is named before any Electron is looked for', async () => {
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  expect(await runCommand(['run', '/no/such/app'])).toBe(2)
  expect(write.mock.calls).toEqual([[expect.stringMatching(/^There is no '\/no\/such\/app'\.\n/)]])
})

it.each([
  [`${fileURLToPath(import.meta.url)}/app`, /^There is no '.*\/app'\.\n/],
  ['x'.repeat(5000), /^'x+' cannot be looked at: ENAMETOOLONG\.\n/],
])('a folder that cannot be is no crash: %#', async (folder, complaint) => {
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  expect(await runCommand(['run', folder])).toBe(2)
  expect(write.mock.calls).toEqual([[expect.stringMatching(complaint)]])
})

it('a file is not taken for an app', async () => {
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  expect(await runCommand(['run', fileURLToPath(import.meta.url)])).toBe(2)
  expect(write.mock.calls).toEqual([
    [expect.stringMatching(/run-command\.test\.ts' is no folder\. What is packed/)],
  ])
})

it('a file that the app is to open is there', async () => {
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  expect(await runCommand(['run', '.', 'package.json', '/no/such/file'])).toBe(2)
  expect(write.mock.calls).toEqual([[expect.stringMatching(/^There is no '\/no\/such\/file'\.\n/)]])
})

it.each([
  ['', "'' cannot be a folder: it has no name."],
  [fileURLToPath(import.meta.url), /run-command\.test\.ts' cannot be a folder: EEXIST\./],
  [`${fileURLToPath(import.meta.url)}/data`, /data' cannot be a folder: ENOTDIR\./],
])('a place to store that is no folder, and cannot be, is refused: %#', async (place, complaint) => {
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  expect(await runCommand(['run', '.', '--user-data', place])).toBe(2)
  expect(write.mock.calls).toEqual([[expect.stringMatching(complaint)]])
})
