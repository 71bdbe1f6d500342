import { describe, expect, it } from 'vitest'
import { matchesUrl, parseUrlPattern } from '../../../../../src/main/chrome-app/guest-requests/url-pattern.ts'

const matches = (pattern: string, url: string): boolean | undefined => {
  const parsed = parseUrlPattern(pattern)
  return parsed && matchesUrl(parsed, new URL(url))
}

describe('a pattern of a filter', () => {
  it.each([
    ['<all_urls>', 'http://a.test/'],
    ['<all_urls>', 'wss://a.test:1/x?y'],
    ['*://*/*', 'ws://a.test/'],
    ['http://*.a.test/*', 'http://b.a.test/c'],
    ['http://*.a.test/*', 'http://a.test/'],
    ['https://a.test:443/*', 'https://a.test/'],
    ['http://a.test:8080/*', 'http://a.test:8080/'],
    ['http://a.test/*/banner*.png', 'http://a.test/x/banner1.png'],
    ['http://a.test/x?y=*', 'http://a.test/x?y=1'],
  ])('%s means %s', (pattern, url) => expect(matches(pattern, url)).toBe(true))

  it.each([
    ['http://a.test/*', 'https://a.test/'],
    ['http://*.a.test/*', 'http://ba.test/'],
    ['http://a.test:8080/*', 'http://a.test/'],
    ['http://a.test/x', 'http://a.test/x?y'],
    ['http://a.test/*.png', 'http://a.test/x.gif'],
  ])('%s does not mean %s', (pattern, url) => expect(matches(pattern, url)).toBe(false))

  it('may have long texts at its ends, and none between wildcards that takes long to look for', () => {
    const long = 'a'.repeat(8000)
    expect(matches(`http://a.test/${long}*${long}`, `http://a.test/${long}${long}`)).toBe(true)
    expect(parseUrlPattern(`http://a.test/*ab${long}*`)).toBe(undefined)
  })

  it.each(['', 'nope', 'http://', 'http://a.test', 'http://a*/*', 'gopher://a/*'])('is none: %j', (pattern) =>
    expect(parseUrlPattern(pattern)).toBe(undefined),
  )
})
