import { describe, expect, it } from 'vitest'
import { foldCase, parseHostPattern } from '../../../../src/main/permissions/host-pattern.ts'
import { matchesHostPattern } from '../../../../src/main/permissions/match-host.ts'

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
    ['*:+80', undefined, false, 80],
    ['*:000080', undefined, false, 80],
    ['.', undefined, false, undefined],
    ['*.:80', undefined, false, 80],
    ['..a', '.a', true, undefined],
    ['*.*', '*', true, undefined],
    ['**', '**', false, undefined],
    ['\u00a0a:80', '\u00a0a', false, 80],
    ['a\u3000', 'a\u3000', false, undefined],
    ['Ä.K\u212a', 'Ä.k\u212a', false, undefined],
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
    'a:\u00a080',
    'a:++80',
    'a:+',
    'a:65536',
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
    ['*.', 'b.example', 80, true],
    ['..a', '.a', 80, true],
    ['..a', 'x..a', 80, true],
    ['..a', 'x.a', 80, false],
    ['*.*', '*', 80, true],
    ['*.*', 'x.*', 80, true],
    ['*.*', 'x.y', 80, false],
    ['*.example.com', '.example.com', 80, false],
    ['*.example.com', 'a.example.com.', 80, false],
    ['k.example', '\u212a.example', 80, false],
    ['\u212a.example', '\u212a.example', 80, true],
    ['ä.example', 'Ä.example', 80, false],
    ['*.ä.example', 'x.ä.example', 80, true],
  ])('pattern %j, host %s, port %i: %s', (text, host, port, expected) => {
    const pattern = parseHostPattern(text)
    if (pattern === undefined) throw new Error(`invalid: ${text}`)
    expect(matchesHostPattern(pattern, foldCase(host), port)).toBe(expected)
  })
})

describe('a wildcard', () => {
  it.each<[string, string, boolean]>([
    ['*.168.0.1', '192.168.0.1', false],
    ['*.1', '127.1', false],
    ['*.1', '0x7f.1', false],
    ['*.0x1', '2.0X1', false],
    ['*.0x1', 'a.0x1', true],
    ['*.1', 'z.1', true],
    ['*.1', '256.1', true],
    ['*.1', '.1', false],
    ['*.0.0.1', '\uff11\uff12\uff17.0.0.1', false],
    ['*.0.0.1', '%31%32%37.0.0.1', false],
    ['*.0.0.1', '1\u00ad27.0.0.1', false],
  ])('never covers a part of an IP address, however it is written: %s, %s', (text, host, expected) => {
    const pattern = parseHostPattern(text)
    expect(pattern && matchesHostPattern(pattern, foldCase(host), 80)).toBe(expected)
  })
})
