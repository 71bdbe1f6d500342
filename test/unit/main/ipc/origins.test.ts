import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { allowFolder, parseOrigin } from '../../../../src/main/ipc/origins.ts'

describe('a folder', () => {
  const rule = allowFolder(path.resolve('/home/me/app'))

  it.each([
    'file:///home/me/app/index.html',
    'file:///home/me/app/deep/er/page.html?query#hash',
    'file:///home/me/app/a%20b.html',
    'file:///home/me/app/%70age.html',
    'file:///home/me/app/x/../index.html',
    'file://localhost/home/me/app/index.html',
    'file:///home/me/app/..x/page.html',
  ])('lets %s in', (url) => {
    expect(rule.allows(new URL(url))).toBe(true)
  })

  it.each([
    'file:///home/me/app-evil/index.html',
    'file:///home/me/app',
    'file:///home/me/app/',
    'file:///home/me/other.html',
    'file:///home/me/app/../other.html',
    'file:///home/me/app/%2e%2e/other.html',
    'file:///home/me/app/..%2fother.html',
    'file:///home/me/app/x%2f..%2f..%2fother.html',
    'file:///HOME/me/app/index.html',
    'file://evil.test/home/me/app/index.html',
    'http://localhost/home/me/app/index.html',
    'data:text/html,x',
    'about:blank',
    'blob:file:///home/me/app/uuid',
  ])('keeps %s out', (url) => {
    expect(rule.allows(new URL(url))).toBe(false)
  })

  it.each(['file:///home/me/app/', 'file:///home/me/app', 'file:///home/me/./x/../app/'])(
    'may be written as %s',
    (text) => {
      expect(parseOrigin(text).allows(new URL('file:///home/me/app/index.html'))).toBe(true)
      expect(parseOrigin(text).allows(new URL('file:///home/me/app-evil/index.html'))).toBe(false)
    },
  )
})

describe('an origin', () => {
  it.each<[string, string, boolean]>([
    ['http://localhost:5173', 'http://localhost:5173/any/page?x#y', true],
    ['http://localhost:5173/', 'http://localhost:5173/', true],
    ['HTTP://LocalHost:5173', 'http://localhost:5173/', true],
    ['http://localhost:5173', 'http://localhost:5174/', false],
    ['http://localhost:5173', 'http://localhost/', false],
    ['http://localhost:5173', 'https://localhost:5173/', false],
    ['http://localhost:80', 'http://localhost/', true],
    ['https://localhost', 'https://localhost:443/', true],
    ['http://localhost', 'http://localhost.evil.test/', false],
    ['http://localhost', 'http://evil.test/?http://localhost', false],
    ['http://localhost', 'http://localhost@evil.test/', false],
    ['http://localhost:5173', 'blob:http://localhost:5173/uuid', false],
    ['app://bundle', 'app://bundle/index.html', true],
    ['app://bundle', 'app://other/index.html', false],
    ['app://bundle', 'apps://bundle/index.html', false],
    ['app://bundle', 'file:///bundle/index.html', false],
  ])('%s has the page %s: %s', (origin, url, expected) => {
    expect(parseOrigin(origin).allows(new URL(url))).toBe(expected)
  })

  it.each([
    '',
    '*',
    'localhost',
    'localhost:5173',
    'app://',
    'http://',
    'http://localhost:5173/path',
    'http://localhost:5173/?query',
    'data:text/html,x',
    'about:blank',
    'file://evil.test/share/',
    '/path/of/app',
  ])('cannot be %j', (text) => {
    expect(() => parseOrigin(text)).toThrow(TypeError)
    expect(() => parseOrigin(text)).toThrow(
      `Invalid origin '${text}': expected one like app://bundle, http://localhost:5173, file:///path/of/app/`,
    )
  })
  it('has no wildcards', () => {
    expect(parseOrigin('http://*').allows(new URL('http://localhost/'))).toBe(false)
  })
})
