import { primordials } from '../../../main-world/primordials.ts'

const { sliceText } = primordials

/** Characters of an address: Chromium takes no longer one (url/url_constants.h, kMaxURLChars). */
const maxAddress = 2 * 1024 * 1024

/** One that is too long stays so. */
export function cutAddress(url: string): string {
  return url.length > maxAddress ? sliceText(url, 0, maxAddress + 1) : url
}
