import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { allowFolder, findOverlap, parseOrigin } from '../../../../src/main/ipc/origins.ts'

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
    ['app://Bundle', 'app://bundle/index.html', true],
    ['app://bundle', 'app://Bundle/index.html', true],
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
    'file:///home/a%2fb/',
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
  it.each(['http://*', 'http://*:80', 'https://*.example.com', 'app://*'])('has no wildcards: %s', (text) => {
    expect(() => parseOrigin(text)).toThrow(
      new TypeError(`Invalid origin '${text}': there are no wildcards; name each origin`),
    )
  })

  it.each(['file:///', 'file://', 'file:///home/..'])('is not all files: %s', (text) => {
    expect(() => parseOrigin(text)).toThrow(
      new TypeError(`Invalid origin '${text}': it would be every file there is`),
    )
  })
})

describe('a file', () => {
  it.each(['file:///home/me/app/index.html', 'file:///home/me/app/./index.html'])(
    'may be named: %s',
    (text) => {
      const rule = parseOrigin(text)
      expect(rule.allows(new URL('file:///home/me/app/index.html?query#hash'))).toBe(true)
      expect(rule.allows(new URL('file:///home/me/app/index.html/x'))).toBe(false)
      expect(rule.allows(new URL('file:///home/me/app/other.html'))).toBe(false)
      expect(rule.allows(new URL('http://localhost/home/me/app/index.html'))).toBe(false)
    },
  )

  it.each<[string, string, boolean]>([
    ['file:///a/index.html', 'file:///a/', true],
    ['file:///a/index.html', 'file:///a/index.html', true],
    ['file:///a/index.html', 'file:///a/index.htm', false],
    ['file:///a/', 'file:///a/b/', true],
    ['file:///a/', 'file:///ab/', false],
    ['app://one', 'app://one', true],
    ['app://one', 'app://ones', false],
  ])('%s and %s have a page in common: %s', (one, other, expected) => {
    const [first, second] = [parseOrigin(one), parseOrigin(other)]
    expect(findOverlap(first, second) !== undefined).toBe(expected)
    expect(findOverlap(second, first) !== undefined).toBe(expected)
  })
})

describe('a name with a per cent sign', () => {
  it('is as Electron writes it, or as Node does', () => {
    const rule = allowFolder('/home/100%/app')
    for (const page of ['file:///home/100%/app/index.html', 'file:///home/100%25/app/index.html'])
      expect(rule.allows(new URL(page))).toBe(true)
    expect(parseOrigin('file:///home/100%/app/').allows(new URL('file:///home/100%25/app/a.html'))).toBe(true)
    expect(rule.allows(new URL('file:///home/100%/other/index.html'))).toBe(false)
    expect(rule.allows(new URL('file:///home/100%/app/%2e%2e/index.html'))).toBe(false)
  })
})

describe('a link', () => {
  it('to the folder is the folder; one from elsewhere into it is not', () => {
    const outer = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'origins-')))
    fs.mkdirSync(path.join(outer, 'real'))
    fs.writeFileSync(path.join(outer, 'real/index.html'), '')
    fs.symlinkSync(path.join(outer, 'real'), path.join(outer, 'link'))
    fs.symlinkSync(path.join(outer, 'real/index.html'), path.join(outer, 'page.html'))
    const at = (file: string): URL => pathToFileURL(path.join(outer, file))
    const rule = allowFolder(path.join(outer, 'link'))
    expect([at('link/index.html'), at('real/index.html')].map((url) => rule.allows(url))).toEqual([
      true,
      true,
    ])
    expect(allowFolder(path.join(outer, 'real')).allows(at('page.html'))).toBe(false)
    fs.rmSync(outer, { recursive: true })
  })
})
