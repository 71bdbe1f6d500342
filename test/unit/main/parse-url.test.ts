import { expect, it } from 'vitest'
import { parseUrl } from '../../../src/main/parse-url.ts'

it('an address is read as it is, however often: URL.canParse of Node 20.20 is not', () => {
  let read = 0
  for (let n = 0; n < 100_000; n += 1)
    if (parseUrl('http://bücher.test/')?.hostname === 'xn--bcher-kva.test') read += 1
  expect(read).toBe(100_000)
})

it('what is none is undefined', () => {
  expect(parseUrl('http://')).toBe(undefined)
  expect(parseUrl('page.html')).toBe(undefined)
  expect(parseUrl('page.html', 'app://ours/')?.href).toBe('app://ours/page.html')
})
