import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Pauses } from '../../../../src/main/chrome-app/pauses.ts'

let said: [number, unknown][]
let pauses: Pauses
const listeners = process.listenerCount('exit')

beforeEach(() => {
  vi.useFakeTimers()
  said = []
  vi.spyOn(process, 'kill').mockImplementation((pid, signal) => {
    if (pid === 404) throw new Error('ESRCH')
    said.push([pid, signal])
    return true
  })
  pauses = new Pauses()
})

afterEach(() => {
  vi.runAllTimers()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

it('one after the other goes on, the first one first, each once', () => {
  for (const pid of [7, 8, 7]) pauses.add(pid)
  expect(pauses.isEmpty).toBe(false)
  expect(said).toEqual([
    [7, 'SIGSTOP'],
    [8, 'SIGSTOP'],
  ])
  vi.advanceTimersByTime(20)
  expect(said.slice(2)).toEqual([[7, 'SIGCONT']])
  vi.runAllTimers()
  expect(said.slice(3)).toEqual([[8, 'SIGCONT']])
  expect(pauses.isEmpty).toBe(true)
  pauses.add(9)
  vi.advanceTimersByTime(20)
  expect(said.slice(4)).toEqual([
    [9, 'SIGSTOP'],
    [9, 'SIGCONT'],
  ])
})

it('what has ended, and what is no process of a page, is not waited for', () => {
  for (const pid of [404, 0, -1, process.pid]) pauses.add(pid)
  expect(pauses.isEmpty).toBe(true)
  expect(said).toEqual([])
})

it('a program that ends leaves nobody behind who waits', () => {
  pauses.add(7)
  new Pauses().add(8)
  expect(process.listenerCount('exit')).toBe(listeners + 1)
  said = []
  const [resume] = process.listeners('exit').slice(-1)
  resume?.(0)
  expect(said).toEqual([
    [7, 'SIGCONT'],
    [8, 'SIGCONT'],
  ])
  vi.runAllTimers()
  expect(process.listenerCount('exit')).toBe(listeners)
})
