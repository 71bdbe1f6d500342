import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WaitingRoom } from '../../../../src/main/app/waiting-room.ts'
import type { Waiter } from '../../../../src/main/app/waiting-room.ts'
import type { Readiness } from '../../../../src/main/sockets/readiness.ts'
import { flowControl } from '../../../../src/renderer-types/wire.ts'

let room: WaitingRoom
let called: string[]

beforeEach(() => {
  vi.useFakeTimers()
  room = new WaitingRoom()
  called = []
})

afterEach(() => {
  room.close()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const waiter = (name: string): Waiter => ({ pump: () => called.push(name) })

describe('a waiting room', () => {
  it('passes on whether one can go on', () => {
    for (const readiness of ['ready', 'busy', 'unheard'] satisfies Readiness[])
      expect(room.note(waiter('a'), readiness)).toBe(readiness)
  })

  it('calls those that could not go on, once, in the order in which they came', () => {
    const [first, second, third] = [waiter('first'), waiter('second'), waiter('third')]
    room.note(first, 'busy')
    room.note(second, 'ready')
    room.note(third, 'busy')
    room.note(first, 'busy')
    room.callForRoom()
    room.callForRoom()
    expect(called).toEqual(['first', 'third'])
  })

  it('does not call one that could go on meanwhile', () => {
    const one = waiter('one')
    room.note(one, 'busy')
    room.note(one, 'ready')
    room.callForRoom()
    expect(called).toEqual([])
  })

  it('calls one again that still cannot go on only the next time', () => {
    const stubborn: Waiter = {
      pump: () => {
        called.push('stubborn')
        room.note(stubborn, 'busy')
      },
    }
    room.note(stubborn, 'busy')
    room.callForRoom()
    expect(called).toEqual(['stubborn'])
    room.callForRoom()
    expect(called).toEqual(['stubborn', 'stubborn'])
  })

  it('calls all without being told when their patience is at an end, and again after that', () => {
    const stubborn: Waiter = {
      pump: () => {
        called.push('stubborn')
        room.note(stubborn, 'busy')
      },
    }
    room.note(stubborn, 'busy')
    vi.advanceTimersByTime(flowControl.patience - 1)
    expect(called).toEqual([])
    vi.advanceTimersByTime(1)
    expect(called).toEqual(['stubborn'])
    vi.advanceTimersByTime(flowControl.patience)
    expect(called).toEqual(['stubborn', 'stubborn'])
  })

  it('keeps no timer for those that can go on, and none when it is closed', () => {
    room.note(waiter('a'), 'ready')
    expect(vi.getTimerCount()).toBe(0)
    room.note(waiter('b'), 'busy')
    room.note(waiter('c'), 'busy')
    expect(vi.getTimerCount()).toBe(1)
    room.close()
    expect(vi.getTimerCount()).toBe(0)
    room.callForRoom()
    expect(called).toEqual([])
  })

  it('calls those that wait for a listener only when there may be one', () => {
    const one = waiter('one')
    room.note(one, 'busy')
    room.note(one, 'unheard')
    room.callForRoom()
    expect(called).toEqual([])
    room.callAll()
    room.callAll()
    expect(called).toEqual(['one'])
  })

  it('does not call one that has gone', () => {
    for (const readiness of ['busy', 'unheard'] satisfies Readiness[]) {
      const one = waiter(readiness)
      room.note(one, readiness)
      room.forget(one)
    }
    room.callAll()
    expect(called).toEqual([])
  })

  it('does not call tens of thousands in one turn, but all of them, and none that went meanwhile', () => {
    let now = 0
    vi.spyOn(performance, 'now').mockImplementation(() => now)
    const waiters = Array.from({ length: 10 }, (_, at) => ({
      pump: () => {
        called.push(String(at))
        now += 1
      },
    }))
    for (const one of waiters) room.note(one, 'unheard')
    room.callAll()
    room.callAll()
    expect(called).toHaveLength(4)
    for (const one of waiters.slice(-1)) room.forget(one)
    vi.advanceTimersToNextTimer()
    expect(called).toHaveLength(8)
    vi.advanceTimersToNextTimer()
    expect(called).toEqual(Array.from({ length: 9 }, (_, at) => String(at)))
  })
})
