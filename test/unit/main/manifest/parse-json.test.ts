import { describe, expect, it } from 'vitest'
import { parseChromeJson } from '../../../../src/main/manifest/parse-json.ts'

// Each of these was given to Chromium 156 as manifest.json.
describe('JSON as Chrome reads it', () => {
  it.each<[string, string, unknown]>([
    ['a byte order mark', '\uFEFF{"a":1}', { a: 1 }],
    ['line comments', '// c\n{"a":1 // "b"\n} // end', { a: 1 }],
    ['block comments', '/* a\n b */{"a"/**/:/* "x" */1}', { a: 1 }],
    ['what looks like comments in strings', '{"a":"http://b/*c*/"}', { a: 'http://b/*c*/' }],
    ['quotes in strings', String.raw`{"a":"\"// \\"} // "`, { a: '"// \\' }],
    ['line breaks in strings', '{"a":"b\nc\r\nd"}', { a: 'b\nc\r\nd' }],
    ['escapes of two digits', String.raw`{"a":"\x41\\x41"}`, { a: String.raw`A\x41` }],
    ['one key twice', '{"a":1,"a":2}', { a: 2 }],
  ])('may have %s', (_what, text, value) => {
    expect(parseChromeJson(text)).toEqual(value)
  })

  it.each([
    ['{"a":1,}', 'trailing comma at line 1 column 8'],
    ['{\n "a": [\n  1, // one\n ]}', 'trailing comma at line 4 column 2'],
    ['{"a,]":",}",}', 'trailing comma at line 1 column 13'],
  ])('has no trailing commas: %j', (text, complaint) => {
    expect(() => parseChromeJson(text)).toThrow(new SyntaxError(`not valid JSON: ${complaint}`))
  })

  it.each([
    '',
    '{',
    '{"a":1} /* x',
    "{'a':1}",
    '# c\n{}',
    '{"a":01}',
    '{} /',
    '{} x',
    '{"a":"\t"}',
    String.raw`{"a":"\v"}`,
  ])('is refused otherwise: %j', (text) => {
    expect(() => parseChromeJson(text)).toThrow(/^not valid JSON: /)
  })
})
