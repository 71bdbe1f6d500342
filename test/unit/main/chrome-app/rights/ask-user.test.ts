import { beforeEach, expect, it, vi } from 'vitest'
import { readManifestPermissions } from '../../../../../src/main/chrome-app/rights/read-permission-set.ts'
import { QuestionLimit } from '../../../../../src/main/chrome-app/questions/question-limit.ts'

const showMessageBox = vi.fn<() => Promise<{ response: number }>>()
vi.mock('electron', () => ({ dialog: { showMessageBox } }))

const { askUser } = await import('../../../../../src/main/chrome-app/rights/ask-user.ts')

const asked = readManifestPermissions(['geolocation'])
let limit: QuestionLimit
const ask = (set = asked): Promise<boolean> => askUser(undefined, 'App', set, limit)

beforeEach(() => {
  vi.useFakeTimers()
  showMessageBox.mockReset()
  limit = new QuestionLimit(3)
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
