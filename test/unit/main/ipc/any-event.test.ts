import type { Session } from 'electron'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Offenders } from '../../../../src/main/ipc/offenders.ts'
import { parseOrigin } from '../../../../src/main/ipc/origins.ts'
import { Registry } from '../../../../src/main/ipc/registry.ts'
import type { App } from '../../../../src/main/app/app.ts'
import { channels } from '../../../../src/renderer-types/wire.ts'
import { FakeElectron, FakePort } from '../../../support/electron/fake-electron.ts'
import { createApp, loggerOf } from '../../../support/pages/test-app.ts'
import { createGate } from '../../../support/pages/create-gate.ts'

const electron = new FakeElectron()
vi.resetModules()
vi.doMock('electron', () => ({ ipcMain: electron.ipcMain }))
const { startTransport } = await import('../../../../src/main/ipc/transport.ts')

let app: App
let stop: () => void
const ended = new Set<number>()
let processes = 0

beforeEach(() => {
  app = createApp()
  const registry = new Registry()
  registry.add({ app, includes: () => true, origins: [parseOrigin('app://ours')], sessions: [{} as Session] })
  stop = startTransport(createGate(registry, { offenders: new Offenders(({ pid }) => void ended.add(pid)) }))
})

afterEach(() => {
  stop()
  app.dispose()
  electron.contents.removeAllListeners()
  vi.restoreAllMocks()
})

afterAll(() => {
  vi.doUnmock('electron')
})

const gone = new Error('Render frame was disposed before WebFrameMain could be accessed')
const throwGone = (): never => {
  throw gone
}
const disposed = Object.defineProperties({}, { url: { get: throwGone }, origin: { get: throwGone } })
const ours = { url: 'app://ours/', origin: 'app://ours' }
const evil = { url: `https://evil.test/?${'q'.repeat(1e6)}`, origin: 'https://evil.test' }

function senderOf(mainFrame: object | null, isDestroyed = false): object {
  const session = electron.defaultSession
  return Object.assign(electron.contents, {
    id: 1,
    session,
    mainFrame,
    getType: () => 'window',
    isDestroyed: () => isDestroyed,
  })
}

/** Who may send: a frame, and the window that it is in. */
const senders: [string, () => { sender: object; senderFrame: unknown }][] = [
  ['the main frame', () => ({ sender: senderOf(ours), senderFrame: ours })],
  [
    'a frame inside of it',
    () => ({ sender: senderOf(ours), senderFrame: { ...ours, frameTreeNodeId: 2, parent: ours } }),
  ],
  ['a stranger', () => ({ sender: senderOf(evil), senderFrame: evil })],
  ['a frame that has gone', () => ({ sender: senderOf(ours), senderFrame: null })],
  ['a frame that nobody knows', () => ({ sender: senderOf(ours), senderFrame: undefined })],
  ['a frame that is being removed', () => ({ sender: senderOf(disposed), senderFrame: disposed })],
  ['a window that has gone', () => ({ sender: senderOf(ours, true), senderFrame: ours })],
  ['a window without a frame', () => ({ sender: senderOf(null), senderFrame: ours })],
]

const values = [
  undefined,
  null,
  true,
  0,
  -1,
  NaN,
  '',
  'x'.repeat(1e5),
  [],
  [[]],
  {},
  { protocol: {} },
  Object.create(null),
]
const portCounts = [undefined, 0, 1, 2, 3, 4, 500]

const isLine = (line: unknown): boolean => typeof line === 'string' && line.length < 1200

it('there are no listeners of others than these channels', () => {
  expect(new Set(electron.ipcMain.eventNames())).toEqual(new Set(Object.values(channels)))
})

describe.each(Object.values(channels))('the listener of %s', (channel) => {
  it.each(senders)('takes everything of %s without an exception', (_who, from) => {
    const report = vi.spyOn(console, 'error')
    for (const count of portCounts)
      for (const value of values) {
        const ports = count === undefined ? undefined : Array.from({ length: count }, () => new FakePort())
        // Each comes of another process: one that has been ended says nothing more.
        processes += 1
        for (const frame of [ours, evil])
          Object.assign(frame, { processId: processes, osProcessId: processes })
        const event = { ...from(), ports, returnValue: undefined as unknown }
        expect(() => electron.ipcMain.emit(channel, event, value)).not.toThrow()
        if (channel === channels.hello) expect(event.returnValue).toMatchObject({ granted: false })
        else if (count !== 3)
          expect(ended.has(processes) || (ports?.every(({ closed }) => closed) ?? true)).toBe(true)
      }
    expect(report).not.toHaveBeenCalled()
    const { errors, warnings } = loggerOf(app)
    expect(warnings.length + errors.length).toBeLessThan(4)
    expect([...warnings, ...errors.flat()].every(isLine)).toBe(true)
  })

  it('takes everything on the ports, too', () => {
    const ports = [new FakePort(), new FakePort(), new FakePort()]
    const event = { sender: senderOf(ours), senderFrame: ours, ports }
    electron.ipcMain.emit(channels.connect, event, null)
    for (const port of ports)
      for (const data of values)
        expect(() => port.emit('message', { data, ports: [new FakePort()] })).not.toThrow()
    expect(ports.every(({ closed }) => closed)).toBe(true)
  })
})
