import { expect, it } from 'vitest'
import { Trial } from '../../../../../src/main/chrome-app/stalls/trial.ts'

/** The times that it computes until its trial is over, or so many. */
function praise(trial: Trial, most = 1000): number[] {
  const times: number[] = []
  let isOver = false
  while (!isOver && times.length < most) {
    times.push(trial.time)
    isOver = trial.hear(0, 1)
  }
  return times
}

it('who does no harm computes longer each time, and is soon free', () => {
  const trial = new Trial()
  expect(praise(trial)).toEqual([4, 8, 16, 16, 16])
  expect(trial.isInnocent).toBe(true)
})

it('who does is let for half of what was too much at most, and has to be good for longer', () => {
  const trial = new Trial()
  praise(trial, 2)
  expect(trial.time).toBe(16)
  expect(trial.hear(100, 80)).toBe(false)
  expect(trial.isDue(179)).toBe(false)
  expect(trial.isDue(180)).toBe(true)
  const times = praise(trial)
  expect(times.slice(0, 5)).toEqual([2, 4, 8, 8, 8])
  expect(times.reduce((sum, time) => sum + time)).toBeGreaterThanOrEqual(100)
  expect(trial.isInnocent).toBe(false)
})

it('what is little for as long as it has computed is not its own', () => {
  const trial = new Trial()
  praise(trial, 4)
  expect(trial.hear(0, 60)).toBe(true)
  expect(trial.isInnocent).toBe(true)
})

it('who is known is believed less where that was long', () => {
  const trial = new Trial()
  praise(trial)
  trial.reopen(100)
  expect(praise(trial)).toEqual([4, 8, 16, 16, 16])
  trial.reopen(151)
  expect(praise(trial).reduce((sum, time) => sum + time)).toBeGreaterThanOrEqual(100)
})

it('is hopeless after the sixth time', () => {
  const trial = new Trial()
  for (let i = 0; i < 5; i += 1) trial.hear(0, 40)
  expect(trial.isHopeless).toBe(false)
  trial.hear(0, 40)
  expect(trial.isHopeless).toBe(true)
  expect(trial.time).toBe(2)
})

it('has two milliseconds at least, and is to be good for two seconds at most', () => {
  const trial = new Trial()
  for (let i = 0; i < 12; i += 1) trial.hear(0, 400)
  expect(trial.time).toBe(2)
  expect(praise(trial, 5000).reduce((sum, time) => sum + time)).toBeLessThan(2010)
})

it('is remembered for ten seconds after its end', () => {
  const trial = new Trial()
  expect(trial.isForgotten(1e9)).toBe(false)
  praise(trial)
  expect(trial.isForgotten(10_000)).toBe(false)
  expect(trial.isForgotten(10_001)).toBe(true)
  trial.reopen(1)
  expect(trial.isForgotten(1e9)).toBe(false)
})

it('it is not to blame for 25 ms', () => {
  for (const [late, time] of [
    [20, 8],
    [25, 8],
    [26, 2],
  ] as const) {
    const trial = new Trial()
    trial.hear(0, late)
    expect(trial.time).toBe(time)
  }
})

it('many at once compute for 8 ms at a time at most', () => {
  expect(praise(new Trial(2))).toEqual([4, 8, 8, 8, 8, 8, 8])
})

it('who is on trial for long computes for 32 ms at a time at most', () => {
  const trial = new Trial()
  praise(trial)
  trial.reopen(151)
  expect(Math.max(...praise(trial))).toBe(32)
})
