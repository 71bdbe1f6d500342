import { expect, it } from 'vitest'
import { toScalarText } from '../../../../src/preload/main-world/text.ts'

const lost = '\ufffd\ufffd\ufffd'

it.each([
  ['', ''],
  ['plain äöü €', 'plain äöü €'],
  ['\u{1f600}', '\u{1f600}'],
  ['a\u{1f600}b\u{10ffff}', 'a\u{1f600}b\u{10ffff}'],
  ['\ud83d', lost],
  ['\ude00', lost],
  ['a\ud83db', `a${lost}b`],
  ['a\ude00', `a${lost}`],
  ['\ude00\ud83d', lost + lost],
  ['\ud83d\ud83d\ude00\ude00', `${lost}\u{1f600}${lost}`],
  ['\ud7ff\ue000', '\ud7ff\ue000'],
])('of %j remains %j', (text, expected) => {
  expect(toScalarText(text)).toBe(expected)
})
