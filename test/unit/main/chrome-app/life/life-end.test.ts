import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { launchData, Rig } from './rig.ts'

let rig: Rig

beforeEach(() => {
  vi.useFakeTimers()
  rig = new Rig()
})
afterEach(() => vi.useRealTimers())

describe('an app in a program that goes on without it', () => {
  beforeEach(() => {
    rig = new Rig(true)
    rig.start()
  })

  const ends: [string, () => void][] = [
    ['closes its background page', () => rig.close()],
    ['reloads itself again and again', () => Array.from({ length: 31 }, () => rig.life.reload())],
    [
      'crashes again',
      () => {
        rig.crash('oom', 5)
        rig.crash('oom', 5)
      },
    ],
  ]

  it.each(ends)('is over when it %s, and starts anew with its next launch', (_what, end) => {
    end()
    const log = rig.take()
    expect(log.filter((entry) => entry === 'quit' || entry === 'fail')).toEqual([])
    expect(log.lastIndexOf('destroy')).toBeGreaterThan(log.lastIndexOf('open'))
    rig.life.launch('app_launcher')
    expect(rig.take()).toEqual(['open'])
    rig.life.ready()
    expect(rig.take()).toEqual([{ ...launchData, source: 'app_launcher' }])
  })

  it('is started again after a crash that follows on such a launch', () => {
    for (let i = 0; i < 2; i += 1) rig.crash('oom', 5)
    rig.life.launch('app_launcher')
    rig.life.ready()
    rig.take()
    rig.crash('oom', 5)
    expect(rig.take()).toContain('open')
  })
})

describe('the end of an app', () => {
  it('waits until the pages have kept what they want to keep', async () => {
    const ended = rig.life.end()
    void rig.life.end()
    expect(rig.take()).toEqual(['suspend'])
    await vi.advanceTimersByTimeAsync(4000)
    expect(rig.life.isEnding).toBe(false)
    rig.confirm(true)
    await ended
    expect(rig.take()).toEqual(['destroy'])
    expect(rig.life.isEnding).toBe(true)
  })

  it('is not canceled by a launch', async () => {
    const ended = rig.life.end()
    rig.life.launch('command_line')
    rig.confirm(true)
    await ended
    expect(rig.take()).toEqual(['suspend', 'destroy'])
  })

  it('does not come by an answer to one that has been called off', async () => {
    rig.start()
    await vi.advanceTimersByTimeAsync(10_000)
    const { round } = rig
    rig.life.launch('command_line')
    await vi.advanceTimersByTimeAsync(10_000)
    rig.take()
    rig.life.confirmSuspending(round, false)
    await vi.advanceTimersByTimeAsync(4999)
    expect(rig.take()).toEqual([])
    rig.confirm(false)
    await vi.advanceTimersByTimeAsync(0)
    expect(rig.take()).toEqual(['quit'])
  })

  it('is called off by a launch as soon as that begins', async () => {
    rig.start()
    vi.advanceTimersByTime(10_000)
    expect(rig.take()).toEqual(['suspend'])
    const launched = rig.life.launchSoon(
      'command_line',
      new Promise((resolve) => {
        setTimeout(() => resolve(() => rig.log.push('launched with files')), 7000)
      }),
    )
    await vi.advanceTimersByTimeAsync(6000)
    expect(rig.take()).toEqual(['canceled'])
    await vi.advanceTimersByTimeAsync(1000)
    await launched
    expect(rig.take()).toEqual(['launched with files'])
    await rig.life.launchSoon('command_line', Promise.resolve(undefined))
    expect(rig.take()).toEqual([{ ...launchData, source: 'command_line' }])
  })

  it('does not wait for pages whose process is ended meanwhile, nor starts them again', async () => {
    rig.start()
    const ended = rig.life.end()
    rig.crash('clean-exit', 0)
    await ended
    expect(rig.take()).toEqual(['suspend', 'destroy'])
  })

  it('waits for five seconds at most, and not at all without pages', async () => {
    const ended = rig.life.end()
    await vi.advanceTimersByTimeAsync(5000)
    await ended
    expect(rig.take()).toEqual(['suspend', 'destroy'])
    const other = new Rig()
    other.hasBackground = false
    await other.life.end()
    expect(other.take()).toEqual(['suspend', 'destroy'])
  })
})
