import { describe, expect, it } from 'vitest'
import { computeMedian, computePercentile } from '../../../bench/report/statistics.ts'

describe('median', () => {
  it('is the middle value, in whatever order they come', () => {
    expect(computeMedian([5, 1, 3])).toBe(3)
    expect(computeMedian([7])).toBe(7)
  })

  it('is the mean of the middle two', () => {
    expect(computeMedian([4, 1, 10, 2])).toBe(3)
  })

  it('sorts numbers as numbers', () => {
    expect(computeMedian([10, 9, 100])).toBe(10)
  })

  it('is not a number of nothing', () => {
    expect(computeMedian([])).toBeNaN()
  })
})

describe('percentile', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index)

  it('is the value of the nearest rank', () => {
    expect(computePercentile(hundred, 50)).toBe(50)
    expect(computePercentile(hundred, 99)).toBe(99)
    expect(computePercentile(hundred, 100)).toBe(100)
  })

  it('is a value that is there, also of few', () => {
    expect(computePercentile([3, 1, 2], 50)).toBe(2)
    expect(computePercentile([3, 1, 2], 99)).toBe(3)
    expect(computePercentile([3, 1, 2], 0)).toBe(1)
  })

  it('leaves the values as they are', () => {
    const values = [2, 1]
    computePercentile(values, 50)
    expect(values).toEqual([2, 1])
  })
})
