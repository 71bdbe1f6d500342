/** Points on a side of what the system is shown. */
const maxSide = 128

/** Red, green, blue and alpha of each point. */
export interface Picture {
  readonly bytes: Uint8Array
  readonly width: number
}

function draw(image: HTMLImageElement): Picture | undefined {
  const { naturalHeight, naturalWidth } = image
  const scale = Math.min(1, maxSide / Math.max(naturalWidth, naturalHeight))
  const [width, height] = [naturalWidth, naturalHeight].map((side) => Math.max(1, Math.round(side * scale)))
  if (width === undefined || height === undefined) return undefined
  const context = new OffscreenCanvas(width, height).getContext('2d')
  context?.drawImage(image, 0, 0, width, height)
  const { data } = context?.getImageData(0, 0, width, height) ?? {}
  return data && { bytes: new Uint8Array(data.buffer), width }
}

/** A picture of a page's address, no larger than it is shown; undefined where it cannot be had. */
export async function loadPicture(page: Window, url: string): Promise<Picture | undefined> {
  const image = page.document.createElement('img')
  image.src = url
  try {
    await image.decode()
    return draw(image)
  } catch {
    return undefined
  }
}
