import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { hasTitleBar } from '../../../../../src/main/chrome-app/windows/title-bar.ts'

vi.mock('electron', () => ({ default: {}, BrowserWindow: {} }))

const run = (platform: string, electron: string): unknown =>
  vi.stubGlobal('process', { ...process, platform, versions: { ...process.versions, electron } })

beforeEach(() => void run('linux', '33.2.1'))
afterEach(() => vi.unstubAllGlobals())

const plain = { kind: 'chrome', isTransparent: false } as const
const colored = { ...plain, color: { active: 1, inactive: 2 } }

it('is drawn for a frame with colors', () => {
  expect([hasTitleBar(colored), hasTitleBar(plain)]).toEqual([true, false])
})

it.each([
  ['darwin', '33.2.1'],
  ['linux', '28.3.3'],
])('is not drawn on %s with Electron %s', (platform, electron) => {
  run(platform, electron)
  expect(hasTitleBar(colored)).toBe(false)
})
