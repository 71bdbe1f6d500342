import type { SafeDescriptor } from '../../../main-world/primordials.ts'
import { primordials } from '../../../main-world/primordials.ts'
import { cutText } from '../../../main-world/text.ts'

const { apply, defineProperty, deleteProperty, getOwnPropertyDescriptor, sliceText } = primordials

/** As elements have them before any script of the page has run. */
export type Attributes = Pick<Element, 'getAttribute'>

/** Characters of an address: Chromium takes no longer one (url/url_constants.h, kMaxURLChars). */
const maxAddress = 2 * 1024 * 1024

/** One that is too long stays so. */
export function cutAddress(url: string): string {
  return url.length > maxAddress ? sliceText(url, 0, maxAddress + 1) : url
}

/**
 * Electron's own code says all attributes of its element to the main process, which unpacks them before anybody can look at
 * them: meanwhile it reads no more of them than there is any use for. Of an element that lets nobody see to that it reads
 * nothing.
 */
export function readCut(element: Element, { getAttribute }: Attributes, read: () => void): void {
  const found = getOwnPropertyDescriptor(element, 'getAttribute')
  const own: SafeDescriptor | undefined = found && { __proto__: null, ...found }
  const value = (name: string): string | null => {
    const text = apply(getAttribute, element, [name])
    if (text === null) return null
    return name === 'src' ? cutAddress(text) : cutText(text)
  }
  const cut: SafeDescriptor = { __proto__: null, value, configurable: true }
  if (!defineProperty(element, 'getAttribute', cut)) return
  try {
    read()
  } finally {
    if (own === undefined) deleteProperty(element, 'getAttribute')
    else defineProperty(element, 'getAttribute', own)
  }
}
