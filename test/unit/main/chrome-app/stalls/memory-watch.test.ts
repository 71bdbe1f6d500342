import { describe, expect, it } from 'vitest'
import { MemoryWatch } from '../../../../../src/main/chrome-app/stalls/memory-watch.ts'
import { Questions } from '../../../../../src/main/chrome-app/stalls/questions.ts'
import { StallWatch } from '../../../../../src/main/chrome-app/stalls/stall-watch.ts'
import { Model } from './model.ts'

/** Not long enough for the main process to be called late. */
const costs = 0.9
const honest = { computes: 1, costs: 0 }
const filling = { computes: 1, costs, fills: 0.3 }

function go(model: Model, milliseconds = 5000, happen: () => void = () => {}): Model {
  const watch = new StallWatch(model.machine)
  for (const end = model.time + milliseconds; model.time < end; happen()) watch.look()
  return model
}

const part = (model: Model, pid: number): number => (model.ran.get(pid) ?? 0) / model.time

describe('a page that fills the main process', () => {
  it('is ended, and nobody else', () => {
    const model = go(new Model({ 1: honest, 2: filling, 3: honest }))
    expect(model.ended).toEqual([2])
    expect(model.memory).toBeLessThan(40)
    expect(model.stopped.size).toBe(0)
    expect(part(model, 1)).toBeGreaterThan(0.95)
  })

  it('is ended as well where it keeps it from answering', () => {
    const model = go(new Model({ 1: honest, 2: { computes: 1, costs: 5, fills: 1.5 } }))
    expect(model.ended).toEqual([2])
    expect(model.stopped.size).toBe(0)
  })

  it('is ended as well where another one is on trial without end', () => {
    const model = go(new Model({ 1: { computes: 1, costs: 20 }, 2: filling }), 20_000)
    expect(model.ended).toEqual([2])
  })

  it('is ended after others, who have gone when that is noticed', () => {
    const model = new Model({ 1: filling })
    const watch = new StallWatch(model.machine)
    const next = (pid: number): void => {
      model.pages.set(pid, filling)
      for (const end = model.time + 2000; model.time < end;) watch.look()
      expect(model.ended.at(-1)).toBe(pid)
      // The system has the memory again.
      model.memory = 0
    }
    for (let pid = 1; pid < 5; pid += 1) next(pid)
  })

  it('is found among many', () => {
    const pages = Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => [i + 1, { computes: 0.5, costs: 0 }]),
    )
    const model = go(new Model({ ...pages, 20: filling }))
    expect(model.ended).toEqual([20])
  })

  it('is found though it did not compute when that was looked at', () => {
    const model = new Model({ 1: filling, 2: { computes: 1, costs: 0 } })
    model.apps.add(2)
    const { sleep } = model.machine
    // It sleeps between two loops, as the watch looks who computes.
    Object.assign(model.machine, {
      sleep: (time: number) => {
        model.pages.set(1, time === 6 ? { computes: 0, costs: 0 } : filling)
        sleep(time)
        model.pages.set(1, filling)
      },
    })
    go(model, 1000, () => model.pages.has(1) || model.pages.delete(1))
    expect(model.ended).toContain(1)
  })

  it('is found though others keep it from computing for most of the moments', () => {
    const model = new Model({ 1: filling })
    const { resume, stop } = model.machine
    let moments = 0
    Object.assign(model.machine, {
      resume: (pid: number) => {
        moments += 1
        if (model.stopped.has(1))
          model.pages.set(1, moments % 3 === 0 ? filling : { computes: 0.1, costs: 0 })
        return resume(pid)
      },
      stop: (pid: number) => {
        model.pages.set(1, filling)
        return stop(pid)
      },
    })
    go(model, 2000)
    expect(model.ended[0]).toBe(1)
    expect(model.memory).toBeLessThan(60)
  })

  it('is found though what the main process has begun goes on when it answers again', () => {
    const model = new Model({ 1: filling })
    const { sleep } = model.machine
    let pending = 0
    Object.assign(model.machine, {
      sleep: (time: number) => {
        // Of what it is to keep, most comes a little later.
        for (let i = 0; i < time; i += 1) {
          const before = model.memory
          sleep(1)
          pending += (model.memory - before) * 0.9
          model.memory = before + (model.memory - before) * 0.1
          const done = Math.min(pending, 0.4)
          pending -= done
          model.memory += done
        }
      },
    })
    go(model, 1500)
    expect(model.ended[0]).toBe(1)
    expect(model.memory).toBeLessThan(60)
  })
})

describe('nobody is ended', () => {
  it('whose pages are the app’s own', () => {
    const model = new Model({ 1: filling })
    model.apps.add(1)
    go(model)
    expect(model.memory).toBeGreaterThan(200)
    expect(model.ended).toEqual([])
    // There is nobody to be found, and nothing to wait for.
    expect(part(model, 1)).toBe(1)
  })

  it('who has bytes kept, with which the first thread has nothing to do', () => {
    const model = new Model({ 1: { computes: 1, costs: 0, fills: 0.3 } })
    model.own = 0.3
    go(model)
    expect(model.ended).toEqual([])
    expect(part(model, 1)).toBeGreaterThan(0.7)
  })

  it('for what is kept by the way', () => {
    const model = go(new Model({ 1: { computes: 1, costs, fills: 0.08 } }), 2000)
    expect(model.memory).toBeGreaterThan(16)
    expect(model.ended).toEqual([])
    expect(part(model, 1)).toBeGreaterThan(0.7)
  })

  it('for what is not much for the time that it takes', () => {
    const model = go(new Model({ 1: { computes: 1, costs, fills: 0.12 } }))
    expect(model.memory).toBeGreaterThan(100)
    expect(model.ended).toEqual([])
  })

  it('where scripts of the main process hold it', () => {
    const model = new Model({ 1: { computes: 1, costs } })
    go(model, 5000, () => {
      model.memory += 5
      model.heap += 5
    })
    expect(model.ended).toEqual([])
    expect(part(model, 1)).toBe(1)
  })

  it('where the main process fills itself', () => {
    const model = new Model({ 1: { computes: 1, costs } })
    const { sleep } = model.machine
    Object.assign(model.machine, {
      sleep: (time: number) => {
        model.memory += time * 0.3
        sleep(time)
      },
    })
    go(model)
    expect(model.memory).toBeGreaterThan(200)
    expect(model.ended).toEqual([])
    expect(part(model, 1)).toBeGreaterThan(0.6)
  })

  it('where the main process does not come to rest', () => {
    const model = new Model({ 1: filling })
    model.own = 1
    model.burden(5)
    go(model, 3000)
    expect(model.ended).toEqual([])
    expect(model.stopped.size).toBe(0)
  })

  it('for what scripts of the main process leave, which the system has not back', () => {
    const model = new Model({ 1: { computes: 1, costs } })
    const { sleep } = model.machine
    model.memory = 200_000
    model.heap = 100_000
    Object.assign(model.machine, {
      sleep: (time: number) => {
        if (!model.stopped.has(1)) model.heap -= time
        sleep(time)
      },
    })
    go(model)
    expect(model.ended).toEqual([])
  })

  it('for what a page is given once and gives back', () => {
    const model = new Model({ 1: { computes: 1, costs } })
    let time = 0
    go(model, 20_000, () => {
      model.memory = (time += 1) % 40 < 4 ? 200 : 0
    })
    expect(model.ended).toEqual([])
    expect(part(model, 1)).toBeGreaterThan(0.8)
  })
})

it('who computes is looked at less often while the memory grows and it was nobody', () => {
  const model = new Model({ 1: { computes: 1, costs } })
  let stops = 0
  const { stop } = model.machine
  Object.assign(model.machine, {
    stop: (pid: number) => {
      stops += 1
      return stop(pid)
    },
  })
  const watch = new StallWatch(model.machine)
  const count = (mebibytes: number): number => {
    stops = 0
    for (let i = 0; i < mebibytes; i += 1) {
      model.memory += 1
      watch.look()
    }
    return stops
  }
  const first = count(260)
  expect(first).toBeGreaterThan(0)
  expect(count(260)).toBeLessThan(first)
  // It is forgotten when it has not grown much for long.
  for (const end = model.time + 25_000; model.time < end;) watch.look()
  expect(count(260)).toBe(first)
})

it('who was stopped before is stopped afterwards, where the memory grows by nobody', () => {
  const model = new Model({ 1: honest })
  const stopped = new Set([1])
  model.machine.stop(1)
  const watch = new MemoryWatch(model.machine, new Questions(model.machine, stopped), stopped)
  model.memory = 40
  watch.look()
  expect([...stopped]).toEqual([1])
  expect([...model.stopped]).toEqual([1])
})

it('nobody is held for good, where all were resumed meanwhile, for the main process waited', () => {
  for (let waitsFrom = 0; waitsFrom < 120; waitsFrom += 4) {
    const model = new Model({ 1: { computes: 1, costs: 0.5 } })
    const stopped = new Set<number>()
    const watch = new MemoryWatch(model.machine, new Questions(model.machine, stopped), stopped)
    model.machine.sleep(100)
    model.memory += 40
    const { now } = model.machine
    const begin = model.time
    Object.assign(model.machine, {
      now: () => {
        const time = model.time - begin
        model.waits = time >= waitsFrom && time < waitsFrom + 80
        return now()
      },
    })
    watch.look()
    expect([...stopped]).toEqual([])
    expect([...model.stopped]).toEqual([])
  }
})
