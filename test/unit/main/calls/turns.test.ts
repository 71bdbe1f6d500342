import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Worker } from '../../../../src/main/calls/turns.ts'
import { Turns } from '../../../../src/main/calls/turns.ts'
import { takeTurns } from '../../../support/until.ts'

let now: number
let turns: Turns
let log: string[]

beforeEach(() => {
  now = 1000
  log = []
  turns = new Turns()
  vi.spyOn(performance, 'now').mockImplementation(() => now)
})

afterEach(() => void vi.restoreAllMocks())

/** So many steps of a millisecond each; by itself it is the only page of its app. */
function createWorker(name: string, steps: number, owner: object = {}): Worker & { left: number } {
  return {
    owner,
    left: steps,
    work(slice) {
      for (; this.left > 0; now += 1) {
        if (slice.isOver) return true
        log.push(name)
        this.left -= 1
      }
      return false
    },
  }
}

describe('work', () => {
  it('is done at once where there is time', () => {
    turns.start(createWorker('a', 8))
    expect(log).toHaveLength(8)
  })

  it('that is too much for a turn goes on in the next ones', async () => {
    const worker = createWorker('a', 20)
    turns.start(worker)
    expect(worker.left).toBe(12)
    await takeTurns(1)
    expect(worker.left).toBe(4)
    await takeTurns(1)
    expect(worker.left).toBe(0)
  })

  it('that comes when the turn is over waits, however small it is', async () => {
    turns.start(createWorker('a', 8))
    turns.start(createWorker('b', 1))
    expect(log).not.toContain('b')
    await takeTurns(1)
    expect(log).toContain('b')
  })

  it.each([1, 3, 4, 5, 8])(
    'of %i ms has as much time again when the event loop has turned',
    async (length) => {
      for (let i = 0; i < 5; i += 1) {
        turns.start(createWorker('a', length))
        turns.start(createWorker('b', 8 - length))
        expect(log).toHaveLength(8 * (i + 1))
        await takeTurns(1)
      }
    },
  )

  it('has no new turn while what comes in keeps the event loop from turning, however long that takes', async () => {
    for (let i = 0; i < 20; i += 1) {
      turns.start(createWorker('a', 1))
      now += 50
    }
    expect(log).toHaveLength(8)
    await takeTurns(2)
    expect(log).toHaveLength(20)
  })

  it('of one page does not keep another one waiting', async () => {
    const greedy = createWorker('a', 1000)
    turns.start(greedy)
    turns.start(createWorker('b', 3))
    turns.start(createWorker('c', 1))
    expect(log.join('')).toBe('a'.repeat(8))
    await takeTurns(1)
    expect(log.join('').slice(8)).toBe('aabbcaab')
    await takeTurns(1)
    expect(log.join('').slice(16)).toBe('a'.repeat(8))
    turns.forget(greedy)
  })

  it('of all pages of an app takes no more of the time than that of one page of another app', async () => {
    const crowd = {}
    const greedy = Array.from({ length: 50 }, () => createWorker('a', 1000, crowd))
    const others = [createWorker('b', 1000), createWorker('c', 1000)]
    for (const worker of [...greedy, ...others]) turns.start(worker)
    log = []
    await takeTurns(3)
    expect(log.join('')).toBe('aabbccaa'.concat('bbccaabb', 'ccaabbcc'))
    // Within an app they have their turns, too.
    expect(greedy.filter(({ left }) => left < 1000)).toHaveLength(4)
    for (const worker of [...greedy, ...others]) turns.forget(worker)
    log = []
    await takeTurns(2)
    expect(log).toEqual([])
  })

  it('that waits behind one long call is done in the turn after that', async () => {
    /** Takes more than a whole turn at once, and has nothing more to do. */
    const createLongCall = (name: string): Worker => ({
      owner: {},
      work() {
        log.push(name)
        now += 12
        return false
      },
    })
    turns.start(createLongCall('a'))
    turns.start(createLongCall('b'))
    turns.start(createLongCall('c'))
    turns.start(createWorker('d', 1))
    await takeTurns(4)
    expect(log.join('')).toBe('abcd')
  })

  it('that goes on after its slice is charged for in advance, and other pages are served in between', async () => {
    const createPromiser = (name: string): Worker & { left: number } => ({
      owner: {},
      left: 1000,
      work(slice) {
        for (; this.left > 0; this.left -= 1) {
          if (slice.isOver) return true
          log.push(name)
          slice.chargePromise(1 / 16)
        }
        return false
      },
    })
    const promiser = createPromiser('a')
    turns.start(promiser)
    expect(log).toHaveLength(128)
    turns.start(createWorker('b', 1))
    await takeTurns(1)
    expect(log.join('').slice(128)).toBe(`${'a'.repeat(32)}b${'a'.repeat(80)}`)
    turns.forget(promiser)
    await takeTurns(1)
    turns.start(promiser)
    expect(log).toHaveLength(241 + 128)
    turns.forget(promiser)
  })

  it('that is forgotten is not done', async () => {
    const worker = createWorker('a', 100)
    turns.start(worker)
    turns.forget(worker)
    await takeTurns(2)
    expect(worker.left).toBe(92)
  })
})
