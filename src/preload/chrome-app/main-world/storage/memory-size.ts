import { countUtf8 } from './utf8.ts'

/** Bytes that Chromium puts beside a text in itself; longer ones lie elsewhere, in pieces of eight bytes. */
const shortText = 22
const valueSize = 32

function estimateText(text: string): number {
  const bytes = countUtf8(text)
  return bytes <= shortText ? 0 : Math.ceil((bytes + 1) / 8) * 8
}

function estimateValue(value: unknown): number {
  if (typeof value === 'string') return estimateText(value)
  if (typeof value !== 'object' || value === null) return 0
  if (Array.isArray(value))
    return value.reduce<number>((sum, element) => sum + valueSize + estimateValue(element), 0)
  return Object.entries(value).reduce(
    (sum, [key, member]) => sum + 2 * valueSize + estimateText(key) + estimateValue(member),
    0,
  )
}

/** What an item takes of Chromium's memory, which is what counts in `chrome.storage.session`. */
export function estimateMemory(key: string, json: string): number {
  return estimateText(key) + estimateValue(JSON.parse(json))
}
