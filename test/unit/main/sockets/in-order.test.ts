import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { InOrder } from '../../../../src/main/sockets/in-order.ts'
import { settle } from '../../../support/until.ts'

let order: InOrder
let passed: string[]

beforeEach(() => {
  order = new InOrder()
  passed = []
})

afterEach(() => vi.useRealTimers())

/** Begins something that ends when it is told to. */
function begin(name: string): () => void {
  let end = (): void => {}
  const value = new Promise<string>((resolve) => (end = () => resolve(name)))
  void Promise.resolve(order.pass(value)).then((each) => passed.push(each))
  return end
}

it('what need not wait is passed at once', async () => {
  expect(order.pass('now')).toBe('now')
  begin('later')()
  await settle()
  expect(passed).toEqual(['later'])
  expect(order.pass('now')).toBe('now')
})

it('what ends early waits for those before it', async () => {
  const ends = ['a', 'b', 'c'].map(begin)
  const last = order.pass('d')
  void Promise.resolve(last).then((each) => passed.push(each))
  for (const end of ends.toReversed()) {
    expect(passed).toEqual([])
    end()
    await settle()
  }
  expect(passed).toEqual(['a', 'b', 'c', 'd'])
})

it('what takes long is not waited for for ever', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const end = begin('slow')
  begin('fast')()
  await vi.advanceTimersByTimeAsync(99)
  expect(passed).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(passed).toEqual(['fast'])
  end()
  await vi.advanceTimersByTimeAsync(0)
  expect([passed, vi.getTimerCount()]).toEqual([['fast', 'slow'], 0])
})
