import { beforeEach, expect, it, vi } from 'vitest'
import { freeMemory } from '../../../src/main/free-memory.ts'

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
  const buffer = new ArrayBuffer(1)
  freeMemory(buffer)
  expect([transfer.mock.contexts, transfer.mock.calls]).toEqual([[buffer], [[0]]])
})

it('leaves a buffer without bytes alone: one of them may serve many messages', () => {
  freeMemory(new ArrayBuffer(0))
  expect(transfer).not.toHaveBeenCalled()
})
