import { describe, expect, it } from 'vitest'
import { Questions } from '../../../../../src/main/chrome-app/stalls/questions.ts'
import { computing } from './behaviours.ts'
import { Model } from './model.ts'
import type { Behaviour } from './model.ts'

const make = (pages: Readonly<Record<number, Behaviour>>) => {
  const model = new Model(pages)
  const stopped = new Set<number>()
  return { model, stopped, questions: new Questions(model.machine, stopped) }
}

describe('a main process that waits while somebody is stopped', () => {
  // It computes for `busy` milliseconds after the question, does nothing for `waits`, and answers then.
  const ask = (waits: number) => {
    const { model, stopped, questions } = make({ 1: computing })
    model.burden(1000)
    const { sleep, resume, readMainDemand } = model.machine
    const resumed: number[] = []
    Object.assign(model.machine, {
      awaitAnswer: (time: number) => {
        sleep(time)
        model.waits = model.time > 30 && model.time < 30 + waits
        return model.time > 200
      },
      resume: (pid: number) => {
        resumed.push(model.time)
        resume(pid)
      },
    })
    questions.ask()
    expect(readMainDemand()).toBeGreaterThan(0)
    return { resumed, ran: model.ran.get(1) ?? 0, stopped, held: model.stopped }
  }

  it('holds nobody any more', () => {
    const { resumed, stopped, held } = ask(1000)
    expect(stopped.size).toBe(0)
    expect(held.size).toBe(0)
    expect(resumed.length).toBe(1)
    // Not for a moment in which it waited by the way.
    expect(resumed[0] ?? 0).toBeGreaterThan(30 + 3 * 6)
    expect(resumed[0] ?? 0).toBeLessThan(30 + 6 * 6)
  })

  it('holds who computes where that is short', () => {
    const { resumed, stopped } = ask(14)
    expect(resumed).toEqual([])
    expect([...stopped]).toEqual([1])
  })
})

describe('who gets the processors of those who were stopped', () => {
  it('is looked at at once, and not by what it had of them before', () => {
    const { model, questions } = make({ 1: computing, 2: { computes: 0.2, costs: 0 } })
    const stops: (readonly [number, number])[] = []
    const { stop } = model.machine
    Object.assign(model.machine, {
      stop: (pid: number) => {
        if (!model.stopped.has(pid)) stops.push([model.time, pid])
        model.pages.set(2, computing)
        return stop(pid)
      },
    })
    model.burden(100)
    questions.ask()
    expect(stops.map(([, pid]) => pid)).toEqual([1, 2])
    const [[first] = [0], [second] = [0]] = stops
    expect(second - first).toBe(3)
  })
})

describe('who computes', () => {
  const look = (pages: Readonly<Record<number, Behaviour>>): readonly number[] => {
    const { stopped, questions } = make(pages)
    questions.stopWhoComputes()
    return [...stopped]
  }

  it('is stopped, the most first', () => {
    expect(look({ 1: { computes: 0.6, costs: 0 }, 2: computing })).toEqual([2, 1])
  })

  it('is not who computes less than half of the mean', () => {
    expect(look({ 1: { computes: 0.3, costs: 0 }, 2: computing })).toEqual([2])
    expect(look({ 1: { computes: 0.4, costs: 0 }, 2: computing })).toEqual([2, 1])
  })

  it('is nobody where all together compute less than a quarter of the time; who does nothing is not counted', () => {
    expect(look({ 1: { computes: 0.2, costs: 0 } })).toEqual([])
    expect(look({ 1: { computes: 0.3, costs: 0 } })).toEqual([1])
    const idle = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [i + 2, { computes: 0, costs: 0 }]))
    expect(look({ 1: { computes: 0.3, costs: 0 }, ...idle })).toEqual([1])
  })

  it('is seen in any of the ways in which it is counted', () => {
    const { model, stopped, questions } = make({ 1: computing })
    const { readLoad } = model.machine
    Object.assign(model.machine, { readLoad: (pid: number) => [0, ...(readLoad(pid) ?? [])] })
    questions.stopWhoComputes()
    expect([...stopped]).toEqual([1])
  })

  it('is not seen by a way that was not counted before', () => {
    const { model, stopped, questions } = make({ 1: { computes: 0, costs: 0 } })
    let reads = 0
    Object.assign(model.machine, { readLoad: () => ((reads += 1) === 1 ? [0] : [0, 5000]) })
    questions.stopWhoComputes()
    expect([...stopped]).toEqual([])
  })
})

it('a main process that was at its work for less than the question took is not called busy for longer', () => {
  const { model, questions } = make({})
  const { awaitAnswer, readMainLoad } = model.machine
  // Its first thread counts what it did before it was asked only now.
  let counted = 0
  Object.assign(model.machine, {
    awaitAnswer: (time: number) => {
      counted = 500
      return awaitAnswer(time)
    },
    readMainLoad: () => readMainLoad() + counted,
  })
  model.burden(10)
  expect(questions.ask()).toBeLessThan(20)
})

it('stalls after what pages have begun are its own only where nobody computed who was not stopped', () => {
  const rest = (pages: Readonly<Record<number, Behaviour>>): number | undefined => {
    const { model, questions } = make(pages)
    model.burden(100)
    return questions.rest({ ran: -1000, hasRested: true })?.own
  }
  expect(rest({})).toBeGreaterThan(90)
  expect(rest({ 1: computing })).toBeLessThan(50)
})
