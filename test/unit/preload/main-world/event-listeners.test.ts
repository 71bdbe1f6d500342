import { expect, it, vi } from 'vitest'
import { EventSource } from '../../../../src/preload/main-world/event.ts'
import * as primordials from '../../../../src/preload/main-world/primordials.ts'

vi.mock(import('../../../../src/preload/main-world/primordials.ts'), async (load) => {
  const { append, ...others } = await load()
  return { ...others, append: vi.fn(append) as unknown as typeof append }
})

it('listeners are added without a look at those that are there, but for once after each dispatch', () => {
  const source = new EventSource(() => {})
  const append = vi.mocked(primordials.append)
  const add = (count: number): number => {
    append.mockClear()
    for (let i = 0; i < count; i += 1) source.add(() => {})
    return append.mock.calls.length
  }
  expect(add(100)).toBe(100)
  source.dispatch([])
  expect(add(100)).toBe(200)
  expect(add(100)).toBe(100)
})
