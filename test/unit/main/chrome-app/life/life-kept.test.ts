import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Rig } from './rig.ts'

let rig: Rig

beforeEach(() => {
  vi.useFakeTimers()
  rig = new Rig()
  rig.start()
})
afterEach(() => vi.useRealTimers())

describe('an app whose pages have ports between them', () => {
  it('goes on with an open port, and for a while afterwards', () => {
    rig.life.notePorts(true)
    vi.advanceTimersByTime(60_000)
    expect(rig.take()).toEqual([])
    rig.life.notePorts(false)
    vi.advanceTimersByTime(9000)
    expect(rig.take()).toEqual([])
    vi.advanceTimersByTime(1000)
    expect(rig.take()).toEqual(['suspend'])
  })

  it('ends soon after its last window, with which its ports have gone', () => {
    rig.life.notePorts(true)
    rig.life.noteWindowGone()
    vi.advanceTimersByTime(200)
    rig.life.notePorts(false)
    vi.advanceTimersByTime(800)
    expect(rig.take()).toEqual(['suspend'])
  })

  it('has no open port any more when its pages are made anew', () => {
    rig.life.notePorts(true)
    rig.life.reload()
    rig.life.ready()
    rig.take()
    vi.advanceTimersByTime(10_000)
    expect(rig.take()).toEqual(['suspend'])
  })
})

it('an app has others wait who want the program while it is being suspended, and no longer', async () => {
  expect(rig.mayEnd).toBe(false)
  vi.advanceTimersByTime(10_000)
  expect(rig.mayEnd).toBe(true)
  rig.life.launch('command_line')
  await vi.advanceTimersByTimeAsync(0)
  expect(rig.mayEnd).toBe(false)
  await vi.advanceTimersByTimeAsync(10_000)
  rig.windows = 1
  expect(rig.mayEnd).toBe(true)
  await vi.advanceTimersByTimeAsync(5000)
  expect(rig.mayEnd).toBe(false)
  rig.windows = 0
  await vi.advanceTimersByTimeAsync(15_000)
  await rig.life.end()
  expect(rig.mayEnd).toBe(true)
})
