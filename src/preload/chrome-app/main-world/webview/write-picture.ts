import type { AppResult } from '../../../../renderer-types/contract/apps/index.ts'

export type Picture = AppResult<'webViewInternal', 'captureVisibleRegion'>

export interface PictureOptions {
  readonly format?: 'jpeg' | 'png'
  readonly quality?: number
}

/** Of JPEG, from 0 to 100 (Chromium: extensions/browser/api/web_contents_capture_client.cc). */
const standardQuality = 90

/** Electron's order is blue, green, red, and the colours of what is half transparent are so much darker. */
function toPoints(bytes: Uint8ClampedArray<ArrayBuffer>): Uint8ClampedArray<ArrayBuffer> {
  for (let at = 0; at < bytes.length; at += 4) {
    const [blue = 0, alpha = 0] = [bytes[at], bytes[at + 3]]
    bytes[at] = bytes[at + 2] ?? 0
    bytes[at + 2] = blue
    if (alpha === 0 || alpha === 255) continue
    for (let part = at; part < at + 3; part += 1) bytes[part] = Math.round(((bytes[part] ?? 0) * 255) / alpha)
  }
  return bytes
}

/** What a guest looks like, as an address: a picture of many points takes a second, which the main process has not. */
export async function writePicture(
  { bytes, width }: Picture,
  { format = 'jpeg', quality = standardQuality }: PictureOptions,
): Promise<string> {
  const points = toPoints(new Uint8ClampedArray(bytes))
  const canvas = new OffscreenCanvas(width, points.length / 4 / width)
  canvas.getContext('2d')?.putImageData(new ImageData(points, width), 0, 0)
  const part = Math.min(Math.max(quality, 0), 100) / 100
  const blob = await canvas.convertToBlob({ type: `image/${format}`, quality: part })
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result : '')
    reader.onerror = () => reject(new Error('not read'))
    reader.readAsDataURL(blob)
  })
}
