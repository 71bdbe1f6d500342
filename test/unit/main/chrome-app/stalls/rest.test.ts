import { beforeEach, describe, expect, it } from 'vitest'
import { Questions } from '../../../../../src/main/chrome-app/stalls/questions.ts'
import { computing, idle } from './behaviours.ts'
import { Model } from './model.ts'
import type { Behaviour } from './model.ts'

let model: Model
let stopped: Set<number>
let questions: Questions

function make(pages: Readonly<Record<number, Behaviour>> = {}): void {
  model = new Model(pages)
  stopped = new Set()
  questions = new Questions(model.machine, stopped)
}

/** The main process has so much to do whenever it is asked. */
function burdenEach(time: number | ((asked: number) => number)): void {
  const { ask } = model.machine
  Object.assign(model.machine, {
    ask: () => {
      model.burden(typeof time === 'number' ? time : time(model.asked + 1))
      ask()
    },
  })
}

beforeEach(() => make())

describe('a main process is at rest', () => {
  it('when it has answered three times in a row within 6 ms', () => {
    for (const [time, asked] of [
      [0, 3],
      [6, 3],
      [7, Infinity],
    ] as const) {
      make()
      burdenEach(time)
      const rest = questions.rest()
      expect(rest === undefined).toBe(asked === Infinity)
      if (rest !== undefined) expect(model.asked).toBe(asked)
    }
    make()
    burdenEach((asked) => (asked === 3 ? 20 : 0))
    questions.rest()
    expect(model.asked).toBe(6)
  })

  it('or is not, two seconds after its first answer', () => {
    burdenEach((asked) => (asked === 1 ? 5000 : 10))
    expect(questions.rest()).toBeUndefined()
    expect(model.time).toBeGreaterThan(7000)
    expect(model.time).toBeLessThan(7050)
  })

  it('or after as long as is said', () => {
    burdenEach(10)
    expect(questions.rest({ longest: 400 })).toBeUndefined()
    expect(model.time).toBeGreaterThan(400)
    expect(model.time).toBeLessThan(440)
  })

  it('which is asked every 5 ms', () => {
    questions.rest()
    expect(model.time).toBe(3 * (1 + 5))
  })
})

describe('how late it was until then', () => {
  it('is told of the latest answer', () => {
    burdenEach((asked) => [20, 60, 40][asked - 1] ?? 0)
    const rest = questions.rest()
    expect(rest?.late).toBeGreaterThanOrEqual(60)
    expect(rest?.late).toBeLessThan(65)
    expect(rest?.own).toBe(0)
  })

  it('is its own from then on when what pages have begun is over', () => {
    // An answer of it may come while it works off the rest: what follows is not its own until it has rested.
    burdenEach((asked) => [30, 40, 0, 60][asked - 1] ?? 0)
    // What comes of them comes within 60 ms.
    model.machine.sleep(40)
    const rest = questions.rest({ ran: 0 })
    expect(rest?.late).toBeGreaterThanOrEqual(40)
    expect(rest?.late).toBeLessThan(45)
    expect(rest?.own).toBeGreaterThanOrEqual(60)
    expect(rest?.own).toBeLessThan(65)
  })

  it('is theirs for longer who are stopped only then, whatever comes of them', () => {
    make({ 1: { computes: 1, costs: 20 } })
    const rest = questions.rest({ ran: -60 })
    expect([...stopped]).toEqual([1])
    expect(rest?.others).toBeGreaterThan(100)
    expect(rest?.own).toBeLessThan(5)
  })
})

describe('a main process is idle', () => {
  const isIdle = (own: number, fills = 0): boolean => {
    make({ 1: { ...idle, fills } })
    model.own = own
    return questions.rest({ isIdle: true, longest: 400 }) !== undefined
  }

  it('where it wants to compute for less than half of the time', () => {
    expect(isIdle(0.45)).toBe(true)
    expect(isIdle(0.55)).toBe(false)
  })

  it('and takes less than 0.3 MiB more than when it answered before', () => {
    // It is 6 ms from one answer to the next.
    expect(isIdle(0, 0.28 / 6)).toBe(true)
    expect(isIdle(0, 0.32 / 6)).toBe(false)
  })

  it('where others keep it from computing it is not: it wants to', () => {
    model.share = 0.2
    model.own = 0.2
    model.burden(3)
    expect(questions.rest({ isIdle: true, longest: 400 })).toBeUndefined()
  })
})

describe('what it has begun', () => {
  it('is waited for until it has nothing to do', () => {
    model.burden(22)
    expect(questions.settle()).toBe(22)
    expect(model.time).toBe(25)
  })

  it('for 40 ms at most', () => {
    model.burden(1000)
    expect(questions.settle()).toBe(40)
    expect(model.time).toBe(40)
  })

  it('is over where it wants to compute for less than half of the time', () => {
    model.own = 0.4
    questions.settle()
    expect(model.time).toBe(5)
    make()
    model.own = 0.6
    questions.settle()
    expect(model.time).toBe(40)
  })
})

describe('who computes', () => {
  const ask = (): number => {
    model.burden(100)
    const before = model.ran.get(1) ?? 0
    questions.ask()
    return (model.ran.get(1) ?? 0) - before
  }

  beforeEach(() => make({ 1: computing }))

  it('is stopped after 5 ms without an answer and 6 more', () => {
    expect(ask()).toBe(5 + 6)
    expect([...stopped]).toEqual([1])
  })

  it('is stopped after those 5 where it was looked at before', () => {
    questions.look()
    model.machine.sleep(10)
    expect(ask()).toBe(5)
    expect([...stopped]).toEqual([1])
  })

  it('is stopped so soon only where it has computed for half of the time, as who draws does not', () => {
    for (const [computes, ran] of [
      [0.45, 5 + 6],
      [0.55, 5],
    ] as const) {
      make({ 1: { computes, costs: 0 } })
      questions.look()
      model.machine.sleep(10)
      expect(ask()).toBe(ran)
    }
  })

  it('goes on where the main process wants to compute for less than a quarter of the time: it waits', () => {
    for (const [part, held] of [
      [0.2, []],
      [0.3, [1]],
    ] as const) {
      make({ 1: computing })
      Object.assign(model.machine, {
        readMainDemand: () => model.time * part,
        awaitAnswer: (time: number) => {
          model.machine.sleep(time)
          return model.time > 100
        },
      })
      questions.ask()
      expect([...stopped]).toEqual(held)
    }
  })

  it('has as long as is said', () => {
    model.burden(100)
    questions.ask(40)
    expect(model.ran.get(1)).toBe(40 + 6 - 6)
  })

  it('is known by what it has computed in the last 20 ms', () => {
    const looks = [0, 10, 20, 30].map((at) => {
      model.machine.sleep(at - model.time)
      return questions.look().at
    })
    expect(looks).toEqual([0, 0, 0, 10])
  })

  it('is not who had computed before that', () => {
    questions.look()
    model.machine.sleep(100)
    model.pages.set(1, idle)
    ask()
    expect([...stopped]).toEqual([])
  })

  it('is not stopped by an answer that comes in time', () => {
    model.burden(4)
    questions.ask()
    expect(stopped.size).toBe(0)
    expect(model.stopped.size).toBe(0)
  })
})

it('nobody is stopped who is there only since the answer is late', () => {
  const { awaitAnswer } = model.machine
  let waits = 0
  Object.assign(model.machine, {
    awaitAnswer: (time: number) => {
      waits += 1
      if (waits > 1) model.pages.set(2, computing)
      return awaitAnswer(time)
    },
  })
  model.burden(30)
  questions.ask()
  expect(model.ran.get(2)).toBeGreaterThan(20)
  expect(stopped.size).toBe(0)
})

it('how busy it was is told by what it has computed, where that is less', () => {
  model.share = 0.5
  model.burden(10)
  expect(questions.ask()).toBeLessThanOrEqual(11)
  expect(model.time).toBeGreaterThan(19)
})

it('who is to be stopped and has gone is not held', () => {
  make({ 1: computing })
  Object.assign(model.machine, { stop: () => false })
  questions.stopWhoComputes()
  expect(stopped.size).toBe(0)
})
