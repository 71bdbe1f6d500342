import { expect, it } from 'vitest'
import { parseRange } from '../../../../../src/main/chrome-app/serve/byte-range.ts'

const blanks = ' '.repeat(1_000_000)

it.each([
  ['the unit', `bytes${blanks}x`],
  ['the sign', `bytes=${blanks}x`],
  ['the first byte', `bytes=1${blanks}x`],
  ['the hyphen', `bytes=-${blanks}x`],
])('takes no more than a moment for blanks behind %s', (_place, header) => {
  expect(parseRange(header, 100)).toBeUndefined()
})
