import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { StoppedCells } from '../../../../../src/main/chrome-app/stalls/stopped-cells.ts'
import {
  cells,
  mostStopped,
  tooBusy,
  tooFull,
} from '../../../../../src/main/chrome-app/stalls/thread-messages.ts'
import type { KnownProcess, WatchData } from '../../../../../src/main/chrome-app/stalls/thread-messages.ts'
import { watch } from '../../../../../src/main/chrome-app/stalls/thread.ts'
import { computing, flooding } from './behaviours.ts'
import { Model } from './model.ts'
import type { Behaviour } from './model.ts'

const nanoseconds = 1e6
/** What each has computed before, in milliseconds. */
const before = 5000

/** What the thread has of Node and the kernel, of a machine whose time goes by as the thread sleeps. */
class World {
  readonly model: Model
  readonly shared = new Int32Array(new SharedArrayBuffer((cells.stopped + mostStopped) * 4))
  readonly stopped = new StoppedCells(this.shared.subarray(cells.stopped))
  /** What the main process has told, and not yet been heard. */
  readonly told: KnownProcess[] = []
  /** What it is asked and told. */
  readonly posted: number[] = []
  readonly signals: string[] = []
  /** Whether the kernel counts what first threads compute. */
  hasThreads = true
  readRss = (): number => this.model.memory * 2 ** 20
  /** As time goes by, and when somebody is signalled. */
  happen: () => void = () => {}
  #asked = 0

  constructor(pages: Readonly<Record<number, Behaviour>>) {
    this.model = new Model(pages)
    for (const pid of this.model.pages.keys()) this.told.push({ pid, isGuest: true })
  }

  end(): void {
    Atomics.store(this.shared, cells.end, 1)
  }

  /** Until it is ended, after so many milliseconds. */
  run(milliseconds: number): void {
    const end = this.model.time + milliseconds
    const sleep = (cell: number, value: number, time: number): 'not-equal' | 'ok' | 'timed-out' => {
      if (Atomics.load(this.shared, cell) !== value) return 'not-equal'
      for (const until = this.model.time + time; this.model.time < until;) {
        this.#pass()
        if (this.model.time >= end) this.end()
        if (this.model.time > end + 10_000) throw new Error('it goes on')
        if (Atomics.load(this.shared, cell) !== value) return 'ok'
      }
      return 'timed-out'
    }
    vi.spyOn(Atomics, 'wait').mockImplementation((_array, cell, value, time) =>
      sleep(cell, Number(value), time ?? Infinity),
    )
    const { machine } = this.model
    let [reads, last] = [0, 0]
    vi.spyOn(performance, 'now').mockImplementation(() => {
      const { time } = this.model
      reads = time === last ? reads + 1 : 0
      last = time
      if (reads > 10_000) throw new Error('time stands still')
      return time
    })
    const cpu = (): number => (machine.readMainThreads() + before) * 1000
    vi.spyOn(process, 'cpuUsage').mockImplementation(() => ({ user: cpu() * 0.75, system: cpu() * 0.25 }))
    vi.spyOn(process.memoryUsage, 'rss').mockImplementation(() => this.readRss())
    vi.spyOn(process, 'kill').mockImplementation((pid, name) => this.#signal(pid, String(name)))
    const modules: Readonly<Record<string, unknown>> = {
      'node:fs': { openSync: this.#open, closeSync: () => {}, readSync: this.#read },
      'node:worker_threads': {
        parentPort: { postMessage: (what: number) => this.#hear(what) },
        receiveMessageOnPort: () => {
          const message = this.told.shift()
          return message === undefined ? undefined : { message }
        },
        workerData: { shared: this.shared, port: undefined } as unknown as WatchData,
      },
    }
    try {
      watch(((name: string) => modules[name]) as NodeJS.Require)
    } finally {
      vi.restoreAllMocks()
    }
  }

  #pass(): void {
    this.happen()
    if (this.model.machine.awaitAnswer(0)) this.model.machine.sleep(1)
    else this.model.machine.awaitAnswer(1)
    if (this.#asked === 0 || !this.model.machine.awaitAnswer(0)) return
    Atomics.store(this.shared, cells.heap, this.model.heap * 1024)
    Atomics.store(this.shared, cells.answered, this.#asked)
  }

  #hear(what: number): void {
    this.posted.push(what)
    if (what === tooBusy || what === tooFull) return
    this.#asked = what
    this.model.machine.ask()
  }

  #signal(pid: number, name: string): true {
    this.signals.push(`${name} ${pid}`)
    if (name === 'SIGSTOP') this.model.machine.stop(pid)
    else if (name === 'SIGCONT') this.model.machine.resume(pid)
    else this.model.machine.end(pid)
    this.happen()
    return true
  }

  readonly #paths: string[] = []

  readonly #open = (path: string): number => {
    if (this.#readText(path) === undefined) throw new Error('ENOENT')
    return this.#paths.push(path) - 1
  }

  readonly #read = (descriptor: number, buffer: Buffer): number => {
    const text = this.#readText(this.#paths[descriptor] ?? '')
    if (text === undefined) throw new Error('ESRCH')
    return buffer.write(text, 'latin1')
  }

  #readText(path: string): string | undefined {
    const { machine, pages } = this.model
    const [, , pid = 0, file] = path.split('/').map((part, i) => (i === 2 ? Number(part) : part))
    const isMain = pid === process.pid
    if (!isMain && !pages.has(Number(pid))) return undefined
    const ran = before + (isMain ? machine.readMainLoad() : (machine.readLoad(Number(pid))?.[0] ?? 0))
    const waited = isMain ? machine.readMainDemand() - machine.readMainLoad() : 0
    if (file === 'schedstat')
      return this.hasThreads ? `${ran * nanoseconds} ${waited * nanoseconds} 1\n` : undefined
    // After its name: the state, ten numbers, two of ticks, six numbers, and when it began.
    return `${pid} (a b) S ${'0 '.repeat(10)}${Math.floor(ran / 10)} 0 ${'0 '.repeat(6)}77 0\n`
  }
}

let world: World

beforeEach(() => {
  world = new World({ 1001: computing })
})

afterEach(() => {
  vi.restoreAllMocks()
})

const share = (pid: number): number => (world.model.ran.get(pid) ?? 0) / world.model.time

it('ends when the main process says so', () => {
  world.run(3000)
  expect(world.model.time).toBeLessThan(3030)
  expect(world.posted).toEqual([])
  expect(world.signals).toEqual([])
})

it('ends though it waits for an answer', () => {
  world.model.own = 0.2
  world.model.burden(100_000)
  world.run(500)
  expect(world.posted).toEqual([1])
  expect(world.model.time).toBeLessThan(520)
})

describe('a main process that does not answer', () => {
  it('is waited for, each question by its number, and who computes is stopped until it does', () => {
    world.happen = () => {
      if (world.model.time === 1000) world.model.burden(300)
    }
    world.run(1290)
    expect(world.posted).toEqual([1])
    expect(new Set(world.signals)).toEqual(new Set(['SIGSTOP 1001']))
    expect(world.stopped.list()).toEqual([1001])
    world = new World({ 1001: computing })
    world.happen = () => {
      if (world.model.time === 1000) world.model.burden(300)
    }
    world.run(4000)
    expect(world.posted.length).toBeGreaterThan(10)
    expect(world.posted).toEqual(world.posted.map((_, i) => i + 1))
    expect(world.stopped.list()).toEqual([])
    expect(share(1001)).toBeGreaterThan(0.8)
  })

  it('is seen to be kept busy where others keep it from computing', () => {
    world = new World({ 1001: { computes: 1, costs: 1 } })
    world.model.share = 0.4
    world.run(1000)
    expect(world.signals).toContain('SIGSTOP 1001')
  })

  it('and not where it was busy for 5 ms only', () => {
    world.happen = () => {
      if (world.model.time % 100 === 0) world.model.burden(9)
    }
    world.run(3000)
    expect(world.posted.length).toBeGreaterThan(10)
    expect(world.signals).toEqual([])
  })
})

describe('a page that floods the main process', () => {
  it('is let for moments only, and told of', () => {
    for (const hasThreads of [true, false]) {
      world = new World({ 1001: flooding })
      world.hasThreads = hasThreads
      world.run(20_000)
      expect(share(1001)).toBeLessThan(1 / 15)
      expect(world.posted.filter((what) => what === tooBusy)).toHaveLength(1)
      expect(world.posted).not.toContain(tooFull)
    }
  })

  it('is seen though it was told of later', () => {
    world = new World({ 1001: flooding })
    const { told } = world
    const late = told.splice(0)
    world.happen = () => {
      if (world.model.time === 500) told.push(...late.splice(0))
    }
    world.run(3000)
    expect(world.signals).toContain('SIGSTOP 1001')
  })

  it('goes on where it was stopped after the end was said: the main process has resumed all by then', () => {
    world = new World({ 1001: flooding, 1002: { computes: 0, costs: 0 } })
    let isOver = false
    world.happen = () => {
      const { model, signals } = world
      if (model.stopped.has(1001) && !signals.includes('SIGSTOP 1002') && model.time > 200)
        model.pages.set(1002, computing)
      if (isOver || !signals.includes('SIGSTOP 1002')) return
      isOver = true
      world.end()
    }
    world.run(3000)
    expect(isOver).toBe(true)
    expect(world.model.stopped.has(1002)).toBe(false)
    expect(world.stopped.has(1002)).toBe(false)
  })
})

describe('the memory of the main process', () => {
  const filling = { computes: 1, costs: 0.9, fills: 0.3 }

  it('has a guest ended that fills it, which is told', () => {
    world = new World({ 1001: filling, 1002: computing })
    world.run(5000)
    expect(world.model.ended).toEqual([1001])
    expect(world.posted.filter((what) => what === tooFull)).toHaveLength(1)
    expect(world.posted).not.toContain(tooBusy)
  })

  it('has no page of an app ended', () => {
    world = new World({ 1001: filling })
    world.told.push({ pid: 1001, isGuest: false })
    world.run(3000)
    expect(world.model.memory).toBeGreaterThan(200)
    expect(world.signals).toEqual([])
  })

  it('is as much as before where it cannot be read, and has not grown when it can be again', () => {
    world.model.memory = 500
    world.model.own = 0.1
    const { readRss } = world
    world.readRss = () => {
      const { time } = world.model
      if (time > 1000 && time < 1500) throw new Error('EMFILE')
      return readRss()
    }
    world.run(3000)
    expect(world.signals).toEqual([])
  })

  it('has not grown by what scripts hold, as was said with an answer, but by the rest', () => {
    for (const [rest, isLookedAt] of [
      [0, false],
      [0.9, true],
    ] as const) {
      world = new World({ 1001: computing })
      world.model.own = 0.9
      world.happen = () => {
        world.model.heap = Math.floor(world.model.time / 10)
        world.model.memory = (world.model.time / 10) * (1 + rest)
      }
      world.run(3000)
      expect(world.posted.length).toBeGreaterThan(10)
      expect(world.signals.length > 0).toBe(isLookedAt)
    }
  })
})
