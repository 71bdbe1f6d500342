import { describe, expect, it } from 'vitest'
import { countFailures, findMedian, findRatio } from '../../../bench/report/summary.ts'
import { makeResults, makeSample } from './results.ts'

const results = makeResults([
  makeSample(0, 'bridge', { values: { http: 100 } }),
  makeSample(0, 'foxglove', { values: { http: 50 } }),
  makeSample(1, 'foxglove', { values: { http: 10 } }),
  makeSample(1, 'bridge', { values: { http: 90 } }),
  makeSample(2, 'bridge', { values: { http: 30 } }),
  makeSample(2, 'foxglove', { values: { http: 10 } }),
  makeSample(3, 'bridge', { errors: { http: 'lost bytes' } }),
  makeSample(3, 'foxglove', { values: { http: 1000 } }),
])

describe('summary', () => {
  it('takes the median of the rounds that have given a value', () => {
    expect(findMedian(results, 'http', 'bridge')).toBe(90)
    expect(findMedian(results, 'http', 'foxglove')).toBe(30)
    expect(findMedian(results, 'http', 'raw')).toBeUndefined()
  })

  it('takes the median of the ratios of the same round, not the ratio of the medians', () => {
    expect(findRatio(results, 'http', 'bridge', 'foxglove')).toBe(3)
    expect(findRatio(results, 'http', 'foxglove', 'bridge')).toBeCloseTo(1 / 3)
    expect(findRatio(results, 'http', 'bridge', 'chrome')).toBeUndefined()
  })

  it('counts the rounds in which a metric failed', () => {
    expect(countFailures(results, 'http', 'bridge')).toBe(1)
    expect(countFailures(results, 'http', 'foxglove')).toBe(0)
  })
})
