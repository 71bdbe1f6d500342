import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Pictures } from '../../../../../src/main/chrome-app/guests/pictures.ts'
import { AskerGone } from '../../../../../src/main/chrome-app/turn-queue.ts'

const page = {}

let pictures: Pictures
let begun: number[]
let ends: (() => void)[]

const take = (number: number, by = page): Promise<number> =>
  pictures.take(by, async () => {
    begun.push(number)
    await new Promise<void>((resolve) => void ends.push(resolve))
    return number
  })

const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0)

beforeEach(() => {
  vi.useFakeTimers()
  pictures = new Pictures()
  begun = []
  ends = []
})

afterEach(() => {
  vi.useRealTimers()
})

it('are taken one after the other, and one that takes too long holds up nobody', async () => {
  const taken = [take(1), take(2), take(3)]
  await settle()
  expect(begun).toEqual([1])
  ends[0]?.()
  await settle()
  expect(begun).toEqual([1, 2])
  await vi.advanceTimersByTimeAsync(999)
  expect(begun).toEqual([1, 2])
  await vi.advanceTimersByTimeAsync(1)
  expect(begun).toEqual([1, 2, 3])
  for (const end of ends) end()
  expect(await Promise.all(taken)).toEqual([1, 2, 3])
  expect(vi.getTimerCount()).toBe(0)
})

it('are not taken any more for a page that has gone', async () => {
  const taken = [take(1), take(3, {})]
  const lost = take(2)
  await settle()
  pictures.forget(page)
  await expect(lost).rejects.toBeInstanceOf(AskerGone)
  ends[0]?.()
  await settle()
  expect(begun).toEqual([1, 3])
  ends[1]?.()
  await Promise.all(taken)
})
