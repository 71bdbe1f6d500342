import { expect, it } from 'vitest'
import { AskerGone, TurnQueue } from '../../../../src/main/chrome-app/turn-queue.ts'
import { settle } from '../../../support/until.ts'

const page = {}
const other = {}

/** Something that is over when it is said to be. */
function createWork() {
  let end = (): void => {}
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  return { act: () => ended, end }
}

it('of a page that has gone nothing more is begun, and others go on behind what is under way', async () => {
  const queue = new TurnQueue()
  const begun: string[] = []
  const note = (name: string) => async (): Promise<string> => {
    begun.push(name)
    return name
  }
  const { act, end } = createWork()
  const first = queue.do(page, act)
  const dropped = queue.do(page, note('dropped'))
  const kept = queue.do(other, note('kept'))
  queue.forget(page)
  await expect(dropped).rejects.toThrow(AskerGone)
  expect(begun).toEqual([])
  end()
  await first
  expect(await kept).toBe('kept')
  expect(await queue.do(page, note('later'))).toBe('later')
  expect(begun).toEqual(['kept', 'later'])
})

it('what waits for all pages is dropped with all of them', async () => {
  const queue = new TurnQueue()
  const { act, end } = createWork()
  const first = queue.do(page, act)
  const waiting = [page, other].map((asker) => queue.do(asker, act))
  queue.forget()
  const outcomes = await Promise.allSettled(waiting)
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  end()
  await first
})

it('what fails at once fails by itself', async () => {
  const queue = new TurnQueue()
  const fail = (): never => {
    throw new Error('at once')
  }
  await expect(queue.do(page, fail)).rejects.toThrow('at once')
  expect(await queue.do(page, () => Promise.resolve('next'))).toBe('next')
})

it('what is dropped is dropped in turns, whatever is under way', async () => {
  const queue = new TurnQueue()
  const { act, end } = createWork()
  const first = queue.do(other, act)
  let begun = 0
  let dropped = 0
  for (let i = 0; i < 5000; i += 1)
    queue
      .do(page, async () => (begun += 1))
      .catch(() => {
        dropped += 1
      })
  queue.forget(page)
  const counts: number[] = []
  for (let turn = 0; turn < 5; turn += 1) {
    await new Promise(setImmediate)
    counts.push(dropped)
  }
  // The first ones at once.
  expect(counts).toEqual([2000, 3000, 4000, 5000, 5000])
  end()
  await first
  await settle()
  expect(begun).toBe(0)
})
