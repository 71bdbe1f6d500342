import { describe, expect, it } from 'vitest'
import { Questions } from '../../../../../src/main/chrome-app/stalls/questions.ts'
import { computing, flooding, idle } from './behaviours.ts'
import { Model } from './model.ts'
import { watchModel } from './watch-model.ts'

/** What it does in a millisecond keeps the main process busy for twenty. */

describe('a main process that answers', () => {
  it('is not asked while it has little to do', () => {
    const model = new Model({ 1: computing })
    model.own = 0.4
    watchModel(model)(1000)
    expect(model.asked).toBe(0)
  })

  it('is looked at less often while it has nothing to do', () => {
    const model = new Model({ 1: idle })
    const go = watchModel(model)
    let looks = 0
    const { sleep } = model.machine
    Object.assign(model.machine, {
      sleep: (time: number) => {
        looks += 1
        sleep(time)
      },
    })
    go(3000)
    const idleLooks = looks
    looks = 0
    model.own = 0.1
    go(3000)
    expect(looks).toBeGreaterThan(2 * idleLooks)
  })

  it('stops nobody, however busy it is', () => {
    const model = new Model({ 1: computing })
    model.own = 0.9
    watchModel(model)(1000)
    expect(model.asked).toBeGreaterThan(0)
    expect(model.ran.get(1)).toBe(model.time)
  })
})

describe('a stall', () => {
  it('stops who computes, and not who does not; who was found innocent only until it is over', () => {
    const model = new Model({ 1: computing, 2: idle })
    const go = watchModel(model)
    const hold = (): number => {
      const before = { ran: model.ran.get(1) ?? 0, time: model.time }
      model.burden(60)
      go(1000)
      expect(model.stopped.size).toBe(0)
      return model.time - before.time - ((model.ran.get(1) ?? 0) - before.ran)
    }
    const first = hold()
    const second = hold()
    expect(second).toBeGreaterThan(10)
    expect(second).toBeLessThan(65)
    expect(first).toBeGreaterThan(second + 50)
    expect(model.ran.get(2)).toBe(model.time)
  })

  it('that is short is forgotten when it is over', () => {
    const model = new Model({ 1: computing })
    model.burden(30)
    watchModel(model)(500)
    expect(model.time - (model.ran.get(1) ?? 0)).toBeLessThanOrEqual(30)
  })

  it('that is short counts for nothing, however often it comes', () => {
    const model = new Model({ 1: computing })
    const go = watchModel(model)
    for (let i = 0; i < 20; i += 1) {
      model.burden(30)
      go(100)
    }
    expect(model.ran.get(1)).toBeLessThan(model.time)
    expect(model.ran.get(1)).toBeGreaterThan(model.time - 20 * 35)
  })

  it('stops the many who compute, each a little, and nobody where they do nothing together', () => {
    const part = (computes: number): number => {
      const model = new Model(
        Object.fromEntries(Array.from({ length: 8 }, (_, i) => [i + 1, { computes, costs: 0 }])),
      )
      model.burden(55)
      watchModel(model)(60)
      return Math.min(...model.ran.values()) / model.time
    }
    expect(part(1 / 8)).toBeLessThan(0.9)
    expect(part(1 / 40)).toBe(1)
  })

  it('that is long has who computed try again in moments', () => {
    for (const burdens of [[200], [58, 58]]) {
      const model = new Model({ 1: computing })
      const go = watchModel(model)
      for (const burden of burdens) {
        model.burden(burden)
        go(100)
      }
      go(1000)
      const free = model.time - burdens.reduce((sum, burden) => sum + burden)
      expect(model.ran.get(1)).toBeLessThan(free - 30)
      expect(model.stopped.size).toBe(0)
      expect(model.told).toBe(0)
    }
  })

  it('of a main process that does not come to rest by itself is nobody else’s', () => {
    const model = new Model({ 1: computing })
    // It answers all questions, and each after as long.
    model.burden(70)
    model.own = 1
    const go = watchModel(model)
    go(1)
    go(1)
    expect(model.time).toBeGreaterThan(1000)
    expect(model.ran.get(1)).toBeLessThan(50)
    expect(model.stopped.size).toBe(0)
  })
})

describe('a page that computes beside a main process with work of its own', () => {
  const go = (change: Partial<Model>): Model => {
    const model = Object.assign(new Model({ 1: computing }), change)
    watchModel(model)(60_000)
    return model
  }
  const part = (model: Model): number => (model.ran.get(1) ?? 0) / model.time

  it('computes nearly all of the time where that is short', () => {
    for (const time of [30, 50]) {
      const model = go({ bursts: { time, every: 200 } })
      expect(part(model)).toBeGreaterThan(1 - (time + 10) / 200)
      expect(model.told).toBe(0)
    }
  })

  it('and most of what it leaves where that is long, or often', () => {
    for (const [time, every] of [
      [80, 200],
      [100, 1000],
      [160, 1500],
    ] as const) {
      const model = go({ bursts: { time, every } })
      expect(part(model)).toBeGreaterThan(0.7 * (1 - time / every))
      expect(model.told).toBe(0)
    }
  })

  it('is nearly as soon free among many others', () => {
    const hold = (count: number): number => {
      const model = new Model(Object.fromEntries(Array.from({ length: count }, (_, i) => [i + 1, computing])))
      model.burden(100)
      watchModel(model)(2000)
      return model.time - (model.ran.get(1) ?? 0)
    }
    // Their moments are shorter, and two more.
    expect(hold(8)).toBeLessThanOrEqual(hold(1) + 2 * 3 * (1 + 5))
  })
})

it('a main process that others keep from computing is not called busy', () => {
  const model = Object.assign(new Model({ 1: computing }), { share: 1 / 2 })
  model.burden(30)
  expect(new Questions(model.machine, new Set()).ask()).toBe(30)
  expect(model.time).toBeGreaterThanOrEqual(60)
})

describe('a page that floods the main process', () => {
  it('is stopped again where others have resumed it', () => {
    const model = Object.assign(new Model({ 1: flooding }), { resumes: true })
    watchModel(model)(20_000)
    expect(Math.max(...model.lates)).toBeLessThan(1000)
  })

  it('is let for moments only, and others go on', () => {
    const model = new Model({ 1: flooding, 2: computing })
    const go = watchModel(model)
    go(2000)
    model.lates.length = 0
    const before = { flood: model.ran.get(1) ?? 0, other: model.ran.get(2) ?? 0, time: model.time }
    go(10_000)
    const time = model.time - before.time
    expect((model.ran.get(1) ?? 0) - before.flood).toBeLessThan(time / 15)
    expect((model.ran.get(2) ?? 0) - before.other).toBeGreaterThan(time * 0.6)
    // All that it may say in 4 milliseconds, and no more: it gets no more where 2 were too much.
    expect(Math.max(...model.lates)).toBeLessThan(100)
  })

  it('is tried and told of, however long that takes', () => {
    const model = new Model({ 1: { computes: 1, costs: 300 } })
    watchModel(model)(60_000)
    expect(model.told).toBe(1)
  })

  it('is told of once, where it goes on', () => {
    const model = new Model({ 1: flooding })
    const go = watchModel(model)
    go(200)
    expect(model.told).toBe(0)
    go(20_000)
    expect(model.told).toBe(1)
  })

  it('is free again when it has stopped, and is believed less for a while', () => {
    const model = new Model({ 1: { ...flooding } })
    const go = watchModel(model)
    const holdOnce = (): number => {
      const page = model.pages.get(1)
      if (page === undefined) throw new Error('it is there')
      page.costs = flooding.costs
      go(100)
      page.costs = 0
      const before = { ran: model.ran.get(1) ?? 0, time: model.time }
      go(3000)
      expect(model.stopped.size).toBe(0)
      return model.time - before.time - ((model.ran.get(1) ?? 0) - before.ran)
    }
    const first = holdOnce()
    expect(model.told).toBe(0)
    expect(holdOnce()).toBeGreaterThan(first)
    model.pages.set(1, idle)
    go(12_000)
    model.pages.set(1, { ...flooding })
    expect(holdOnce()).toBe(first)
  })

  it('and goes is held no more', () => {
    const model = new Model({ 1: flooding })
    const go = watchModel(model)
    go(100)
    model.pages.delete(1)
    go(3000)
    expect(model.stopped.size).toBe(0)
    const asked = model.asked
    go(1000)
    expect(model.asked).toBe(asked)
  })
})
