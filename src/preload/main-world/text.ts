import { maxTextCharacters } from '../../renderer-types/wire.ts'
import { primordials } from './primordials.ts'

const { codeUnitAt, sliceText } = primordials

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff

/** A text that is too long for anything is answered as its beginning is. */
export function cutText(text: string): string {
  return text.length > maxTextCharacters ? sliceText(text, 0, maxTextCharacters) : text
}

/**
 * Half a pair becomes three replacement characters, one for each byte that Chrome makes of it. Without a regular
 * expression: whatever method takes one asks `RegExp.prototype`, which is the page's.
 */
export function toScalarText(text: string): string {
  let scalar = ''
  let start = 0
  for (let i = 0; i < text.length; i += 1) {
    const unit = codeUnitAt(text, i)
    const isPair = isHigh(unit) && i + 1 < text.length && isLow(codeUnitAt(text, i + 1))
    if (isPair) i += 1
    if (isPair || (!isHigh(unit) && !isLow(unit))) continue
    scalar += `${sliceText(text, start, i)}\ufffd\ufffd\ufffd`
    start = i + 1
  }
  return start === 0 ? text : scalar + sliceText(text, start, text.length)
}
