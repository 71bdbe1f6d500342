import { describe, expect, it } from 'vitest'
import { matchesHostPattern, parseHostPattern } from '../../../../src/main/permissions/host-pattern.ts'

describe('a pattern', () => {
  it.each([
    ['', undefined, false, undefined],
    [':', undefined, false, undefined],
    ['*', undefined, false, undefined],
    ['*:', undefined, false, undefined],
    [':*', undefined, false, undefined],
    ['*:*', undefined, false, undefined],
    ['www.example.com', 'www.example.com', false, undefined],
    ['wWW.ExAmPlE.cOm', 'www.example.com', false, undefined],
    ['.example.com', 'example.com', true, undefined],
    ['*.example.com', 'example.com', true, undefined],
    ['*.EXAMPLE.com:99', 'example.com', true, 99],
    [':99', undefined, false, 99],
    ['127.0.0.1:3007', '127.0.0.1', false, 3007],
    ['a:80', 'a', false, 80],
    ['a*b:80', 'a*b', false, 80],
    ['*:1', undefined, false, 1],
    ['*:65535', undefined, false, 65_535],
  ])('%j is host %s (subdomains: %s), port %s', (text, host, includesSubdomains, port) => {
    expect(parseHostPattern(text)).toEqual({ host, includesSubdomains, port })
  })

  it.each([
    'www.example.com:-1',
    ':65536',
    ':99999',
    ':0',
    ':80.5',
    ':1e3',
    ':0x50',
    ':http',
    '::',
    '::1',
    '[::1]:80',
    'a:80:90',
    ' www.example.com: 99 ',
    '*.a.com :99',
    '*.a.com: 99',
    '*.a.com:99 ',
    '\t*.a.com:99',
    '\n*.a.com:99',
    ' ',
  ])('%j is refused', (text) => {
    expect(parseHostPattern(text)).toBeUndefined()
  })
})

describe('a request', () => {
  it.each<[string, string, number, boolean]>([
    ['*.example.com', 'SMTP.example.com', 25, true],
    ['*.example.com', 'example.com', 25, true],
    ['*.example.com', 'a.b.example.com', 25, true],
    ['*.example.com', 'wwwexample.com', 25, false],
    ['*.example.com', 'example.com.evil.test', 25, false],
    ['example.com', 'www.example.com', 25, false],
    [':8800', '127.0.0.1', 8888, false],
    [':8800', '127.0.0.1', 8800, true],
    ['*', '::1', 80, true],
    ['*:80', 'fe80::1', 80, true],
    ['', '::1', 80, true],
    ['*:80', '::1', 81, false],
    ['127.0.0.1', '::1', 80, false],
    ['127.0.0.1', '0.0.0.0', 80, false],
    ['127.0.0.1', '127.1', 80, false],
    ['127.0.0.1', 'localhost', 80, false],
    ['localhost', 'LOCALHOST', 80, true],
    ['*:8080', '127.0.0.1', 0, false],
    ['*:*', '127.0.0.1', 0, true],
    ['*', '', 80, true],
    ['a.*', 'a.b', 80, false],
  ])('pattern %j, host %s, port %i: %s', (text, host, port, expected) => {
    const pattern = parseHostPattern(text)
    if (pattern === undefined) throw new Error(`invalid: ${text}`)
    expect(matchesHostPattern(pattern, host, port)).toBe(expected)
  })
})

it('a wildcard never covers a part of an IP address', () => {
  const pattern = parseHostPattern('*.168.0.1')
  expect(pattern && matchesHostPattern(pattern, '192.168.0.1', 80)).toBe(false)
})
