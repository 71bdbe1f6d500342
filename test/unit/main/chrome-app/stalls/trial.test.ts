import { expect, it } from 'vitest'
import { Trial } from '../../../../../src/main/chrome-app/stalls/trial.ts'

/** The times that it computes until its trial is over, or so many. */
function praise(trial: Trial, most = 1000): number[] {
  const times: number[] = []
  let isOver = false
  while (!isOver && times.length < most) {
    times.push(trial.time)
    isOver = trial.praise(0)
  }
  return times
}

it('who does no harm computes longer each time, and is soon free', () => {
  expect(praise(new Trial())).toEqual([2, 4, 8, 16, 32])
})

it('who does is let for half of what was too much at most, and has to be good for longer', () => {
  const trial = new Trial()
  praise(trial, 3)
  expect(trial.time).toBe(16)
  trial.blame(100, 30)
  expect(trial.isDue(129)).toBe(false)
  expect(trial.isDue(130)).toBe(true)
  const times = praise(trial)
  expect(times.slice(0, 5)).toEqual([2, 4, 8, 8, 8])
  expect(times.reduce((sum, time) => sum + time)).toBeGreaterThanOrEqual(100)
})

it('is hopeless after the sixth time', () => {
  const trial = new Trial()
  for (let i = 0; i < 5; i += 1) trial.blame(0, 1)
  expect(trial.isHopeless).toBe(false)
  trial.blame(0, 1)
  expect(trial.isHopeless).toBe(true)
  expect(trial.time).toBe(2)
})

it('is remembered for ten seconds after its end', () => {
  const trial = new Trial()
  expect(trial.isForgotten(1e9)).toBe(false)
  praise(trial)
  expect(trial.isForgotten(10_000)).toBe(false)
  expect(trial.isForgotten(10_001)).toBe(true)
  trial.blame(0, 1)
  expect(trial.isForgotten(1e9)).toBe(false)
})
