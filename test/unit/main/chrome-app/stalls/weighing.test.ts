import { expect, it } from 'vitest'
import { Weighing } from '../../../../../src/main/chrome-app/stalls/weighing.ts'

const nothing = { computed: 0, grown: 0 }

/** What is known after so many moments. */
function weigh(count: number, computed: number, grown: number, own = nothing): boolean | undefined {
  const weighing = new Weighing()
  let fills: boolean | undefined
  for (let i = 0; i < count && fills === undefined; i += 1)
    fills = weighing.hear({ computed, grown }, () => own)
  return fills
}

it('who keeps much for the time that it takes is guilty after three moments', () => {
  expect(weigh(2, 10, 2)).toBeUndefined()
  expect(weigh(3, 10, 2)).toBe(true)
})

it('and only when that is much in all', () => {
  expect(weigh(3, 5, 1)).toBeUndefined()
  expect(weigh(4, 5, 1)).toBe(true)
})

it('who keeps little is free after two', () => {
  expect(weigh(1, 10, 0.9)).toBeUndefined()
  expect(weigh(2, 10, 0.9)).toBe(false)
})

it('who keeps neither is free after six', () => {
  expect(weigh(5, 10, 1.4)).toBeUndefined()
  expect(weigh(6, 10, 1.4)).toBe(false)
})

it('who has the first thread compute hardly at all is free at once, whatever is kept', () => {
  expect(weigh(1, 1.9, 100)).toBe(false)
  expect(weigh(1, 2, 100)).toBeUndefined()
})

it('what the main process does by itself is nobody’s', () => {
  expect(weigh(1, 10, 2, { computed: 9, grown: 0 })).toBeUndefined()
  expect(weigh(2, 10, 2, { computed: 9.1, grown: 0 })).toBe(false)
  expect(weigh(2, 10, 2, { computed: 0, grown: 1.5 })).toBe(false)
  expect(weigh(3, 10, 2, { computed: 0, grown: -9 })).toBe(true)
})

it('nor is it one great piece, or what is no more than the main process keeps besides', () => {
  const hear = (made: readonly number[], own: number): boolean | undefined => {
    const weighing = new Weighing()
    return made
      .map((grown) => weighing.hear({ computed: 10, grown }, () => ({ computed: 0, grown: own })))
      .at(-1)
  }
  expect(hear([2, 2, 2], 0)).toBe(true)
  expect(hear([9, 0.1, 2], 0)).toBeUndefined()
  expect(hear([9, 0.1, 2, 0.1, 0.1, 0.1], 0)).toBe(false)
  expect(hear([9, 0.1, 2, 0.1, 0.1, 2], 0)).toBe(true)
  expect(hear([3, 3, 3], 1)).toBeUndefined()
})

it('moments in which memory is given back say nothing, unless they all do', () => {
  const weighing = new Weighing()
  const [back, kept] = [
    { computed: 10, grown: -8 },
    { computed: 10, grown: 2 },
  ]
  expect([back, kept, kept, kept].map((moment) => weighing.hear(moment, () => nothing))).toEqual([
    undefined,
    undefined,
    undefined,
    true,
  ])
  expect(weigh(5, 10, -1)).toBeUndefined()
  expect(weigh(6, 10, -1)).toBe(false)
})

it('what is given back counts where it is less than half a MiB', () => {
  const weighing = new Weighing()
  const hear = (grown: number) => weighing.hear({ computed: 10, grown }, () => nothing)
  expect([hear(-0.4), hear(1)]).toEqual([undefined, false])
})

it('a later moment in which the first thread hardly computes frees nobody by itself', () => {
  const weighing = new Weighing()
  const hear = (computed: number) => weighing.hear({ computed, grown: 2 }, () => nothing)
  expect([hear(10), hear(1.9), hear(10)]).toEqual([undefined, undefined, true])
})

it('who keeps four times as much as the main process by itself is guilty', () => {
  expect(weigh(3, 10, 2, { computed: 0, grown: 0.3 })).toBe(true)
})
