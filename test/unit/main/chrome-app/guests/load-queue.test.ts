import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { LoadQueue } from '../../../../../src/main/chrome-app/guests/load-queue.ts'

let queue: LoadQueue
let begun: string[]
let ends: (() => void)[]

const add = (id: number, name = String(id)): void =>
  queue.add(id, () => {
    begun.push(name)
    return new Promise((resolve) => void ends.push(resolve))
  })

/** Lets promises that are settled be heard of. */
const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0)

beforeEach(() => {
  vi.useFakeTimers()
  queue = new LoadQueue()
  begun = []
  ends = []
})

afterEach(() => {
  vi.useRealTimers()
})

it('two loads are begun at a time, and the next one when one of them is over', async () => {
  for (let id = 1; id <= 4; id += 1) add(id)
  expect(begun).toEqual(['1', '2'])
  ends[1]?.()
  await settle()
  expect(begun).toEqual(['1', '2', '3'])
})

it('a load that is not over after a second holds up no other one, and counts once', async () => {
  for (let id = 1; id <= 6; id += 1) add(id)
  await vi.advanceTimersByTimeAsync(999)
  expect(begun.length).toBe(2)
  await vi.advanceTimersByTimeAsync(1)
  expect(begun.length).toBe(4)
  for (const end of ends.slice(0, 2)) end()
  await settle()
  expect(begun.length).toBe(4)
})

it('nothing is begun in the moment in which a load ends: another one may be about to begin', async () => {
  for (let id = 1; id <= 3; id += 1) add(id)
  ends[0]?.()
  for (let i = 0; i < 20; i += 1) await Promise.resolve()
  expect(begun).toEqual(['1', '2'])
  await settle()
  expect(begun).toEqual(['1', '2', '3'])
})

it('a load that fails makes room, too', async () => {
  for (let id = 1; id <= 2; id += 1) queue.add(id, () => Promise.reject(new Error('failed')))
  add(3)
  await settle()
  expect(begun).toEqual(['3'])
})

it('of a guest the last one that waits counts, and none when it has gone', async () => {
  for (let id = 1; id <= 2; id += 1) add(id)
  add(3, 'earlier')
  add(4, 'of one that goes')
  add(3, 'later')
  queue.remove(4)
  for (const end of ends) end()
  await settle()
  expect(begun).toEqual(['1', '2', 'later'])
})
