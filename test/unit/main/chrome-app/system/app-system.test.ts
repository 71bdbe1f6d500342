import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { KeptFolder } from '../../../../../src/main/chrome-app/kept-folder.ts'
import { AppSystem } from '../../../../../src/main/chrome-app/system/app-system.ts'
import { readApp } from '../../../../../src/main/chrome-app/manifest/read-app.ts'

const { blocked, displays } = vi.hoisted(() => ({ blocked: new Set<number>(), displays: [] as string[] }))

vi.mock('electron', () => ({
  Menu: {},
  Notification: {},
  nativeImage: {},
  powerMonitor: { getSystemIdleState: () => 'idle' },
  powerSaveBlocker: { start: () => blocked.add(1) && 1, stop: (id: number) => blocked.delete(id) },
  screen: {
    on: (event: string) => displays.push(event),
    off: (event: string) => displays.splice(displays.indexOf(event) >>> 0, 1),
  },
}))

let folder: string
let raised: unknown[]
const permissions = new Set<string>()

function createSystem(): AppSystem {
  const host = { name: 'Program', places: [], getLocale: () => 'en-US' }
  return new AppSystem(readApp(folder, host), new KeptFolder(folder, console), {
    permissions,
    raise: (event, ...args) => raised.push([event, ...args]),
    isHeard: () => true,
    hasRoom: () => true,
    noteActivity: () => {},
  })
}

beforeEach(() => {
  vi.useFakeTimers()
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'chrome-app-'))
  const app = { background: { scripts: ['bg.js'] } }
  fs.writeFileSync(path.join(folder, 'bg.js'), '')
  fs.writeFileSync(
    path.join(folder, 'manifest.json'),
    JSON.stringify({ manifest_version: 2, name: 'N', version: '1', app }),
  )
  raised = []
  permissions.clear()
})
afterEach(() => {
  vi.useRealTimers()
  fs.rmSync(folder, { recursive: true })
})

describe('what an app has of the machine', () => {
  it('begins when the user grants it, once', () => {
    const system = createSystem()
    permissions.add('idle').add('system.display')
    system.followPermissions()
    expect(displays).toEqual([])
    permissions.clear()
    system.start()
    vi.advanceTimersByTime(3000)
    expect([displays, raised]).toEqual([[], []])
    permissions.add('idle').add('system.display')
    system.followPermissions()
    system.followPermissions()
    vi.advanceTimersByTime(3000)
    expect(displays.toSorted()).toEqual(['display-added', 'display-metrics-changed', 'display-removed'])
    expect(raised).toEqual([['idle.onStateChanged', 'idle']])
    system.stop()
    expect(displays).toEqual([])
  })

  it('keeps neither app nor machine when it is taken back', () => {
    permissions.add('alarms').add('power')
    const system = createSystem()
    system.start()
    system.alarms.create('later', { delayInMinutes: 60 })
    system.awake.request('system')
    system.followPermissions()
    expect([system.alarms.isEmpty, blocked.size]).toEqual([false, 1])
    permissions.clear()
    system.followPermissions()
    expect([system.alarms.isEmpty, blocked.size]).toEqual([true, 0])
    system.stop()
  })
})
