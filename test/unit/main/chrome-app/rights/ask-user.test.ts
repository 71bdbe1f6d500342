import { beforeEach, expect, it, vi } from 'vitest'
import { readManifestPermissions } from '../../../../../src/main/chrome-app/rights/read-permission-set.ts'
import { QuestionLimit } from '../../../../../src/main/chrome-app/questions/question-limit.ts'

const showMessageBox = vi.fn<() => Promise<{ response: number }>>()
vi.mock('electron', () => ({ dialog: { showMessageBox } }))

const { askUser } = await import('../../../../../src/main/chrome-app/rights/ask-user.ts')

const asked = readManifestPermissions(['geolocation'])
let limit: QuestionLimit
let end: AbortController
const ask = (set = asked): Promise<boolean> =>
  askUser({ window: undefined, end: end.signal }, 'App', set, limit)

beforeEach(() => {
  vi.useFakeTimers()
  showMessageBox.mockReset()
  limit = new QuestionLimit(3)
  end = new AbortController()
  return () => vi.useRealTimers()
})

it('asks a user who says no again and again only once in a while', async () => {
  showMessageBox.mockImplementation(async () => {
    vi.advanceTimersByTime(60_000)
    return { response: 0 }
  })
  for (let i = 0; i < 10; i += 1) expect(await ask()).toBe(false)
  expect(showMessageBox).toHaveBeenCalledTimes(3)
  vi.advanceTimersByTime(19_000)
  expect(await ask()).toBe(false)
  expect(showMessageBox).toHaveBeenCalledTimes(3)
  vi.advanceTimersByTime(1000)
  showMessageBox.mockResolvedValue({ response: 1 })
  expect(await ask()).toBe(true)
  expect(showMessageBox).toHaveBeenCalledTimes(4)
  expect(await ask()).toBe(true)
})

it('grants without a question what Chrome warns nobody of, whatever was said before', async () => {
  showMessageBox.mockResolvedValue({ response: 0 })
  for (let i = 0; i < 4; i += 1) await ask()
  expect(await ask(readManifestPermissions(['power', 'storage']))).toBe(true)
  expect(showMessageBox).toHaveBeenCalledTimes(3)
})

it('lets an app ask no more often for a page that goes while the user is asked', async () => {
  showMessageBox.mockImplementation(() => {
    end.abort()
    return Promise.resolve({ response: 1 })
  })
  for (let i = 0; i < 4; i += 1) {
    end = new AbortController()
    expect(await ask()).toBe(false)
    expect(await ask()).toBe(false)
  }
  expect(showMessageBox).toHaveBeenCalledTimes(3)
})
