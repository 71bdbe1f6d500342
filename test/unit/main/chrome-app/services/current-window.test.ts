import { afterEach, expect, it, vi } from 'vitest'
import { currentWindow } from '../../../../../src/main/chrome-app/services/current-window.ts'
import type { ServiceCall } from '../../../../../src/main/chrome-app/services/service.ts'

vi.mock('electron', () => ({ nativeImage: {}, screen: {} }))

const request = vi.fn(() => ({ token: 'token' }))
const host = {
  origin: 'https://app.test',
  windows: { findById: () => undefined, request },
  rights: { names: new Set() },
  life: { noteCall: () => {} },
}
const call = { host, page: {} } as unknown as ServiceCall

const notLocal = 'The URL used for window creation must be local for security reasons.'

afterEach(() => {
  vi.unstubAllGlobals()
})

it('the address of a window that is refused is not read whole', async () => {
  const lengths: number[] = []
  const Real = URL
  class Counted extends Real {
    constructor(url: string, base?: string) {
      super(url, base)
      lengths.push(url.length)
    }
  }
  vi.stubGlobal('URL', Counted)
  const long = `window.html?${'x'.repeat(100_000)}`
  const refused = await currentWindow.open(call, long, { id: 'x'.repeat(257) })
  expect(refused).toMatchObject({ ok: false })
  expect(Math.max(...lengths)).toBeLessThan(2000)
  const opened = await currentWindow.open(call, long, {})
  expect(opened).toMatchObject({ ok: true, args: [{ url: `https://app.test/${long}` }] })
})

it('an address that only begins as one of the app opens no window', async () => {
  request.mockClear()
  for (const url of ['https://other.test/', '//other.test/', `${'a'.repeat(2000)}:x`])
    expect(await currentWindow.open(call, url, {})).toMatchObject({ ok: false, message: notLocal })
  expect(request).not.toHaveBeenCalled()
})
