import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Pauses } from '../../../../src/main/chrome-app/pauses.ts'

let said: [number, unknown][]
let pauses: Pauses
let held: Set<number>
const listeners = process.listenerCount('exit')

beforeEach(() => {
  vi.useFakeTimers()
  said = []
  vi.spyOn(process, 'kill').mockImplementation((pid, signal) => {
    if (pid === 404) throw new Error('ESRCH')
    said.push([pid, signal])
    return true
  })
  held = new Set()
  pauses = new Pauses((pid) => held.has(pid))
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

it('whom somebody else has stopped meanwhile, that one resumes', () => {
  pauses.add(7)
  held.add(7)
  vi.runAllTimers()
  expect(said).toEqual([[7, 'SIGSTOP']])
  expect(pauses.isEmpty).toBe(true)
})

it('what has ended, and what is no process of a page, is not waited for', () => {
  for (const pid of [404, 0, -1, process.pid]) pauses.add(pid)
  expect(pauses.isEmpty).toBe(true)
  expect(said).toEqual([])
})

it('a program that ends leaves nobody behind who waits', () => {
  pauses.add(7)
  new Pauses(() => false).add(8)
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
