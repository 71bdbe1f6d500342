import { expect, it } from 'vitest'
import { summarize } from '../../../bench/soak/memory-watch.ts'
import { checkLevels } from '../../../bench/soak/run-part.ts'

const grow = (seconds: number, step: number): number[] =>
  Array.from({ length: seconds }, (_, second) => 100 + second * step)

it('tells start, peak and end, and the highest of either half', () => {
  const levels = { start: 10, peak: 40, end: 15, samples: 5, firstHalf: 40, lastHalf: 20 }
  expect(summarize([10, 40, 30, 20, 15])).toEqual(levels)
})

it('takes memory that settles, and names what goes on growing', () => {
  const settled = grow(40, 10).map((level) => Math.min(level, 250))
  expect(checkLevels('main', summarize(settled))).toEqual([])
  expect(checkLevels('main', summarize(grow(40, 10)))).toEqual(['memory of main: 490 MiB after 290 MiB'])
})

it('takes the start of a program for what it is', () => {
  expect(checkLevels('main', summarize(grow(19, 10)))).toEqual([])
  expect(checkLevels('main', summarize(grow(20, 10)))).toHaveLength(1)
})
