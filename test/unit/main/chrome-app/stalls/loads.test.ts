import { expect, it } from 'vitest'
import { Loads } from '../../../../../src/main/chrome-app/stalls/loads.ts'
import type { Load } from '../../../../../src/main/chrome-app/stalls/machine.ts'
import { idle } from './behaviours.ts'
import { Model } from './model.ts'

/** Processes of which the machine says that, each by its number. */
function make(loads: Map<number, Load>) {
  const { machine } = new Model({})
  return Object.assign(machine, {
    listProcesses: () => loads.keys(),
    readLoad: (pid: number) => loads.get(pid),
  })
}

it('who has computed is listed, who most first; who has not is not', () => {
  const loads = new Map<number, Load>([1, 2, 3, 4].map((pid) => [pid, [100]]))
  const since = new Loads(make(loads))
  loads.set(1, [100.5])
  loads.set(3, [107])
  loads.set(4, [103])
  expect(since.readSince()).toEqual([
    { pid: 3, time: 7 },
    { pid: 4, time: 3 },
    { pid: 1, time: 0.5 },
  ])
})

it('of one that was not there all counts that it has computed', () => {
  const loads = new Map<number, Load>([[1, [5]]])
  const since = new Loads(make(loads))
  loads.set(2, [3, 4])
  expect(since.readSince()).toEqual([{ pid: 2, time: 4 }])
  expect([since.has(1), since.has(2)]).toEqual([true, false])
})

it('one that had gone was not there', () => {
  const { machine } = new Model({ 1: idle })
  Object.assign(machine, { readLoad: () => undefined })
  const since = new Loads(machine)
  expect(since.has(1)).toBe(false)
  expect(since.measure(1)).toBe(0)
})

it('one that has gone since has computed nothing', () => {
  const loads = new Map<number, Load>([[1, [5]]])
  const since = new Loads(make(loads))
  loads.delete(1)
  expect(since.measure(1)).toBe(0)
})

it('the way counts that counts most, of those in which it was counted before', () => {
  const loads = new Map<number, Load>([[1, [10, 20]]])
  const since = new Loads(make(loads))
  loads.set(1, [20, 22.5])
  expect(since.measure(1)).toBe(10)
  loads.set(1, [10, 22.5, 5000])
  expect(since.measure(1)).toBe(2.5)
  // Another process has its number.
  loads.set(1, [1, 2])
  expect(since.measure(1)).toBe(0)
})
