import { EventEmitter } from 'node:events'
import type { BrowserWindow, MessageBoxOptions } from 'electron'
import { beforeEach, expect, it, vi } from 'vitest'

type Box = (window: unknown, options: MessageBoxOptions) => Promise<{ response: number }>
const showMessageBox = vi.fn<Box>()
vi.mock('electron', () => ({ dialog: { showMessageBox } }))

const { askWhether } = await import('../../../../../src/main/chrome-app/questions/ask-whether.ts')

const question = { type: 'question', no: 'No', message: 'May it?' } as const
let isGone: boolean
let window: BrowserWindow

beforeEach(() => {
  showMessageBox.mockReset()
  isGone = false
  window = Object.assign(new EventEmitter(), { isDestroyed: () => isGone }) as unknown as BrowserWindow
})

it.each([
  [0, false],
  [1, true],
])('button %i means %s', async (response, isAllowed) => {
  showMessageBox.mockResolvedValue({ response })
  expect(await askWhether(window, question)).toBe(isAllowed)
  expect(await askWhether(undefined, question)).toBe(isAllowed)
  expect(showMessageBox.mock.calls[0]?.[1]).toMatchObject({
    buttons: ['No', 'Allow'],
    defaultId: 0,
    cancelId: 0,
  })
  expect(window.listenerCount('closed')).toBe(0)
})

it('the box goes along with its window, and the answer is no', async () => {
  showMessageBox.mockImplementation(
    (_, { signal }) =>
      new Promise((resolve) => {
        signal?.addEventListener('abort', () => resolve({ response: 1 }))
      }),
  )
  const asked = askWhether(window, question)
  window.emit('closed')
  expect(await asked).toBe(false)
})

it('nobody is asked in a window that has gone', async () => {
  isGone = true
  expect(await askWhether(window, question)).toBe(false)
  expect(showMessageBox).not.toHaveBeenCalled()
})
