import type { BrowserWindow } from 'electron'
import { beforeEach, expect, it, vi } from 'vitest'
import { QuestionLimit } from '../../../../../src/main/chrome-app/questions/question-limit.ts'
import type { ChromeApp } from '../../../../../src/main/chrome-app/manifest/read-app.ts'

const showOpenDialog = vi.fn<() => Promise<{ filePaths: string[] }>>()
const showSaveDialog = vi.fn<() => Promise<{ filePath: string }>>()
vi.mock('electron', () => ({ app: { getPath: () => '/home' }, dialog: { showOpenDialog, showSaveDialog } }))

const { askForPaths } = await import('../../../../../src/main/chrome-app/files/choose-entry.ts')

let limit: QuestionLimit
let isGone: boolean
let end: AbortController
const ask = (type: 'openFile' | 'saveFile'): Promise<readonly string[]> => {
  const window = { isDestroyed: () => isGone } as BrowserWindow
  return askForPaths(
    { window, end: end.signal },
    { name: 'App' } as ChromeApp,
    { type },
    { directory: '/', limit },
  )
}

beforeEach(() => {
  vi.useFakeTimers()
  for (const dialog of [showOpenDialog, showSaveDialog]) dialog.mockReset()
  limit = new QuestionLimit(10)
  isGone = false
  end = new AbortController()
  return () => vi.useRealTimers()
})

it('shows a user who cancels again and again a dialog only once in a while', async () => {
  showOpenDialog.mockResolvedValue({ filePaths: [] })
  showSaveDialog.mockResolvedValue({ filePath: '' })
  for (let i = 0; i < 10; i += 1) expect(await ask('openFile')).toEqual([])
  for (let i = 0; i < 10; i += 1) expect(await ask('saveFile')).toEqual([])
  expect(showOpenDialog).toHaveBeenCalledTimes(10)
  expect(showSaveDialog).not.toHaveBeenCalled()
  vi.advanceTimersByTime(20_000)
  showOpenDialog.mockResolvedValue({ filePaths: ['/file'] })
  expect(await ask('openFile')).toEqual(['/file'])
  for (let i = 0; i < 20; i += 1) await ask('saveFile')
  expect(showSaveDialog).toHaveBeenCalledTimes(10)
})

it.each([
  ['window', () => (isGone = true)],
  ['page', () => end.abort()],
])('gives nothing to a %s that has gone', async (_, go) => {
  showOpenDialog.mockImplementation(() => {
    go()
    return Promise.resolve({ filePaths: ['/file'] })
  })
  expect(await ask('openFile')).toEqual([])
  expect(await ask('openFile')).toEqual([])
  expect(showOpenDialog).toHaveBeenCalledTimes(1)
})
