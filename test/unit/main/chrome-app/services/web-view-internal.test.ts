import { expect, it, vi } from 'vitest'
import { Pictures } from '../../../../../src/main/chrome-app/guests/pictures.ts'
import type { ServiceCall } from '../../../../../src/main/chrome-app/services/service.ts'
import { webViewInternal } from '../../../../../src/main/chrome-app/services/web-view-internal.ts'

const getDisplayMatching = vi.hoisted(() => vi.fn(() => ({ scaleFactor: 1 })))
vi.mock('electron', () => ({ screen: { getDisplayMatching } }))

const failed = { ok: false, args: [], message: 'Failed to capture webview' }

interface Size {
  readonly height: number
  readonly width: number
}

/** A picture of that size of a guest in a window of that size, and how often one was taken. */
async function capture({ height, width }: Size, window: Size | undefined) {
  const image = { getSize: () => ({ height, width }), toBitmap: () => new Uint8Array(4 * width * height) }
  const take = vi.fn(async () => image)
  const call = {
    page: {},
    host: {
      guests: { pictures: new Pictures(), find: () => ({ capture: take }) },
      findWindow: () => window && { window: { getBounds: () => window } },
    },
  } as unknown as ServiceCall
  const outcome = await webViewInternal.captureVisibleRegion(call, 1, {})
  return { outcome, times: take.mock.calls.length }
}

const small = { height: 2, width: 3 }
const large = { height: 4096, width: 4096 }
const larger = { height: 4096, width: 4097 }

it('a guest is pictured as its points, which the page writes', async () => {
  expect(await capture(small, large)).toEqual({
    outcome: { ok: true, args: [{ bytes: new ArrayBuffer(24), width: 3 }] },
    times: 1,
  })
})

it('no picture is taken in a window that has too many points, on a dense screen fewer', async () => {
  expect(await capture(small, larger)).toEqual({ outcome: failed, times: 0 })
  getDisplayMatching.mockReturnValueOnce({ scaleFactor: 2 })
  expect(await capture(small, { height: 4096, width: 1025 })).toEqual({ outcome: failed, times: 0 })
  getDisplayMatching.mockReturnValueOnce({ scaleFactor: 2 })
  expect((await capture(small, { height: 4096, width: 1024 })).outcome).toMatchObject({ ok: true })
})

it('a picture that has too many points all the same, or none, is not given out', async () => {
  expect((await capture(larger, undefined)).outcome).toEqual(failed)
  expect((await capture({ height: 0, width: 0 }, small)).outcome).toEqual(failed)
})
