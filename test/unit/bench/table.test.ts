import { describe, expect, it } from 'vitest'
import { formatNumber } from '../../../bench/report/format-number.ts'
import { printMarkdown } from '../../../bench/report/markdown.ts'
import { printComparison } from '../../../bench/report/comparison.ts'
import { replaceResults } from '../../../bench/report/readme.ts'
import { makeTable } from '../../../bench/report/table.ts'
import { printTextTable } from '../../../bench/report/text-table.ts'
import { makeResults, makeSample } from './results.ts'

const results = makeResults([
  makeSample(0, 'bridge', { values: { http: 24_512, memory: 4.561 }, notes: { memory: 'with 5 | 6' } }),
  makeSample(0, 'foxglove', { values: { http: 10_000, memory: 10 } }),
  makeSample(1, 'bridge', { values: { http: 25_000 }, errors: { memory: 'no answer\nat all' } }),
  makeSample(1, 'foxglove', { errors: { http: 'has ended', memory: 'has ended' } }),
])
const table = makeTable(results)

describe('table', () => {
  it('has medians, and what failed or is not there', () => {
    expect(table.medians.head).toEqual(['bridge', 'chrome', 'foxglove'])
    expect(table.medians.rows).toEqual([
      ['24,800', 'not installed', '10,000 (failed 1/2)'],
      ['4.56 (failed 1/2)', 'not installed', '10 (failed 1/2)'],
      ['failed 1/2', 'not installed', 'failed 1/2'],
    ])
  })

  it('has ratios with their goals', () => {
    expect(table.ratios.head).toEqual(['bridge / foxglove', 'bridge / chrome'])
    expect(table.ratios.rows).toEqual([
      ['2.45x (≥ 2: met)', '- (≥ 7)'],
      ['0.46x (≤ 0.3: MISSED)', '- (≤ 0.15)'],
      ['-', '-'],
    ])
  })

  it('has goals of our own figures, too', () => {
    const samples = [
      makeSample(0, 'bridge', { values: { 'startup-main': 12, 'startup-page': 4.9 } }),
      makeSample(1, 'bridge', { values: { 'startup-page': 4.8 }, errors: { startup: 'has ended' } }),
    ]
    const [main, page] = makeTable(makeResults(samples, { metrics: ['startup'] })).medians.rows
    expect(main?.[0]).toBe('12 (failed 1/2, < 5: MISSED)')
    expect(page?.[0]).toBe('4.85 (failed 1/2, < 5: met)')
  })

  it('tells why, in one line each', () => {
    expect(table.notes).toEqual([
      'the machine was busy with something else when this began: load average 1.5',
      'chrome: not installed. Install it.',
      'bridge, memory: with 5 | 6',
      'bridge, memory: no answer',
      'foxglove, http: has ended',
      'foxglove, memory: has ended',
    ])
  })

  it('has no ratios where there is nothing to compare', () => {
    const raw = makeResults([makeSample(0, 'raw', { values: { http: 1 } })], {
      subjects: [{ name: 'raw', about: '', versions: {} }],
      metrics: ['http'],
    })
    expect(makeTable(raw).ratios).toEqual({ head: [], rows: [[]] })
  })
})

describe('text', () => {
  it('has columns under each other', () => {
    const lines = printTextTable(table).split('\n')
    expect(lines[0]).toMatch(/^ +unit +bridge +chrome +foxglove +bridge \/ foxglove +bridge \/ chrome$/)
    const [head = '', http = ''] = lines
    expect(http.indexOf('requests/s')).toBe(head.indexOf('unit'))
    expect(http.indexOf('24,800')).toBe(head.indexOf('bridge'))
    expect(lines.at(-1)).toBe('* foxglove, memory: has ended')
  })
})

describe('markdown', () => {
  const markdown = printMarkdown(results, table)

  it('says when, on what machine and with which versions', () => {
    expect(markdown).toContain('Measured on 2026-11-22 in 2 rounds and 2 minutes.')
    expect(markdown).toContain('Machine: A | B, 2 cores, 8.0 GiB, Linux 6.')
    expect(markdown).toContain('Electron 33.2.1 (Chromium 130.0.1, Node 20.18.1), Node 20.1.0 as load')
  })

  it('has a table of medians, one of ratios, and the notes', () => {
    const lines = markdown.split('\n')
    expect(lines).toContain('|  | unit | bridge | chrome | foxglove |')
    expect(lines).toContain('| --- | --- | ---: | ---: | ---: |')
    expect(lines).toContain('|  | bridge / foxglove | bridge / chrome |')
    expect(lines.at(-1)).toBe('- foxglove, memory: has ended')
  })

  it('goes between the two marks', () => {
    const begin = '<!-- results: written by `npm run bench -- --markdown` -->'
    const text = `a\n${begin}\nold\n<!-- /results -->\nb`
    expect(replaceResults(text, 'new')).toBe(`a\n${begin}\n\nnew\n\n<!-- /results -->\nb`)
    expect(() => replaceResults('a', 'new')).toThrow('marks')
  })
})

describe('what the README shows', () => {
  it('is what Chrome and the library have of the rows that matter', () => {
    const both = makeResults([
      makeSample(0, 'bridge', { values: { http: 24_512, memory: 4.5, 'stall-page': 3 } }),
      makeSample(0, 'chrome', { values: { http: 3064, 'stall-page': 300 } }),
    ])
    expect(printComparison(both).split('\n')).toEqual([
      '|  | unit | here | Chrome | here / Chrome |',
      '| --- | --- | ---: | ---: | ---: |',
      '| HTTP/1.1 keep-alive, 32 at once | requests/s | 24,500 | 3,060 | 8.00x |',
      '| memory of an idle connection (10,000 of them) | KiB | 4.5 | - | - |',
    ])
  })
})

describe('numbers', () => {
  it.each([
    [24_512, '24,500'],
    [0.4567, '0.457'],
    [12.34, '12.3'],
    [7, '7'],
    [Number.NaN, 'NaN'],
  ])('%d is shown as %s', (value, text) => expect(formatNumber(value)).toBe(text))
})
