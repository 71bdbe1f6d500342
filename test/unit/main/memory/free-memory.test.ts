import { beforeEach, expect, it, vi } from 'vitest'
import { freeMemory } from '../../../../src/main/memory/free-memory.ts'

/** Stands for V8's own, which Node 20 lacks. */
const transfer = vi.hoisted(() => {
  const mock = vi.fn<(this: ArrayBuffer, length: number) => void>()
  Object.assign(ArrayBuffer.prototype, { transfer: mock })
  return mock
})

beforeEach(() => {
  transfer.mockClear()
})

it('takes all bytes away from a buffer', () => {
  const buffer = new ArrayBuffer(32_768)
  freeMemory(buffer)
  expect([transfer.mock.contexts, transfer.mock.calls]).toEqual([[buffer], [[0]]])
})

it.each([0, 1, 32_767])('leaves a buffer of %i bytes alone', (length) => {
  freeMemory(new ArrayBuffer(length))
  expect(transfer).not.toHaveBeenCalled()
})
