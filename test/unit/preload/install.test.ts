import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { channels, protocolVersion } from '../../../src/renderer-types/wire.ts'
import type { Grant } from '../../../src/renderer-types/wire.ts'
import { fullGrant } from '../../support/pages/grants.ts'
import { until } from '../../support/until.ts'

interface Bridge {
  version: string
  connect: () => string | undefined
}

const electron = vi.hoisted(() => ({
  contextBridge: { exposeInMainWorld: vi.fn<(key: string, bridge: Bridge) => void>() },
  ipcRenderer: {
    postMessage: vi.fn<(channel: string, message: unknown, transfer: MessagePort[]) => void>(),
    sendSync: vi.fn<(channel: string, hello: unknown) => Grant | undefined>(),
  },
  webFrame: { executeJavaScript: vi.fn<(source: string) => Promise<void>>() },
}))

vi.mock('electron', () => electron)
vi.mock('../../../src/renderer-types/package-version.ts', () => ({ packageVersion: '1.2.3' }))

const { install } = await import('../../../src/preload/install.ts')

const errors = vi.spyOn(console, 'error').mockImplementation(() => {})
const ports: MessagePort[] = []
const realGlobal = globalThis

interface Frame {
  readonly world: object
  readonly window: EventTarget
  readonly install: () => void
}

/** The preload's own world of a document: each has a global object of its own. */
function openFrame({ contextIsolated = true, protocol = 'app:' } = {}): Frame {
  const world = {}
  const window = Object.assign(new EventTarget(), { location: { protocol } })
  vi.stubGlobal('process', Object.assign(Object.create(process), { contextIsolated }))
  vi.stubGlobal('window', window)
  return {
    world,
    window,
    install: () => {
      Reflect.set(realGlobal, 'globalThis', world)
      try {
        install('FACADE')
      } finally {
        Reflect.set(realGlobal, 'globalThis', realGlobal)
      }
    },
  }
}

beforeEach(() => {
  vi.clearAllMocks()
  electron.ipcRenderer.sendSync.mockReturnValue(fullGrant)
  electron.ipcRenderer.postMessage.mockImplementation((_channel, _message, transfer) => {
    ports.push(...transfer)
  })
})

afterEach(() => {
  vi.unstubAllGlobals()
  for (const port of ports.splice(0)) port.close()
})

describe('the preload in a frame that is granted the API', () => {
  it('says who it is, opens its ports and starts the facade', () => {
    openFrame().install()
    expect(electron.ipcRenderer.sendSync.mock.calls).toEqual([
      [channels.hello, { protocol: protocolVersion, contextIsolated: true }],
    ])
    expect(electron.ipcRenderer.postMessage).toHaveBeenCalledExactlyOnceWith(channels.connect, null, [
      expect.any(MessagePort),
      expect.any(MessagePort),
      expect.any(MessagePort),
    ])
    expect(electron.webFrame.executeJavaScript).toHaveBeenCalledExactlyOnceWith('FACADE.startFacade()')
    const [key, bridge] = electron.contextBridge.exposeInMainWorld.mock.lastCall ?? []
    expect(key).toBe('electronChromeSockets')
    expect(Object.keys(bridge ?? {})).toEqual(['version', 'connect'])
    expect(bridge?.version).toBe('1.2.3')
  })

  it('hands the page its grant and the other ends of the ports, in their order, once', async () => {
    const frame = openFrame()
    const handed: MessagePort[] = []
    frame.window.addEventListener('electron-chrome-sockets:port', (event) => {
      handed.push(...(event as MessageEvent).ports)
    })
    frame.install()
    const bridge = electron.contextBridge.exposeInMainWorld.mock.lastCall?.[1]
    expect(JSON.parse(String(bridge?.connect()))).toEqual(fullGrant)
    expect(bridge?.connect()).toBeUndefined()
    expect(handed).toHaveLength(2)
    const said: unknown[] = []
    for (const [index, port] of ports.entries())
      port.onmessage = ({ data }: MessageEvent) => said.push([index, data])
    for (const [index, port] of handed.entries()) port.postMessage(`by ${index}`)
    await until('both', () => said.length === 2)
    expect(said).toEqual(
      expect.arrayContaining([
        [0, 'by 0'],
        [1, 'by 1'],
      ]),
    )
  })

  it('does its work once, though it is registered on the session and imported by the app too', () => {
    const frame = openFrame()
    frame.install()
    frame.install()
    expect(electron.ipcRenderer.sendSync).toHaveBeenCalledOnce()
    expect(electron.webFrame.executeJavaScript).toHaveBeenCalledOnce()
    openFrame().install()
    expect(electron.ipcRenderer.sendSync).toHaveBeenCalledTimes(2)
  })
})

describe('the preload in any other frame', () => {
  it.each<[string, Grant | undefined]>([
    ['is refused', { granted: false }],
    ['gets no answer', undefined],
  ])('leaves no trace when it %s', (_what, grant) => {
    electron.ipcRenderer.sendSync.mockReturnValue(grant)
    openFrame().install()
    expect(electron.ipcRenderer.postMessage).not.toHaveBeenCalled()
    expect(electron.contextBridge.exposeInMainWorld).not.toHaveBeenCalled()
    expect(electron.webFrame.executeJavaScript).not.toHaveBeenCalled()
    expect(errors).not.toHaveBeenCalled()
  })

  it('asks for nothing in what Chromium shows when a page cannot be loaded', () => {
    openFrame({ protocol: 'chrome-error:' }).install()
    expect(electron.ipcRenderer.sendSync).not.toHaveBeenCalled()
  })

  it('shows the reason that it is given', () => {
    electron.ipcRenderer.sendSync.mockReturnValue({ granted: false, reason: 'because' })
    openFrame({ contextIsolated: false }).install()
    expect(electron.ipcRenderer.sendSync.mock.lastCall?.[1]).toMatchObject({ contextIsolated: false })
    expect(errors.mock.calls).toEqual([['because']])
    expect(electron.webFrame.executeJavaScript).not.toHaveBeenCalled()
  })
})
