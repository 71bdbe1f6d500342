import { describe, expect, it } from 'vitest'
import { parseRange } from '../../../examples/web-server/js/http/range.js'
import { RequestParser } from '../../../examples/web-server/js/http/request-parser.js'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

function parseAll(...pieces: string[]): { path: string; body: string; keepAlive: boolean }[] {
  const parser = new RequestParser()
  const requests = []
  for (const piece of pieces) {
    parser.push(encode(piece))
    for (let request = parser.next(); request !== null; request = parser.next()) {
      requests.push({ path: request.target, body: decode(request.body), keepAlive: request.keepAlive })
    }
  }
  return requests
}

function statusOf(text: string): number {
  const parser = new RequestParser({ line: 100, headers: 200, headerCount: 3, body: 10 })
  parser.push(encode(text))
  try {
    parser.next()
    return 200
  } catch (error) {
    return (error as { status: number }).status
  }
}

const head = (line: string, ...fields: string[]): string => [line, 'Host: x', ...fields, '', ''].join('\r\n')

describe('the request parser', () => {
  it('puts a request together from single bytes', () => {
    const text = `${head('POST /a HTTP/1.1', 'Content-Length: 5')}hello`
    expect(parseAll(...text.split(''))).toEqual([{ path: '/a', body: 'hello', keepAlive: true }])
  })

  it('takes pipelined requests apart', () => {
    const text = head('GET /1 HTTP/1.1') + head('GET /2 HTTP/1.1', 'Connection: close')
    expect(parseAll(text)).toEqual([
      { path: '/1', body: '', keepAlive: true },
      { path: '/2', body: '', keepAlive: false },
    ])
  })

  it('joins the chunks of a chunked body', () => {
    const text = `${head('POST /c HTTP/1.1', 'Transfer-Encoding: chunked')}3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n`
    expect(parseAll(text)).toEqual([{ path: '/c', body: 'abcde', keepAlive: true }])
  })

  it('closes after a request of HTTP/1.0 unless asked not to', () => {
    expect(parseAll(head('GET / HTTP/1.0'))[0]?.keepAlive).toBe(false)
    expect(parseAll(head('GET / HTTP/1.0', 'Connection: keep-alive'))[0]?.keepAlive).toBe(true)
  })

  it.each([
    [414, `GET /${'x'.repeat(200)} HTTP/1.1\r\n`],
    [431, head('GET / HTTP/1.1', `X: ${'y'.repeat(300)}`)],
    [431, head('GET / HTTP/1.1', 'A: 1', 'B: 2', 'C: 3')],
    [413, head('POST / HTTP/1.1', 'Content-Length: 11')],
    [400, 'GET / HTTP/1.1\r\n\r\n'],
    [400, head('POST / HTTP/1.1', 'Content-Length: 1x')],
    [400, head('POST / HTTP/1.1', 'Content-Length: 1', 'Transfer-Encoding: chunked')],
    [505, head('GET / HTTP/3.0')],
  ])('answers %i to what is wrong or too long', (status, text) => {
    expect(statusOf(text)).toBe(status)
  })
})

describe('a range', () => {
  it.each([
    ['bytes=0-9', { start: 0, end: 10 }],
    ['bytes=90-', { start: 90, end: 100 }],
    ['bytes=-5', { start: 95, end: 100 }],
    ['bytes=50-500', { start: 50, end: 100 }],
    ['bytes=100-', 'unsatisfiable'],
    ['bytes=9-3', 'whole'],
    ['bytes=0-1,5-6', 'whole'],
    [undefined, 'whole'],
  ])('%s of 100 bytes', (header, expected) => {
    expect(parseRange(header, 100)).toEqual(expected)
  })
})
