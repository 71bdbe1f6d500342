import { closeChannels } from '../../../support/page-builtins.ts'
import { afterEach, describe, expect, it } from 'vitest'
import { TaskQueue } from '../../../../src/preload/main-world/task-queue.ts'
import { until } from '../../../support/until.ts'

afterEach(closeChannels)

describe('a task queue', () => {
  it('runs the first task at once and the others in tasks of their own, microtasks in between', async () => {
    const seen: string[] = []
    const queue = new TaskQueue()
    const push = (name: string): void =>
      queue.push(() => {
        seen.push(name)
        void Promise.resolve()
          .then(() => seen.push(`${name}1`))
          .then(() => seen.push(`${name}2`))
      })
    for (const name of ['a', 'b', 'c']) push(name)
    queue.run()
    expect(seen).toEqual(['a'])
    await until('all run', () => seen.length === 9)
    expect(seen).toEqual(['a', 'a1', 'a2', 'b', 'b1', 'b2', 'c', 'c1', 'c2'])
  })

  it('runs nothing out of turn when it is woken while tasks wait', async () => {
    const seen: string[] = []
    const queue = new TaskQueue()
    queue.push(() => seen.push('a'))
    queue.push(() => seen.push('b'))
    queue.run()
    queue.push(() => seen.push('c'))
    queue.run()
    expect(seen).toEqual(['a'])
    await until('all run', () => seen.length === 3)
    expect(seen).toEqual(['a', 'b', 'c'])
  })

  it('goes on after it was empty', async () => {
    const seen: string[] = []
    const queue = new TaskQueue()
    queue.push(() => seen.push('a'))
    queue.push(() => seen.push('b'))
    queue.run()
    await until('both run', () => seen.length === 2)
    queue.run()
    queue.push(() => seen.push('c'))
    queue.push(() => seen.push('d'))
    queue.run()
    await until('all run', () => seen.length === 4)
    expect(seen).toEqual(['a', 'b', 'c', 'd'])
  })

  it('runs a task that another one has added after those that were there', async () => {
    const seen: string[] = []
    const queue = new TaskQueue()
    queue.push(() => {
      seen.push('a')
      queue.push(() => seen.push('c'))
    })
    queue.push(() => seen.push('b'))
    queue.run()
    await until('all run', () => seen.length === 3)
    expect(seen).toEqual(['a', 'b', 'c'])
  })
})
