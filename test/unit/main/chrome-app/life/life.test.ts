import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Life } from '../../../../../src/main/chrome-app/life/life.ts'
import type { Installed } from '../../../../../src/main/chrome-app/life/installed-version.ts'
import type { SocketReport } from '../../../../../src/main/types.ts'

const launchData = { isDemoSession: false, isKioskSession: false, isPublicSession: false }

/** An app whose pages and program write down what is done to them. */
class Rig {
  readonly log: unknown[] = []
  windows = 0
  active = false
  hasBackground = true
  installed: Installed | undefined
  sockets: Partial<SocketReport>[] = []
  readonly life = new Life(
    {
      version: '1.2',
      openBackground: ({ onCrash, onLoad }) => {
        this.log.push('open')
        this.load = onLoad
        this.crash = onCrash
      },
      destroyPages: () => this.log.push('destroy'),
      hasWindows: () => this.windows > 0,
      isActive: () => this.active,
      raiseInstalled: (details) => this.log.push(details),
      raiseLaunched: (data) => this.log.push(data),
      tellSuspending: () => {
        this.log.push('suspend')
        return this.hasBackground
      },
    },
    {
      logger: { warn: () => {}, error: (message) => this.log.push(message) },
      sockets: () => this.sockets as SocketReport[],
      noteVersion: () => this.installed,
      quit: () => this.log.push('quit'),
    },
  )
  load = (): void => {}
  crash: (reason: string) => void = () => {}

  /** What has been done since this was last asked. */
  take(): unknown[] {
    return this.log.splice(0)
  }
}

let rig: Rig

beforeEach(() => {
  vi.useFakeTimers()
  rig = new Rig()
})
afterEach(() => vi.useRealTimers())

describe('an app', () => {
  it('is launched when its background page has loaded', () => {
    rig.life.start()
    expect(rig.take()).toEqual(['open'])
    rig.load()
    expect(rig.take()).toEqual([{ ...launchData, source: 'load_and_launch' }])
  })

  it('is told first that it is new', () => {
    rig.installed = { reason: 'update', previousVersion: '1.1' }
    rig.life.start()
    rig.load()
    expect(rig.take()).toEqual([
      'open',
      { reason: 'update', previousVersion: '1.1' },
      { ...launchData, source: 'load_and_launch' },
    ])
  })

  it.each([true, false])('is launched again after a reload, if a window was to be seen: %s', (active) => {
    rig.active = active
    rig.life.reload()
    rig.load()
    const launches = active ? [{ ...launchData, source: 'reload' }] : []
    expect(rig.take()).toEqual(['destroy', 'open', { reason: 'update', previousVersion: '1.2' }, ...launches])
  })

  it('is started again when its process crashes, once', () => {
    const message = "electron-chrome-sockets: the process of the app's pages has gone (oom)"
    rig.life.start()
    rig.take()
    rig.crash('oom')
    rig.load()
    expect(rig.take()).toEqual([message, 'destroy', 'open', { ...launchData, source: 'reload' }])
    rig.crash('oom')
    expect(rig.take()).toEqual([message, 'destroy', 'quit'])
  })

  it('ends ten seconds after a launch that has come to nothing', () => {
    rig.life.launch('load_and_launch')
    rig.take()
    vi.advanceTimersByTime(9999)
    expect(rig.take()).toEqual([])
    vi.advanceTimersByTime(1)
    expect(rig.take()).toEqual(['quit'])
  })

  it('ends soon after its last window, unless it opens another', () => {
    rig.life.keepAlive.checkAfterWindow()
    vi.advanceTimersByTime(500)
    rig.windows = 1
    vi.advanceTimersByTime(60_000)
    expect(rig.take()).toEqual([])
    rig.windows = 0
    rig.life.keepAlive.checkAfterWindow()
    vi.advanceTimersByTime(1000)
    expect(rig.take()).toEqual(['quit'])
  })

  it.each<Partial<SocketReport>>([
    { persistent: false, state: 'listening' },
    { persistent: true, state: 'connected' },
  ])('goes on with a socket %j', (socket) => {
    rig.sockets = [socket]
    rig.life.keepAlive.checkAfterWindow()
    vi.advanceTimersByTime(60_000)
    expect(rig.take()).toEqual([])
  })

  it('does not go on with a connection', () => {
    rig.sockets = [{ persistent: false, state: 'connected' }]
    rig.life.keepAlive.checkAfterWindow()
    vi.advanceTimersByTime(1000)
    expect(rig.take()).toEqual(['quit'])
  })
})

describe('the end of an app', () => {
  it('waits until the pages have kept what they want to keep', async () => {
    const ended = rig.life.end()
    void rig.life.end()
    expect(rig.take()).toEqual(['suspend'])
    await vi.advanceTimersByTimeAsync(4000)
    expect(rig.life.isEnding).toBe(false)
    rig.life.confirmSuspending()
    await ended
    expect(rig.take()).toEqual(['destroy'])
    expect(rig.life.isEnding).toBe(true)
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
