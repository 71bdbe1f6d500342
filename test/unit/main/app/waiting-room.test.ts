import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WaitingRoom } from '../../../../src/main/app/waiting-room.ts'
import type { Waiter } from '../../../../src/main/app/waiting-room.ts'
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
  vi.useRealTimers()
})

const waiter = (name: string): Waiter => ({ pump: () => called.push(name) })

describe('a waiting room', () => {
  it('passes on whether one can go on', () => {
    expect([room.check(waiter('a'), true), room.check(waiter('a'), false)]).toEqual([true, false])
  })

  it('calls those that could not go on, once, in the order in which they came', () => {
    const [first, second, third] = [waiter('first'), waiter('second'), waiter('third')]
    room.check(first, false)
    room.check(second, true)
    room.check(third, false)
    room.check(first, false)
    room.callAll()
    room.callAll()
    expect(called).toEqual(['first', 'third'])
  })

  it('does not call one that could go on meanwhile', () => {
    const one = waiter('one')
    room.check(one, false)
    room.check(one, true)
    room.callAll()
    expect(called).toEqual([])
  })

  it('calls one again that still cannot go on only the next time', () => {
    const stubborn: Waiter = {
      pump: () => {
        called.push('stubborn')
        room.check(stubborn, false)
      },
    }
    room.check(stubborn, false)
    room.callAll()
    expect(called).toEqual(['stubborn'])
    room.callAll()
    expect(called).toEqual(['stubborn', 'stubborn'])
  })

  it('calls all without being told when their patience is at an end, and again after that', () => {
    const stubborn: Waiter = {
      pump: () => {
        called.push('stubborn')
        room.check(stubborn, false)
      },
    }
    room.check(stubborn, false)
    vi.advanceTimersByTime(flowControl.patience - 1)
    expect(called).toEqual([])
    vi.advanceTimersByTime(1)
    expect(called).toEqual(['stubborn'])
    vi.advanceTimersByTime(flowControl.patience)
    expect(called).toEqual(['stubborn', 'stubborn'])
  })

  it('keeps no timer for those that can go on, and none when it is closed', () => {
    room.check(waiter('a'), true)
    expect(vi.getTimerCount()).toBe(0)
    room.check(waiter('b'), false)
    room.check(waiter('c'), false)
    expect(vi.getTimerCount()).toBe(1)
    room.close()
    expect(vi.getTimerCount()).toBe(0)
    room.callAll()
    expect(called).toEqual([])
  })
})
