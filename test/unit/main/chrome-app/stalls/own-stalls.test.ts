import { expect, it } from 'vitest'
import { OwnStalls } from '../../../../../src/main/chrome-app/stalls/own-stalls.ts'

it('stalls that are not much longer than one of its own are put up with for ten seconds', () => {
  const own = new OwnStalls()
  expect(own.tolerate(0)).toBe(0)
  own.hear(1000, 80)
  expect(own.tolerate(1000)).toBe(120)
  expect(own.tolerate(10_999)).toBe(120)
  expect(own.tolerate(11_000)).toBe(0)
})

it('short ones are none', () => {
  const own = new OwnStalls()
  own.hear(0, 25)
  expect(own.tolerate(0)).toBe(0)
  own.hear(0, 26)
  expect(own.tolerate(0)).toBe(39)
})

it('the longest counts, up to 250 ms', () => {
  const own = new OwnStalls()
  own.hear(0, 100)
  own.hear(5000, 40)
  expect(own.tolerate(5000)).toBe(150)
  expect(own.tolerate(14_999)).toBe(150)
  own.hear(15_000, 40)
  expect(own.tolerate(15_000)).toBe(60)
  own.hear(15_000, Infinity)
  expect(own.tolerate(15_000)).toBe(250)
})
