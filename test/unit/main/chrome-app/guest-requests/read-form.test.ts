import { describe, expect, it } from 'vitest'
import { readForm } from '../../../../../src/main/chrome-app/guest-requests/read-form.ts'

const read = (text: string): unknown => readForm(Buffer.from(text))

const multipart = (...parts: readonly string[]): string =>
  [...parts.map((part) => `--b\r\nContent-Disposition: form-data; ${part}\r\n`), '--b--\r\n'].join('')

describe('a body is a form', () => {
  it('of names and values in an address', () => {
    expect(read('a=1&b=x+y%26&a=%C3%A9&=')).toEqual({ a: ['1', 'é'], b: ['x y&'], '': [''] })
    expect(Object.keys(read('__proto__=1') as object)).toEqual(['__proto__'])
  })

  it('of parts', () => {
    const body = multipart(
      'name="a"\r\n\r\n1\r\n2',
      'name="%22é"; filename="file.txt"\r\nContent-Type: text/plain\r\n\r\n',
      'name="a"\r\n\r\n',
    )
    expect(read(body)).toEqual({ a: ['1\r\n2', ''], '"é': ['file.txt'] })
    expect(read(multipart())).toEqual(undefined)
  })

  it.each([
    ['', 'words', '{"a":1}', 'a=1&b', 'a=é', 'a=%2', 'a= 1'],
    [
      '--b\r\n',
      '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1',
      multipart('name=a\r\n\r\n'),
      multipart('name="a"'),
    ],
  ])('or none', (...bodies) => {
    expect(bodies.map(read)).toEqual(bodies.map(() => undefined))
  })
})
