import { beforeEach, describe, expect, it } from 'vitest'
import { StallWatch } from '../../../../../src/main/chrome-app/stalls/stall-watch.ts'
import { computing, flooding, idle } from './behaviours.ts'
import { Model } from './model.ts'
import type { Behaviour } from './model.ts'

let model: Model
let watch: StallWatch
/** When who went on, and was stopped: `[time, pid]`. */
let resumes: (readonly [number, number])[]
let stops: (readonly [number, number])[]

function make(pages: Readonly<Record<number, Behaviour>>, change: Partial<Model> = {}): void {
  model = Object.assign(new Model(pages), change)
  resumes = []
  stops = []
  const { resume, stop } = model.machine
  Object.assign(model.machine, {
    resume: (pid: number) => {
      if (model.stopped.has(pid)) resumes.push([model.time, pid])
      resume(pid)
    },
    stop: (pid: number) => {
      if (!model.stopped.has(pid)) stops.push([model.time, pid])
      return stop(pid)
    },
  })
  watch = new StallWatch(model.machine)
}

function go(milliseconds: number): void {
  for (const end = model.time + milliseconds; model.time < end;) watch.look()
}

/** The main process is not idle, and was looked at just now. */
function awake(): void {
  model.burden(5)
  go(25)
  go(100)
}

/** The milliseconds that it does not run, of so many. */
function hold(milliseconds: number, pid = 1): number {
  const [time, ran] = [model.time, model.ran.get(pid) ?? 0]
  go(milliseconds)
  return model.time - time - ((model.ran.get(pid) ?? 0) - ran)
}

describe('who computes in a stall', () => {
  const holdIn = (burden: number): number => {
    make({ 1: computing })
    awake()
    model.burden(burden)
    return hold(1000)
  }

  it('goes on when it is over where that was no longer than 25 ms after the question', () => {
    // It is asked 10 ms later.
    expect(holdIn(10 + 25)).toBeLessThan(25 + 10)
    expect(holdIn(10 + 26)).toBeGreaterThan(26 + 4 * 3 * (1 + 5))
  })

  it('is free after five moments, between which the main process rests', () => {
    const held = holdIn(10 + 60)
    // Each rest is three answers, 5 ms apart.
    expect(held).toBeLessThan(60 - 5 + 7 * 3 * (1 + 5))
    // And it is let go.
    expect(resumes.length).toBe(5 + 1)
  })

  it('and was found innocent is tried again where that was as long as 60 ms', () => {
    for (const [late, moments] of [
      [59, 1],
      [60, 5 + 1],
    ] as const) {
      holdIn(10 + 60)
      resumes = []
      awake()
      model.burden(10 + late)
      go(1000)
      expect(resumes.length).toBe(moments)
    }
  })
})

describe('while the main process works off what was begun, though it answers', () => {
  const holdBoth = (apps: readonly number[]): readonly number[] => {
    make({ 1: computing, 2: computing })
    for (const pid of apps) model.apps.add(pid)
    awake()
    const { ask, sleep } = model.machine
    let asked = 0
    Object.assign(model.machine, {
      ask: () => {
        asked = model.time
        ask()
      },
      awaitAnswer: (time: number) => {
        const end = Math.min(model.time + time, asked + 15)
        sleep(Math.max(0, end - model.time))
        return model.time >= asked + 15
      },
    })
    model.burden(10 + 45)
    const before = model.ran
    const [one, two] = [before.get(1) ?? 0, before.get(2) ?? 0]
    const { time } = model
    go(60)
    return [one, two].map((ran, i) => model.time - time - ((model.ran.get(i + 1) ?? 0) - ran))
  }

  it('guests are held, and who was stopped with them', () => {
    expect(Math.min(...holdBoth([]))).toBeGreaterThan(40)
    expect(Math.min(...holdBoth([1]))).toBeGreaterThan(40)
  })

  it('pages of apps are not', () => {
    expect(Math.max(...holdBoth([1, 2]))).toBeLessThan(15)
  })
})

describe('what comes of a page later than it computes', () => {
  /** Milliseconds. */
  const delay = 45
  const makeLate = (): void => {
    make({ 1: computing })
    const pending: number[] = []
    const { sleep } = model.machine
    const step = (): void => {
      const ran = model.ran.get(1) ?? 0
      sleep(1)
      if ((model.ran.get(1) ?? 0) > ran) pending.push(model.time + delay)
      while ((pending[0] ?? Infinity) <= model.time) {
        pending.shift()
        model.burden(20)
      }
    }
    const { awaitAnswer } = model.machine
    Object.assign(model.machine, {
      sleep: (time: number) => {
        for (let i = 0; i < time; i += 1) step()
      },
      awaitAnswer: (time: number) => {
        for (let i = 0; i < time && !awaitAnswer(0); i += 1) step()
        return awaitAnswer(0)
      },
    })
    watch = new StallWatch(model.machine)
  }

  it('is its own, and not the main process’s', () => {
    makeLate()
    go(20_000)
    const [time, ran] = [model.time, model.ran.get(1) ?? 0]
    go(10_000)
    expect(((model.ran.get(1) ?? 0) - ran) / (model.time - time)).toBeLessThan(1 / 15)
    expect(model.told).toBe(1)
  })
})

describe('a page that floods and goes', () => {
  it('is held no more as soon as the main process rests', () => {
    make({ 1: flooding, 2: idle })
    go(5000)
    while (!model.stopped.has(1)) watch.look()
    model.pages.delete(1)
    go(250)
    expect(model.stopped.size).toBe(0)
    const { asked } = model
    go(1000)
    expect(model.asked).toBe(asked)
  })
})

describe('who computes beside a page on trial', () => {
  beforeEach(() => {
    make({ 1: flooding, 2: computing })
    go(2000)
    resumes = []
    stops = []
  })

  it('is stopped when the main process has not answered for 20 ms, and free when it has', () => {
    model.pages.set(1, { computes: 1, costs: 60 })
    go(8000)
    const others = stops.filter(([, pid]) => pid === 2)
    expect(others.length).toBeGreaterThan(3)
    for (const [time] of others) {
      const [begun = 0] = stops.findLast(([at, pid]) => pid === 1 && at < time) ?? []
      expect(time - begun).toBeGreaterThanOrEqual(20)
      expect(time - begun).toBeLessThanOrEqual(20 + 6 + 1)
      const [free = Infinity] = resumes.find(([at, pid]) => pid === 2 && at >= time) ?? []
      // Of 120 ms, and what it takes to see that it rests.
      if (free !== Infinity) expect(free - time).toBeLessThan(120 - 20 + 4 * (1 + 5) + 2)
    }
  })
})

it('a page that floods leaves the main process as long to others as it kept it busy', () => {
  make({ 1: flooding })
  go(5000)
  stops = []
  resumes = []
  go(3000)
  // It has 2 ms at a time.
  const late = 2 * flooding.costs
  expect(stops.length).toBeGreaterThan(10)
  for (const [time] of stops) {
    const [next = Infinity] = resumes.find(([at]) => at >= time) ?? []
    expect(next - time).toBeGreaterThanOrEqual(2 * late)
  }
})

describe('those who flooded and do no more', () => {
  it('are tried by turns, and none waits for the other', () => {
    make({ 1: flooding, 2: flooding })
    go(3000)
    model.pages.set(1, computing)
    model.pages.set(2, computing)
    go(500)
    resumes = []
    go(600)
    const pids = resumes.map(([, pid]) => pid)
    expect(pids.length).toBeGreaterThan(10)
    for (const [i, pid] of pids.slice(1).entries()) expect(pid).not.toBe(pids[i])
  })

  it('are not let go at once with others who compute', () => {
    make({ 1: flooding, 2: idle })
    go(1500)
    model.pages.set(1, computing)
    while (model.stopped.size > 0) watch.look()
    model.pages.set(2, computing)
    go(100)
    model.burden(100)
    const [time, ran] = [model.time, [1, 2].map((pid) => model.ran.get(pid) ?? 0)]
    go(2000)
    const [one = 0, two = 0] = [1, 2].map(
      (pid, i) => model.time - time - ((model.ran.get(pid) ?? 0) - (ran[i] ?? 0)),
    )
    expect(one).toBeGreaterThan(two + 50)
  })
})
