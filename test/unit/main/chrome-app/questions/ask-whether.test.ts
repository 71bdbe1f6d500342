import type { BrowserWindow, MessageBoxOptions } from 'electron'
import { beforeEach, expect, it, vi } from 'vitest'

type Box = (...given: MessageBoxOptions[]) => Promise<{ response: number }>
const showMessageBox = vi.fn<Box>()
vi.mock('electron', () => ({ dialog: { showMessageBox } }))

const { askWhether } = await import('../../../../../src/main/chrome-app/questions/ask-whether.ts')

const question = { type: 'question', no: 'No', message: 'May it?' } as const
let isGone: boolean
let end: AbortController
const window = { isDestroyed: () => isGone } as BrowserWindow
const ask = (asker?: BrowserWindow): Promise<boolean> =>
  askWhether({ window: asker, end: end.signal }, question)

beforeEach(() => {
  showMessageBox.mockReset()
  isGone = false
  end = new AbortController()
})

it.each([
  [0, false],
  [1, true],
])('button %i means %s', async (response, isAllowed) => {
  showMessageBox.mockResolvedValue({ response })
  expect(await ask(window)).toBe(isAllowed)
  expect(await ask()).toBe(isAllowed)
  expect(showMessageBox.mock.calls.map((given) => given.at(-1))).toMatchObject(
    Array.from({ length: 2 }, () => ({ buttons: ['No', 'Allow'], defaultId: 0, cancelId: 0 })),
  )
})

it.each([['window', window] as const, ['background page', undefined] as const])(
  'the box of a %s goes along with the page that asks, and the answer is no',
  async (_, asker) => {
    showMessageBox.mockImplementation(
      (...given) =>
        new Promise((resolve) => {
          given.at(-1)?.signal?.addEventListener('abort', () => resolve({ response: 1 }))
        }),
    )
    const asked = ask(asker)
    end.abort()
    expect(await asked).toBe(false)
  },
)

it('nobody is asked for a page or in a window that has gone', async () => {
  isGone = true
  expect(await ask(window)).toBe(false)
  end.abort()
  expect(await ask()).toBe(false)
  expect(showMessageBox).not.toHaveBeenCalled()
})
