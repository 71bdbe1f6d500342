import { describe, expect, it } from 'vitest'
import { computing, flooding } from './behaviours.ts'
import { Model } from './model.ts'
import type { Behaviour } from './model.ts'
import { watchModel } from './watch-model.ts'

describe('while a page is on trial without end', () => {
  // The other one is found innocent first.
  const turn = (decoy: Behaviour): Model => {
    const model = new Model({ 1: decoy, 2: computing })
    const go = watchModel(model)
    go(2000)
    expect(model.ran.get(2)).toBeGreaterThan(350)
    model.lates.length = 0
    model.pages.set(2, flooding)
    go(6000)
    return model
  }

  it('another one that was innocent and floods is soon on trial, too', () => {
    for (const decoy of [flooding, { computes: 1, costs: 12 }]) {
      const { lates } = turn(decoy)
      expect(lates.filter((late) => late > 100).length).toBeLessThan(4)
    }
  })

  it('another one that computes goes on when the main process has work of its own now and then', () => {
    for (const time of [50, 80]) {
      const model = Object.assign(new Model({ 1: flooding, 2: computing }), {
        bursts: { time, every: 1000 },
      })
      const go = watchModel(model)
      go(5000)
      const [begun, ran] = [model.time, model.ran.get(2) ?? 0]
      go(10_000)
      expect(((model.ran.get(2) ?? 0) - ran) / (model.time - begun)).toBeGreaterThan(0.5)
    }
  })
})
