import { closeChannels } from '../../../support/pages/page-builtins.ts'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { TaskQueue } from '../../../../src/preload/main-world/task-queue.ts'
import { takeTurns, until } from '../../../support/until.ts'

// That the microtasks of one task have run before the next can be seen in a browser only: test/e2e/tasks.test.ts.

let queue: TaskQueue
let seen: unknown[]
let send: (message: unknown) => void

beforeEach(() => {
  seen = []
  queue = new TaskQueue()
  const { port1, port2 } = new MessageChannel()
  queue.listen(port2, (data) => {
    for (const name of data as unknown[]) queue.push(() => seen.push(name))
  })
  send = (message) => port1.postMessage(message)
})

afterEach(closeChannels)

const count = (from: number, length: number): number[] => Array.from({ length }, (_, i) => from + i)

describe('a task queue', () => {
  it('runs what a message brings, in order', async () => {
    send(['a', 'b', 'c'])
    await until('all run', () => seen.length === 3)
    expect(seen).toEqual(['a', 'b', 'c'])
  })

  it.each([63, 64, 65, 127, 128, 129, 1000])(
    'runs all of %i tasks of one message, in order',
    async (length) => {
      send(count(0, length))
      await until('all run', () => seen.length === length)
      expect(seen).toEqual(count(0, length))
      expect(queue.isEmpty).toBe(true)
    },
  )

  it('runs what a later message brings after what is left of the one before', async () => {
    for (let i = 0; i < 10; i += 1) send(count(i * 100, 100))
    await until('all run', () => seen.length === 1000)
    expect(seen).toEqual(count(0, 1000))
  })

  it('lets other things have their turn between the tasks of a large message', async () => {
    // Node takes up to a thousand messages of a port at a time: the page's wake-ups must be more.
    let before = 0
    send(count(0, 200_000))
    await until('begun', () => seen.length > 0)
    before = seen.length
    expect(before).toBeLessThan(200_000)
    await until('all run', () => seen.length === 200_000)
  })

  it('runs a task as often as it stands for, in its place', async () => {
    let times = 0
    queue.push(() => seen.push('first'))
    queue.push(() => seen.push(`task ${(times += 1)}`), 3)
    queue.push(() => seen.push('never'), 0)
    queue.push(() => seen.push('last'))
    send([])
    await until('all run', () => seen.includes('last'))
    expect(seen).toEqual(['first', 'task 1', 'task 2', 'task 3', 'last'])
  })

  it('goes on after it was empty', async () => {
    send(['a'])
    await until('run', () => seen.length === 1)
    send([])
    send(['b', 'c'])
    await until('all run', () => seen.length === 3)
    expect(seen).toEqual(['a', 'b', 'c'])
  })

  it('runs a task that another one has added after those that were there', async () => {
    queue.push(() => {
      seen.push('first')
      queue.push(() => seen.push('last'))
    })
    send(['a', 'b'])
    await until('all run', () => seen.length === 4)
    expect(seen).toEqual(['first', 'a', 'b', 'last'])
  })

  it('is running while a task runs, and at no other time', async () => {
    expect(queue.isRunning).toBe(false)
    queue.push(() => seen.push(queue.isRunning))
    send([])
    await until('run', () => seen.length === 1)
    expect([...seen, queue.isRunning]).toEqual([true, false])
  })

  it('says when it is through with a message, and each time that it lets others have their turn', async () => {
    const states: unknown[] = []
    queue.onIdle = vi.fn(() => states.push([seen.length, queue.isEmpty, queue.isRunning]))
    send(['a', 'b'])
    await until('all run', () => states.length > 0)
    expect(states).toEqual([[2, true, false]])
    send(count(0, 200))
    await until('all run', () => seen.length === 202)
    expect(states.length).toBeGreaterThan(2)
    expect(states.slice(0, -1)).not.toContainEqual([202, true, false])
    expect(states.at(-1)).toEqual([202, true, false])
    for (const [, , isRunning] of states as boolean[][]) expect(isRunning).toBe(false)
  })

  it('wakes itself only where there is something left, however many messages have come', async () => {
    const progress: number[] = []
    queue.onIdle = () => progress.push(seen.length)
    for (let i = 0; i < 10; i += 1) send(count(i * 100, 100))
    await until('all run', () => seen.length === 1000)
    await takeTurns(5)
    expect(progress).toEqual([...new Set(progress)])
  })

  it('runs what no message has brought', async () => {
    queue.push(() => seen.push('first'))
    queue.wake()
    queue.push(() => seen.push('second'))
    queue.wake()
    expect(seen).toEqual([])
    await until('all run', () => seen.length === 2)
    expect(seen).toEqual(['first', 'second'])
  })

  it('says so for a message that brings nothing, too', async () => {
    const idle = vi.fn<() => void>()
    queue.onIdle = idle
    send([])
    await until('idle', () => idle.mock.calls.length > 0)
  })
})
