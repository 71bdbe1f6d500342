import { describe, expect, it } from 'vitest'
import { readAddress } from '../../../../src/main/chrome-app/read-address.ts'

const long = '一'.repeat(1025)
const base = 'chrome-app://aaaa/'

describe('an address is read', () => {
  it.each([
    'http://a.test/b',
    `https://a.test/${long}`,
    `http://a.test?${long}`,
    `data:text/html,${long}`,
    `data://${long}`,
    `blob:http://${long}`,
    `chrome-app://${long}/`,
    `mailto:${long}`,
  ])('as URL reads it: %.24s', (text) => {
    expect(readAddress(text)?.href).toBe(new URL(text).href)
  })

  it.each(['x', '/x', `x/${long}`, `${long}.html`, `./${long}`, '?x', 'http://a.test/'])(
    'from the app: %.24s',
    (text) => {
      expect(readAddress(text, base)?.href).toBe(new URL(text, base).href)
    },
  )

  it('unless it is none', () => {
    for (const text of ['', 'x', 'http://', 'http://[', 'http://a b/'])
      expect(readAddress(text)).toBe(undefined)
  })

  it.each([
    `http://${long}`,
    `http:${long}`,
    `http:\\/\\${long}/`,
    ` \n h\ttt\np:\t/\r/${long}`,
    `HTTPS://a:b@${long}:80/`,
    `wss:/${long}?x`,
    `ftp:///${long}#x`,
    `file://${long}`,
    `http://${'%E4%B8%80'.repeat(114)}`,
  ])('unless its host is longer than any: %.24s', (text) => {
    expect(URL.canParse(text)).toBe(true)
    expect(readAddress(text)).toBe(undefined)
    expect(readAddress(text, 'file:///')).toBe(undefined)
  })

  it('unless the host of the app itself is named so', () => {
    expect(readAddress(`//${long}`, 'file:///')).toBe(undefined)
    expect(readAddress(`\\/${long}`, 'file:///')).toBe(undefined)
  })

  it('unless it is longer than Chromium takes one', () => {
    expect(readAddress(`data:,${'x'.repeat(2 * 1024 * 1024)}`)).toBe(undefined)
  })
})
