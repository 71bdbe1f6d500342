import { beforeEach, describe, expect, it } from 'vitest'
import { MemoryWatch } from '../../../../../src/main/chrome-app/stalls/memory-watch.ts'
import { Questions } from '../../../../../src/main/chrome-app/stalls/questions.ts'
import { idle } from './behaviours.ts'
import { Model } from './model.ts'
import type { Behaviour } from './model.ts'

const honest = { computes: 1, costs: 0 }

let model: Model
let stopped: Set<number>
let watch: MemoryWatch
/** Who was stopped and resumed, in that order. */
let stops: number[]
let resumes: number[]

/** `happen`: whenever somebody goes on. */
function make(pages: Readonly<Record<number, Behaviour>>, happen: (pid: number) => void = () => {}): void {
  model = new Model(pages)
  stops = []
  resumes = []
  const { resume, stop } = model.machine
  Object.assign(model.machine, {
    stop: (pid: number) => {
      stops.push(pid)
      return stop(pid)
    },
    resume: (pid: number) => {
      resumes.push(pid)
      resume(pid)
      happen(pid)
    },
  })
  stopped = new Set()
  watch = new MemoryWatch(model.machine, new Questions(model.machine, stopped), stopped)
}

/** So many MiB come, and so much time goes by. */
function grow(mebibytes: number, time = 20): boolean {
  model.memory += mebibytes
  model.machine.sleep(time)
  return watch.look()
}

/** The MiB by which the memory had grown, one after the other, each time that it was looked who fills it. */
function listLooks(count: number): number[] {
  const looks: number[] = []
  let grown = 0
  while (looks.length < count) {
    grown += 1
    if (!grow(1)) continue
    looks.push(grown)
    grown = 0
  }
  return looks
}

describe('it is looked who fills the main process', () => {
  beforeEach(() => make({ 1: honest }))

  it('when it has grown by more than 16 MiB, and by more each time that it was nobody', () => {
    expect(listLooks(7)).toEqual([17, 17, 33, 65, 129, 129, 129])
  })

  it('as soon again as at first, when somebody was ended', () => {
    listLooks(4)
    model.pages.set(2, { computes: 1, costs: 0.9, fills: 0.3 })
    while (model.ended.length === 0) {
      model.machine.sleep(10)
      watch.look()
    }
    expect(listLooks(3)).toEqual([17, 17, 33])
  })

  it('by what it takes since it took least', () => {
    make({ 1: honest })
    expect(grow(-50)).toBe(false)
    expect(grow(16)).toBe(false)
    expect(grow(1)).toBe(true)
  })

  it('not where it grows slowly: by no more in ten seconds', () => {
    expect(grow(10, 9900)).toBe(false)
    expect(grow(7, 0)).toBe(true)
    make({ 1: honest })
    model.machine.sleep(100)
    for (let i = 0; i < 5; i += 1) expect(grow(10, 10_001)).toBe(false)
  })

  it('and then as soon as at first', () => {
    listLooks(3)
    expect(grow(0, 10_001)).toBe(false)
    expect(listLooks(1)).toEqual([17])
  })
})

describe('who is looked at', () => {
  it('has computed while it grew, though not now', () => {
    make({ 1: honest, 2: idle })
    grow(0)
    model.pages.set(1, idle)
    expect(grow(40)).toBe(true)
    expect(new Set(stops)).toEqual(new Set([1]))
  })

  it('has computed for 10 ms', () => {
    for (const [time, who] of [
      [9, []],
      [11, [1]],
    ] as const) {
      make({ 1: honest })
      model.machine.sleep(time)
      model.pages.set(1, idle)
      expect(grow(40, 0)).toBe(true)
      expect([...new Set(stops)]).toEqual(who)
    }
  })

  it('has not computed before it grew', () => {
    make({ 1: honest })
    model.machine.sleep(100)
    model.pages.set(1, idle)
    grow(0, 10_000)
    grow(40)
    expect(stops).toEqual([])
  })

  it('is one of the four who have computed most', () => {
    make(
      Object.fromEntries(Array.from({ length: 6 }, (_, i) => [i + 1, { computes: (i + 3) / 9, costs: 0 }])),
    )
    model.machine.sleep(100)
    for (const pid of model.pages.keys()) model.pages.set(pid, idle)
    grow(40, 0)
    expect(new Set(stops)).toEqual(new Set([3, 4, 5, 6]))
  })

  it('is stopped afterwards where it was before, and ran for moments only', () => {
    make({ 1: honest, 2: honest })
    model.machine.sleep(20)
    model.machine.stop(1)
    stopped.add(1)
    grow(40)
    expect(resumes).toContain(1)
    expect([...stopped]).toEqual([1])
    expect([...model.stopped]).toEqual([1])
  })

  it('goes on afterwards, whoever it is', () => {
    make({ 1: honest, 2: honest, 3: idle })
    model.apps.add(2)
    grow(40)
    expect(new Set(stops)).toEqual(new Set([1, 2]))
    expect([...stopped]).toEqual([])
    expect([...model.stopped]).toEqual([])
  })
})

describe('all suspects together', () => {
  it('have two moments, and no more where half a MiB does not stay of them', () => {
    for (const [grown, moments] of [
      [0.24, 2],
      [0.26, 3],
    ] as const) {
      make({ 1: honest }, () => {
        model.memory += grown
      })
      grow(40)
      // One more that it is let go.
      expect(resumes.length).toBe(moments + 1)
    }
  })

  it('are looked at one by one where it stays of one moment, whatever is given back in another', () => {
    let moments = 0
    make({ 1: honest }, () => {
      moments += 1
      model.memory += [0.6, -5][moments - 1] ?? 0
    })
    grow(40)
    expect(resumes.length).toBeGreaterThan(3)
  })

  it('have longer moments until each has computed, or the main process has, but no longer than four', () => {
    const count = (behaviour: Behaviour): number => {
      make({ 1: honest })
      model.machine.sleep(20)
      model.pages.set(1, behaviour)
      grow(40, 0)
      return resumes.length - 1
    }
    expect(count({ computes: 0.5, costs: 0 })).toBe(2)
    expect(count({ computes: 0.4, costs: 0 })).toBe(2 * 2)
    expect(count({ computes: 0.2, costs: 0 })).toBe(2 * 3)
    expect(count({ computes: 0.1, costs: 0 })).toBe(2 * 4)
    expect(count({ computes: 0, costs: 0 })).toBe(2 * 4)
    expect(count({ computes: 0, costs: 0.5 })).toBe(2)
    expect(count({ computes: 0, costs: 0.4 })).toBe(2 * 2)
  })

  it('have them until the last of them has computed', () => {
    make({ 1: honest, 2: honest })
    model.machine.sleep(20)
    model.pages.set(2, idle)
    grow(40, 0)
    expect(resumes.filter((pid) => pid === 2).length).toBe(2 * 4 + 1)
  })

  it('have nothing to do with what scripts of the main process hold', () => {
    for (const [held, isOne] of [
      [0.6, false],
      [0, true],
    ] as const) {
      make({ 1: honest }, () => {
        model.memory += 0.6
        model.heap += held
      })
      model.memory += 100
      model.heap += 100
      grow(40)
      expect(resumes.length > 3).toBe(isOne)
    }
  })

  it('are not to blame for what stays where the main process is at rest no more', () => {
    make({ 1: honest }, () => {
      model.memory += 9
      model.own = 1
    })
    grow(40)
    expect(resumes.length).toBe(2 + 1)
    expect(model.ended).toEqual([])
    expect(model.stopped.size).toBe(0)
  })

  it('compute for 5 ms at a time', () => {
    make({ 1: honest })
    model.machine.sleep(20)
    const before = model.ran.get(1) ?? 0
    grow(40, 0)
    // Who computes is looked for 6 ms first.
    expect((model.ran.get(1) ?? 0) - before).toBe(6 + 2 * 5)
  })
})

describe('where the main process does not come to rest', () => {
  it('the suspects are let go after 400 ms, and it is not looked again for 1600', () => {
    make({ 1: honest })
    model.own = 1
    const begun = model.time
    expect(grow(40, 20)).toBe(true)
    const held = model.time - begun - 20
    expect(held).toBeGreaterThan(400)
    expect(held).toBeLessThan(450)
    expect([...model.stopped]).toEqual([])
    expect(stops).not.toEqual([])
    stops = []
    expect(grow(100, 1590)).toBe(false)
    expect(stops).toEqual([])
    expect(grow(0, 20)).toBe(true)
    expect(stops).not.toEqual([])
  })
})
