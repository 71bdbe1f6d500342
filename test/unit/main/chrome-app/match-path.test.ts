import { expect, it } from 'vitest'
import { matchesPath } from '../../../../src/main/chrome-app/match-path.ts'

it.each([
  ['/a.html', '/a.html', true],
  ['/a.html', '/a_html', false],
  ['/boxes/*.html', '/boxes/.html', true],
  ['/boxes/*.html', '/boxes/deep/a.html', true],
  ['/boxes/*.html', '/boxes/a.htm', false],
  ['/*', '/anything', true],
  ['/a*a', '/a', false],
  ['/a*b*b', '/ab', false],
  ['/a*b*b', '/abb', true],
  ['/*/b*c', '/a/b/c/b', false],
  ['/*/b*c', '/a/b/d/b/c', true],
])('%s is %s: %s', (listed, pathname, isMatch) => {
  expect(matchesPath(listed, pathname)).toBe(isMatch)
})

it('takes no more than a moment for a path that is nearly one of many stars', () => {
  expect(matchesPath('/boxes/*/*/*.html', `/boxes${'/'.repeat(1_000_000)}`)).toBe(false)
})
