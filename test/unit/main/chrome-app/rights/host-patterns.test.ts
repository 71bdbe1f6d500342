import { describe, expect, it } from 'vitest'
import {
  containsPattern,
  parseHostPattern,
  printHostPattern,
} from '../../../../../src/main/chrome-app/rights/host-pattern.ts'
import { readManifestPermissions } from '../../../../../src/main/chrome-app/rights/read-permission-set.ts'
import { Rights } from '../../../../../src/main/chrome-app/rights/rights.ts'

const none = readManifestPermissions([])

it.each([
  ['<all_urls>', 'https://one.example:8443/a', true],
  ['<all_urls>', 'ftp://one.example/', false],
  ['<all_urls>', 'file:///etc/passwd', false],
  ['*://*/*', 'http://one.example/', true],
  ['http://*/', 'http://one.example/deep/path', true],
  ['http://*/', 'https://one.example/', false],
  ['https://*.example.org/*', 'https://example.org/', true],
  ['https://*.example.org/*', 'https://a.b.example.org/', true],
  ['https://*.example.org/*', 'https://badexample.org/', false],
  ['https://*.example.org/*', 'https://example.org.evil/', false],
  ['http://127.0.0.1/*', 'http://127.0.0.1:8080/', true],
  ['http://127.0.0.1:8080/*', 'http://127.0.0.1:8081/', false],
  ['http://[::1]/*', 'http://[::1]:8080/', true],
  ['http://one.example:80/*', 'http://one.example/', true],
  ['http://one.example/*', 'http://one.example@evil.example/', false],
  ['http://Bücher.example/*', 'http://bücher.example/', true],
  ['http://*.Bücher.example/*', 'http://a.xn--bcher-kva.example/', true],
  ['http://127.1/*', 'http://127.0.0.1/', true],
  ['http://[0:0:0:0:0:0:0:1]/*', 'http://[::1]/', true],
  ['http://*.0.0.1/*', 'http://127.0.0.1/', false],
  ['storage', 'http://storage/', false],
  ['http://*evil/*', 'http://evil/', false],
  ['file:///*', 'file:///etc/passwd', false],
])('%s and %s: %s', (permission, url, isMatch) => {
  const required = readManifestPermissions([permission])
  const rights = new Rights({ manifestVersion: 2, required, optional: none }, none, () => true)
  expect(rights.includesUrl(url)).toBe(isMatch)
})

describe('a pattern', () => {
  it.each([
    ['http://127.0.0.1/a/b', 'http://127.0.0.1/*'],
    ['HTTP://One.Example:80/', 'http://one.example:80/*'],
    ['*://*.example.org/x', '*://*.example.org/*'],
    ['<all_urls>', '<all_urls>'],
    ['*://*/*', '*://*/*'],
    ['http://bücher.example/', 'http://xn--bcher-kva.example/*'],
    ['http://a?.b/', 'Invalid host.'],
    ['http://a#.b/', 'Invalid host.'],
    ['http://a\\.b/', 'Invalid host.'],
    ['http://a@b/', 'Invalid host.'],
    ['http://a\nb/', 'Invalid host.'],
    [`http://${'a.'.repeat(127)}b/`, 'Invalid host.'],
    ['nope', 'Missing scheme separator.'],
    ['x://host/', 'Invalid scheme.'],
    ['http://', 'Host can not be empty.'],
    ['http://x', 'Empty path.'],
    ['http://*foo/', 'Invalid host wildcard.'],
    ['http://a:99999/', 'Invalid port.'],
    ['*://a:80/', 'Invalid port.'],
  ])('%s is %s', (text, printed) => {
    const pattern = parseHostPattern(text)
    expect(typeof pattern === 'string' ? pattern : printHostPattern(pattern)).toBe(printed)
  })

  it.each([
    ['*://*/*', 'http://a/', true],
    ['http://*/*', '*://a/', false],
    ['*://*.a.b/*', 'https://*.c.a.b/', true],
    ['*://*.a.b/*', 'https://a.b/', true],
    ['*://*.c.a.b/*', 'https://*.a.b/', false],
    ['http://a:80/*', 'http://a/', false],
  ])('%s is more than %s: %s', (own, other, contains) => {
    const [one, two] = [own, other].map(parseHostPattern)
    if (typeof one !== 'object' || typeof two !== 'object') throw new Error('no patterns')
    expect(containsPattern(one, two)).toBe(contains)
  })
})
