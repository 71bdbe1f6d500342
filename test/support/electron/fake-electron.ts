import { EventEmitter } from 'node:events'
import type { Session } from 'electron'

/** A session of Electron 35 and later. */
export class FakeSession {
  readonly scripts = new Map<string, { type: string; filePath: string }>()
  #count = 0

  registerPreloadScript(script: { type: string; filePath: string }): string {
    this.#count += 1
    const id = `script-${this.#count}`
    this.scripts.set(id, script)
    return id
  }

  getPreloadScripts(): { id: string }[] {
    return [...this.scripts.keys()].map((id) => ({ id }))
  }

  unregisterPreloadScript(id: string): void {
    if (!this.scripts.delete(id)) throw new Error(`no such script: ${id}`)
  }
}

/** A session of Electron 34 and earlier. */
export class OldFakeSession {
  preloads: string[] = []
  readonly getPreloads = (): string[] => [...this.preloads]
  readonly setPreloads = (preloads: string[]): void => {
    this.preloads = preloads
  }
}

class FakeApp extends EventEmitter {
  ready = false
  path = '/no/such/app'
  userData = '/no/such/data'
  readonly isReady = (): boolean => this.ready
  readonly getAppPath = (): string => this.path
  isPackaged = false
  readonly getName = (): string => 'fake'
  readonly getLocale = (): string => 'en-US'
  readonly getPath = (_name: 'userData'): string => this.userData

  getReady(): void {
    this.ready = true
    this.emit('ready')
  }
}

/** A port of the main process, whose other end is the test. */
export class FakePort extends EventEmitter {
  readonly posted: unknown[] = []
  started = false
  closed = false
  readonly postMessage = (message: unknown): void => void this.posted.push(message)
  readonly start = (): void => void (this.started = true)
  readonly close = (): void => void (this.closed = true)
}

export interface FakeContents {
  id: number
  session: Session
  url: string
  /** Its window was destroyed in this turn. */
  isLoose?: boolean
}

/** A window that is there already. */
class FakeWindow extends EventEmitter {
  readonly ipc = new EventEmitter()
  readonly session: Session
  readonly getURL: () => string
  readonly isDestroyed = (): boolean => false
  readonly getType = (): string => 'window'

  readonly isLoose: boolean

  constructor({ isLoose = false, session, url }: FakeContents) {
    super()
    this.isLoose = isLoose
    this.session = session
    this.getURL = () => url
  }
}

/** What src/main uses of Electron. */
export class FakeElectron {
  readonly app = new FakeApp()
  readonly ipcMain = new EventEmitter()
  readonly defaultSession = new FakeSession()
  /** The window whose page sends. */
  contents = new EventEmitter()
  readonly windows: FakeContents[] = []
  readonly webContents = {
    getAllWebContents: (): object[] => this.windows.map((contents) => new FakeWindow(contents)),
  }

  readonly BrowserWindow = {
    fromWebContents: ({ isLoose }: FakeWindow): object | null => (isLoose ? null : {}),
  }

  readonly #partitions = new Map([['', this.defaultSession]])

  /** There is no session before the app is ready. */
  readonly session = Object.defineProperty(
    { fromPartition: (name: string) => this.partition(name) },
    'defaultSession',
    {
      get: () => this.partition(''),
    },
  )

  partition(name: string): FakeSession {
    if (!this.app.ready) throw new Error('Session can only be received when app is ready')
    const found = this.#partitions.get(name) ?? new FakeSession()
    this.#partitions.set(name, found)
    return found
  }

  get mainSession(): Session {
    return this.defaultSession as unknown as Session
  }

  /** A message of the main frame of a window, and what it is answered. Its process has gone: there is none to be ended. */
  send(channel: string, url: string, message?: unknown, ports: FakePort[] = []): unknown {
    const mainFrame = { url, origin: new URL('/', url).href, processId: 5, osProcessId: 0 }
    const session = this.defaultSession
    const sender = Object.assign(this.contents, {
      id: 1,
      session,
      mainFrame,
      isDestroyed: () => false,
      getType: () => 'window',
    })
    const event = { sender, senderFrame: mainFrame, ports, returnValue: undefined as unknown }
    this.ipcMain.emit(channel, event, message)
    return event.returnValue
  }
}
