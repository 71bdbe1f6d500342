import { describe, expect, it } from 'vitest'
import { StallWatch } from '../../../../../src/main/chrome-app/stalls/stall-watch.ts'
import { computing, flooding } from './behaviours.ts'
import { Model } from './model.ts'
import type { Behaviour } from './model.ts'

function make(pages: Readonly<Record<number, Behaviour>>) {
  const model = new Model(pages)
  /** When somebody went on. */
  const resumes: number[] = []
  const { resume } = model.machine
  Object.assign(model.machine, {
    resume: (pid: number) => {
      if (model.stopped.has(pid)) resumes.push(model.time)
      resume(pid)
    },
  })
  const watch = new StallWatch(model.machine)
  const go = (milliseconds: number): void => {
    for (const end = model.time + milliseconds; model.time < end;) watch.look()
  }
  /** The milliseconds that the first does not run, of so many. */
  const hold = (milliseconds: number): number => {
    const [time, ran] = [model.time, model.ran.get(1) ?? 0]
    go(milliseconds)
    return model.time - time - ((model.ran.get(1) ?? 0) - ran)
  }
  return { model, resumes, watch, go, hold }
}

describe('stalls of the main process’s own', () => {
  it('are soon seen to be such, and cost pages little more than they take', () => {
    for (const count of [1, 8]) {
      for (let phase = 0; phase < 190; phase += 19) {
        const { model, go, hold } = make(
          Object.fromEntries(Array.from({ length: count }, (_, i) => [i + 1, computing])),
        )
        go(200 + phase)
        model.bursts = { time: 80, every: 190 }
        // Ten and a half are in two seconds.
        expect(hold(2000)).toBeLessThan(11 * 80 + 180)
        expect(hold(7600)).toBeLessThanOrEqual(40 * 75)
      }
    }
  })

  it('are put up with for ten seconds where it never rests', () => {
    const { model, go, hold } = make({ 1: computing })
    go(300)
    // Each is late.
    model.bursts = { time: 32, every: 42 }
    expect(hold(2100)).toBeGreaterThan(2000)
    expect(hold(8000)).toBeLessThan(0.8 * 8000)
  })
})

describe('a page that flooded and does no more while the main process stalls by itself', () => {
  const holdOnce = (from: ReturnType<typeof make>): number => {
    from.model.bursts = { time: 0, every: 1 }
    from.go(1000)
    from.model.burden(200)
    return from.hold(3000)
  }

  it('is let go when that is looked at again, and believed as if nothing had been', () => {
    const one = make({ 1: { computes: 1, costs: 5 } })
    one.go(600)
    one.model.pages.set(1, computing)
    one.model.bursts = { time: 80, every: 200 }
    expect(one.hold(9000)).toBeGreaterThan(8000)
    one.go(1500)
    expect(one.hold(5000)).toBeLessThan(25 * 80)
    expect(holdOnce(one)).toBe(holdOnce(make({ 1: computing })))
  })
})

describe('whether the main process stalls by itself while a page floods it', () => {
  it('is looked at for a quarter of a second, once in ten seconds', () => {
    const { resumes, go } = make({ 1: flooding })
    go(35_000)
    const controls = resumes.slice(1).flatMap((time, i) => {
      const [from = 0] = [resumes[i]]
      return time - from > 200 ? [{ from, length: time - from }] : []
    })
    expect(controls.length).toBe(4)
    for (const [i, { from, length }] of controls.entries()) {
      // The next moment is due after it, and when the main process has rested.
      expect(length).toBeGreaterThan(260)
      expect(length).toBeLessThan(260 + 80)
      expect(from - (controls[i - 1]?.from ?? -Infinity)).toBeGreaterThan(10_000)
    }
  })
})
