import { beforeEach, describe, expect, it } from 'vitest'
import { StallWatch } from '../../../../../src/main/chrome-app/stalls/stall-watch.ts'
import { computing, idle } from './behaviours.ts'
import { Model } from './model.ts'
import type { Behaviour } from './model.ts'

let model: Model
let watch: StallWatch

function make(pages: Readonly<Record<number, Behaviour>> = { 1: idle }): void {
  model = new Model(pages)
  watch = new StallWatch(model.machine)
}

/** The milliseconds of one look. */
function look(): number {
  const before = model.time
  watch.look()
  return model.time - before
}

function go(milliseconds: number): void {
  for (const end = model.time + milliseconds; model.time < end;) watch.look()
}

/** Milliseconds in which each look takes as long as that. */
function pass(pace: number): number {
  const before = model.time
  let last = before
  while (look() === pace) last = model.time
  return last - before
}

/** The main process has had something to do, not long ago. */
function awake(milliseconds = 100): void {
  model.own = 0.2
  go(1500)
  model.own = 0
  go(milliseconds)
}

beforeEach(() => make())

describe('a main process is looked at', () => {
  it('every 10 ms while it does something, every 25 while it does next to nothing', () => {
    for (const [own, pace] of [
      [0.06, 10],
      [0.04, 25],
    ] as const) {
      model.own = own
      go(3000)
      expect(look()).toBe(pace)
    }
  })

  it('less often when it has done nothing for a second', () => {
    model.own = 0.2
    go(1500)
    model.own = 0
    const time = pass(10)
    expect(time).toBeGreaterThan(990)
    expect(time).toBeLessThanOrEqual(1020)
    expect(look()).toBe(25)
  })

  it('by what is read fast, while it does nothing', () => {
    let reads = 0
    const { readMainDemand } = model.machine
    Object.assign(model.machine, {
      readMainDemand: () => {
        reads += 1
        return readMainDemand()
      },
    })
    watch = new StallWatch(model.machine)
    go(3000)
    reads = 0
    go(1000)
    expect(reads).toBe(0)
  })

  it('so that it is seen as soon to be kept busy, however long it has done nothing', () => {
    const wait = (milliseconds: number): number => {
      make({ 1: computing })
      awake(milliseconds)
      const before = model.time
      let stopped = 0
      const { stop } = model.machine
      Object.assign(model.machine, {
        stop: (pid: number) => {
          stopped ||= model.time
          return stop(pid)
        },
      })
      model.burden(200)
      go(100)
      return stopped - before
    }
    // A look, and 5 ms for an answer.
    for (const quiet of [0, 100, 500, 900]) expect(wait(quiet)).toBe(10 + 5)
    // Who computes was not looked at before.
    for (const quiet of [1500, 3000]) expect(wait(quiet)).toBe(25 + 5 + 6)
  })
})

describe('a main process is looked at every 3 ms', () => {
  const burden = (time: number): void => {
    awake()
    model.burden(time)
    look()
    // It is asked once more whether it is still busy.
    look()
  }

  it('for 100 ms after an answer that took longer than 4', () => {
    burden(14)
    expect(pass(3)).toBe(0)
    burden(15)
    const time = pass(3)
    expect(time).toBeGreaterThan(90)
    expect(time).toBeLessThan(105)
  })

  it('for the sake of guests: an app’s own pages may have it busy with their sockets', () => {
    const listPages = (apps: readonly number[]): number => {
      make({ 1: idle, 2: idle })
      for (const pid of apps) model.apps.add(pid)
      burden(30)
      return pass(3)
    }
    expect(listPages([1])).toBeGreaterThan(90)
    expect(listPages([1, 2])).toBe(0)
  })

  it('when somebody was stopped', () => {
    make({ 1: computing })
    awake()
    model.burden(200)
    go(100)
    while (model.stopped.size > 0) look()
    go(1)
    expect(look()).toBe(3)
  })

  it('when its memory has grown', () => {
    awake()
    model.memory += 20
    look()
    expect(look()).toBe(3)
  })
})

describe('when a page was held for long', () => {
  beforeEach(() => {
    make({ 1: computing })
    model.apps.add(1)
    awake()
    // It is not at rest for two seconds.
    model.burden(100)
    model.own = 1
    while (model.stopped.size === 0 && model.time < 2000) look()
    look()
    while (model.stopped.size > 0) look()
    model.own = 0
    model.burden(-100)
    expect(model.time).toBeGreaterThan(3500)
  })

  it('the main process is looked at as often as before', () => {
    expect(look()).toBe(10)
  })

  it('what it has computed meanwhile is not asked about', () => {
    const { asked } = model
    look()
    expect(model.asked).toBe(asked)
  })
})
