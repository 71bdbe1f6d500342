import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Budget } from '../../../../src/main/memory/budget.ts'
import { Payload } from '../../../../src/main/calls/payload.ts'

const { freeMemory } = vi.hoisted(() => ({ freeMemory: vi.fn() }))
vi.mock(import('../../../../src/main/memory/free-memory.ts'), () => ({ freeMemory }))

const size = 100
let memory: ArrayBuffer
let payload: Payload
let budget: Budget

function enter(users: number): void {
  memory = Uint8Array.from({ length: size }, (_, i) => i).buffer
  payload = new Payload(memory)
  budget = new Budget(size)
  for (let i = 0; i < users; i += 1) payload.addUser()
}

beforeEach(() => {
  freeMemory.mockClear()
})

describe('bytes', () => {
  it('of at least half of the message are lent as they are, whatever the budget', () => {
    enter(1)
    budget.take(size)
    const { bytes } = payload.lend(20, 50, budget)
    expect([bytes.buffer, bytes[0], bytes.byteLength]).toEqual([memory, 20, 50])
  })

  it('that are few are lent as they are while the budget has room for the message', () => {
    enter(2)
    expect(payload.lend(10, 1, budget).bytes.buffer).toBe(memory)
    expect(payload.lend(20, 1, budget).bytes.buffer).toBe(memory)
    expect(budget.take(1)).toBe(false)
  })

  it('that are few are copied beyond the budget', () => {
    enter(1)
    budget.take(1)
    const { bytes } = payload.lend(10, 2, budget)
    expect([...bytes]).toEqual([10, 11])
    expect(bytes.buffer.byteLength).toBe(2)
  })
})

describe('the budget has the message back', () => {
  it('when the last loan has ended, be it for good or ill', () => {
    enter(3)
    const [first, second] = [payload.lend(0, 1, budget), payload.lend(1, 1, budget)]
    first.end(true)
    expect(budget.take(1)).toBe(false)
    second.end(false)
    expect(budget.take(size)).toBe(true)
  })

  it('though others, who may never come, have not used it', () => {
    enter(2)
    payload.lend(0, 1, budget).end(true)
    expect(budget.take(size)).toBe(true)
  })

  it('are held again for each later loan, and given back each time', () => {
    enter(5)
    for (let i = 0; i < 4; i += 1) {
      const loan = payload.lend(i, 1, budget)
      expect(budget.take(1)).toBe(false)
      loan.end(true)
      expect(budget.take(size)).toBe(true)
      budget.giveBack(size)
    }
  })
})

describe('the memory is free', () => {
  it('when all users have had their bytes sent, had them copied, or had no need for them', () => {
    enter(3)
    payload.lend(0, 60, budget).end(true)
    payload.dismiss()
    expect(freeMemory).not.toHaveBeenCalled()
    budget.take(size)
    const copied = payload.lend(0, 1, budget)
    expect(freeMemory.mock.calls).toEqual([[memory]])
    copied.end(true)
    expect(freeMemory).toHaveBeenCalledTimes(1)
  })

  it('not while one of them sends', () => {
    enter(2)
    const slow = payload.lend(0, 60, budget)
    payload.lend(60, 40, budget).end(true)
    expect(freeMemory).not.toHaveBeenCalled()
    slow.end(true)
    expect(freeMemory).toHaveBeenCalledTimes(1)
  })

  it('never at once when one has failed: the system may still read it', () => {
    enter(2)
    payload.lend(0, 60, budget).end(false)
    payload.lend(60, 40, budget).end(true)
    expect(freeMemory).not.toHaveBeenCalled()
  })
})
