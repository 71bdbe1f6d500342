import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Life } from '../../../../../src/main/chrome-app/life/life.ts'
import type { SocketReport } from '../../../../../src/main/types.ts'
import { launchData, Rig } from './rig.ts'

let rig: Rig

beforeEach(() => {
  vi.useFakeTimers()
  rig = new Rig()
})
afterEach(() => vi.useRealTimers())

describe('an app', () => {
  it('is launched when its background page has loaded', () => {
    rig.life.start()
    rig.life.launch('command_line')
    expect(rig.take()).toEqual(['open'])
    rig.life.ready()
    expect(rig.take()).toEqual([
      { ...launchData, source: 'load_and_launch' },
      { ...launchData, source: 'command_line' },
    ])
    rig.life.ready()
    expect(rig.take()).toEqual([])
  })

  it('is told first that it is new', () => {
    rig.installed = { reason: 'update', previousVersion: '1.1' }
    rig.life.start()
    rig.life.ready()
    expect(rig.take()).toEqual([
      'open',
      { reason: 'update', previousVersion: '1.1' },
      { ...launchData, source: 'load_and_launch' },
    ])
  })

  it.each<[string, (life: Life) => void]>([
    ['starts', (life) => life.start()],
    [
      'is made anew, without the windows that it had',
      (life) => {
        life.start()
        life.ready()
        life.reload()
        life.noteWindowGone()
      },
    ],
  ])('does not end while its background page loads, however long that takes, when it %s', (_when, act) => {
    act(rig.life)
    rig.take()
    vi.advanceTimersByTime(60_000)
    expect(rig.take()).toEqual([])
    rig.life.ready()
    rig.take()
    vi.advanceTimersByTime(20_000)
    expect(rig.take()).toEqual(['suspend'])
  })

  it.each([true, false])('is launched again after a reload, if a window was to be seen: %s', (active) => {
    rig.active = active
    rig.life.reload()
    rig.life.ready()
    const launches = active ? [{ ...launchData, source: 'reload' }] : []
    expect(rig.take()).toEqual(['destroy', 'open', { reason: 'update', previousVersion: '1.2' }, ...launches])
  })

  it('restarts from a reload, or a crash, until its new pages have loaded', () => {
    rig.start()
    expect(rig.life.isRestarting).toBe(false)
    rig.life.reload()
    expect(rig.life.isRestarting).toBe(true)
    rig.life.ready()
    expect(rig.life.isRestarting).toBe(false)
    rig.crash('crashed', 1)
    expect(rig.life.isRestarting).toBe(true)
  })

  it('may not reload itself again and again', () => {
    for (let i = 0; i < 30; i += 1) rig.life.reload()
    rig.take()
    rig.life.reload()
    expect(rig.take()).toEqual([
      'electron-chrome-sockets: the app reloads itself again and again, and is ended',
      'fail',
    ])
  })

  it('may reload itself every ten seconds', () => {
    for (let i = 0; i < 40; i += 1) {
      vi.advanceTimersByTime(10_000)
      rig.life.reload()
    }
    expect(rig.take()).not.toContain('fail')
  })

  it('ends with its background page', () => {
    rig.start()
    rig.close()
    expect(rig.take()).toEqual(['quit'])
  })
})

describe('an app whose process crashes', () => {
  const message = "electron-chrome-sockets: the process of the app's pages has gone (oom): "

  beforeEach(() => rig.start())

  it('is started again, once', () => {
    rig.active = true
    rig.crash('oom', 5)
    rig.life.ready()
    expect(rig.take()).toEqual([
      `${message}it is started again`,
      'destroy',
      'open',
      { reason: 'oom', exitCode: 5, restarts: true },
      { ...launchData, source: 'restart' },
    ])
    rig.crash('oom', 5)
    expect(rig.take()).toEqual([
      `${message}it has done so before, and is ended`,
      'destroy',
      'fail',
      { reason: 'oom', exitCode: 5, restarts: false },
    ])
  })

  it.each([
    [true, ['restarted']],
    [false, []],
  ])('is not launched where nothing was to be seen; it listens to onRestarted: %s', (hears, told) => {
    rig.hearsRestarts = hears
    rig.crash('oom', 5)
    rig.take()
    rig.life.ready()
    expect(rig.take()).toEqual(told)
  })
})

describe('an app that has nothing to do', () => {
  const endIdle = ['suspend']

  beforeEach(() => rig.start())

  it('ends ten seconds after a launch that has come to nothing', () => {
    vi.advanceTimersByTime(9999)
    expect(rig.take()).toEqual([])
    vi.advanceTimersByTime(1)
    expect(rig.take()).toEqual(endIdle)
  })

  it('ends the program at once where no page listens to its end', async () => {
    vi.advanceTimersByTime(10_000)
    rig.confirm(false)
    await vi.advanceTimersByTimeAsync(0)
    expect(rig.take()).toEqual(['suspend', 'quit'])
    await rig.life.end()
    expect(rig.take()).toEqual(['destroy'])
  })

  it('has five seconds where one does, even if it calls nothing', async () => {
    vi.advanceTimersByTime(10_000)
    rig.confirm(true)
    await vi.advanceTimersByTimeAsync(4999)
    expect(rig.take()).toEqual(['suspend'])
    await vi.advanceTimersByTimeAsync(1)
    expect(rig.take()).toEqual(['quit'])
  })

  it('ends once, whatever it opens and closes meanwhile', async () => {
    vi.advanceTimersByTime(10_000)
    rig.confirm(true)
    rig.life.noteWindowGone()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(rig.take()).toEqual(['suspend', 'quit'])
  })

  const reasons: [string, () => void][] = [
    ['a window', () => (rig.windows = 1)],
    ['an alarm', () => (rig.alarms = true)],
    ['a call that waits for its answer', () => (rig.pendingCalls = true)],
    ['a socket that listens', () => (rig.sockets = [{ state: 'listening' }])],
  ]

  it.each(reasons)('goes on after these five seconds if there is %s then', async (_what, open) => {
    vi.advanceTimersByTime(10_000)
    open()
    rig.life.noteCall()
    rig.confirm(true)
    await vi.advanceTimersByTimeAsync(4999)
    expect(rig.take()).toEqual(['suspend'])
    await vi.advanceTimersByTimeAsync(1)
    expect(rig.take()).toEqual(['canceled'])
    rig.windows = 0
    rig.alarms = false
    rig.pendingCalls = false
    rig.sockets = []
    await vi.advanceTimersByTimeAsync(10_000)
    expect(rig.take()).toEqual(endIdle)
  })

  it('has no more time than it needs when the program is ended meanwhile', async () => {
    vi.advanceTimersByTime(10_000)
    rig.confirm(true)
    await rig.life.end()
    expect(rig.take()).toEqual(['suspend', 'destroy'])
  })

  it('goes on when something comes while it is being suspended', async () => {
    vi.advanceTimersByTime(10_000)
    rig.life.launch('command_line')
    rig.confirm(true)
    await vi.advanceTimersByTimeAsync(9999)
    expect(rig.take()).toEqual(['suspend', 'canceled', { ...launchData, source: 'command_line' }])
    vi.advanceTimersByTime(1)
    expect(rig.take()).toEqual(endIdle)
  })

  it('ends soon after its last window, unless it opens another', () => {
    rig.life.noteWindowGone()
    vi.advanceTimersByTime(500)
    rig.windows = 1
    vi.advanceTimersByTime(60_000)
    expect(rig.take()).toEqual([])
    rig.windows = 0
    rig.life.noteWindowGone()
    vi.advanceTimersByTime(1000)
    expect(rig.take()).toEqual(endIdle)
  })

  it('goes on with a call that waits for its answer, and for a while afterwards', () => {
    rig.pendingCalls = true
    rig.life.noteWindowGone()
    vi.advanceTimersByTime(60_000)
    expect(rig.take()).toEqual([])
    rig.pendingCalls = false
    vi.advanceTimersByTime(10_000)
    expect(rig.take()).toEqual(endIdle)
  })

  it.each<Partial<SocketReport>>([
    { persistent: false, state: 'listening' },
    { persistent: true, state: 'connected' },
  ])('goes on with a socket %j', (socket) => {
    rig.sockets = [socket]
    rig.life.noteWindowGone()
    vi.advanceTimersByTime(60_000)
    expect(rig.take()).toEqual([])
  })

  it('goes on for a while after a call that the pages answer themselves, unless it is being suspended', async () => {
    await vi.advanceTimersByTimeAsync(9000)
    rig.life.noteCall()
    await vi.advanceTimersByTimeAsync(9000)
    expect(rig.take()).toEqual([])
    await vi.advanceTimersByTimeAsync(1000)
    expect(rig.take()).toEqual(['suspend'])
    rig.life.noteCall()
    expect(rig.take()).toEqual([])
  })

  it('goes on with a connection only for as long as something is received', () => {
    const connection = { persistent: false, state: 'connected', bytesReceived: 0, bytesSent: 0 } as const
    rig.sockets = [connection]
    rig.life.noteWindowGone()
    rig.sockets = [{ ...connection, bytesReceived: 1 }]
    vi.advanceTimersByTime(10_000)
    expect(rig.take()).toEqual([])
    vi.advanceTimersByTime(10_000)
    expect(rig.take()).toEqual(endIdle)
  })

  it('goes on where the program is to', () => {
    const other = new Rig(true)
    other.start()
    other.life.noteWindowGone()
    vi.advanceTimersByTime(60_000)
    expect(other.take()).toEqual([])
  })
})
