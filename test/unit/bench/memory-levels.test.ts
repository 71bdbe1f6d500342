import { expect, it } from 'vitest'
import { summarize } from '../../../bench/soak/memory-watch.ts'
import { checkLevels } from '../../../bench/soak/run-part.ts'

it('tells start, peak and end, and the highest of either half', () => {
  expect(summarize([10, 40, 30, 20, 15])).toEqual({
    start: 10,
    peak: 40,
    end: 15,
    firstHalf: 40,
    lastHalf: 20,
  })
})

it('takes memory that settles, and names what goes on growing', () => {
  expect(checkLevels('main', summarize([80, 140, 150, 200, 180, 210]))).toEqual([])
  expect(checkLevels('main', summarize([80, 120, 160, 200, 240, 280]))).toEqual([
    'memory of main: 280 MiB after 160 MiB',
  ])
})
