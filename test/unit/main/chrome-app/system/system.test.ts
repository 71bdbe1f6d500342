import os from 'node:os'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Awake } from '../../../../../src/main/chrome-app/system/awake.ts'
import { parseFeatures, readCpuInfo } from '../../../../../src/main/chrome-app/system/cpu-info.ts'
import { describeDisplay } from '../../../../../src/main/chrome-app/system/display-info.ts'
import { parseMounts } from '../../../../../src/main/chrome-app/system/storage-units.ts'
import { IdleWatch } from '../../../../../src/main/chrome-app/system/idle-watch.ts'

describe('a request to stay awake', () => {
  const calls: string[] = []
  let next = 0
  const blocker = {
    start: (type: string) => {
      next += 1
      calls.push(`start ${type} ${next}`)
      return next
    },
    stop: (id: number) => void calls.push(`stop ${id}`),
  }

  it('is one at a time, and the last one counts', () => {
    const awake = new Awake(blocker)
    awake.release()
    awake.request('system')
    awake.request('system')
    awake.request('display')
    awake.release()
    awake.release()
    expect(calls).toEqual([
      'start prevent-app-suspension 1',
      'stop 1',
      'start prevent-display-sleep 2',
      'stop 2',
    ])
  })
})

describe('whether the user is there', () => {
  let state: 'active' | 'idle' | 'locked' | 'unknown'
  let isHeard: boolean
  const asked: number[] = []
  const raised: string[] = []
  const watch = new IdleWatch({
    readState: (seconds) => {
      asked.push(seconds)
      return state
    },
    isHeard: () => isHeard,
    raise: (next) => raised.push(next),
  })

  beforeEach(() => {
    vi.useFakeTimers()
    state = 'active'
    isHeard = true
    asked.length = 0
    raised.length = 0
    watch.start()
  })
  afterEach(() => {
    watch.stop()
    vi.useRealTimers()
  })

  it('is told when it changes, and not before', () => {
    vi.advanceTimersByTime(2000)
    state = 'idle'
    vi.advanceTimersByTime(2000)
    state = 'active'
    vi.advanceTimersByTime(1000)
    expect([raised, asked[0]]).toEqual([['idle', 'active'], 60])
  })

  it('is not looked at where nobody listens', () => {
    isHeard = false
    vi.advanceTimersByTime(5000)
    expect(asked).toEqual([])
  })

  it('is that of the interval that the app has set, four hours at most', () => {
    watch.setInterval(30)
    vi.advanceTimersByTime(1000)
    state = 'unknown'
    expect([watch.query(1e6), asked]).toEqual(['active', [30, 14_400]])
  })
})

describe('what the machine is', () => {
  it('has the features that Chrome tells of', () => {
    expect(parseFeatures('flags\t\t: fpu mmx sse sse2 pni avx avx2\nbugs:')).toEqual([
      'mmx',
      'sse',
      'sse2',
      'sse3',
      'avx',
    ])
    expect(parseFeatures('')).toEqual([])
  })

  it('has the times of each processor', () => {
    const { numOfProcessors, processors } = readCpuInfo()
    expect(numOfProcessors).toBe(os.cpus().length)
    for (const { usage } of processors)
      expect(usage.total).toBeGreaterThanOrEqual(usage.idle + usage.kernel + usage.user)
  })

  it('has disks and what is plugged in, each once', () => {
    const mounts = [
      '/dev/sda1 / ext4 rw 0 0',
      '/dev/sda1 /home/bound ext4 rw 0 0',
      '/dev/loop1 /snap/core squashfs ro 0 0',
      'overlay /srv overlay rw 0 0',
      '/dev/sdb1 /media/user/My\\040Disk vfat rw 0 0',
      'tmpfs /run/media/none tmpfs rw 0 0',
      '/dev/sdc1 /run/media/user/Other ext4 rw 0 0',
    ]
    expect(parseMounts(mounts.join('\n'))).toEqual([
      { place: '/', type: 'fixed' },
      { place: '/media/user/My Disk', type: 'removable' },
      { place: '/run/media/user/Other', type: 'removable' },
    ])
  })

  it('has displays as Chrome describes them', () => {
    const rectangle = { x: 1, y: 2, width: 30, height: 40 }
    const display = {
      id: 7,
      label: 'D',
      bounds: rectangle,
      workArea: rectangle,
      scaleFactor: 2,
      rotation: 90,
      internal: true,
      touchSupport: 'available',
    } as Electron.Display
    expect(describeDisplay(display, display)).toMatchObject({
      id: '7',
      bounds: { left: 1, top: 2, width: 30, height: 40 },
      rotation: 90,
      isPrimary: true,
      hasTouchSupport: true,
    })
  })
})
