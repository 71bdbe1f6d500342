type SocketApi = 'tcp' | 'tcpServer' | 'udp'

/** Electron's own. */
interface GuestViewInternal {
  readonly createGuest: (frame: unknown, element: unknown, params: unknown) => Promise<number>
  readonly invoke: (guestId: unknown, method: unknown, args: unknown) => Promise<unknown>
  readonly invokeSync: (guestId: unknown, method: unknown, args: unknown) => unknown
}

/** What test/security/siege/app adds to the windows of its pages. */
interface Window {
  /** Of the honest page. */
  serving: Promise<number>
  serveAnew: () => Promise<number>
  /** Closes the server that was made last. */
  endServing: () => Promise<void>
  siege: {
    acknowledges: boolean
    /** Is given everything that comes to the port of a renderer that was taken over. */
    hear: (item: { readonly kind?: string; readonly args?: readonly unknown[] }) => void
    readonly count: (answer: string) => void
    readonly readTally: () => Record<string, number>
    readonly call: (method: string, ...args: unknown[]) => Promise<unknown>
    readonly create: (api: SocketApi, properties?: object) => Promise<number>
    /** A socket that listens, or is bound, on a free port. */
    readonly serve: (api: 'tcpServer' | 'udp') => Promise<{ id: number; port: number }>
    /** The types and texts of pages, by their paths. */
    readonly servePages: (
      pages: Readonly<Record<string, readonly [type: string, body: string]>>,
    ) => Promise<number>
    /** Another one of the app, which has loaded. */
    readonly openWindow: () => Promise<Window>
    readonly pause: (milliseconds: number) => Promise<void>
    readonly settle: (limit?: number) => Promise<void>
    readonly waitFor: (answer: string, before?: number, limit?: number) => Promise<void>
    readonly block: (milliseconds: number) => void
    readonly openPort: () => Promise<MessagePort>
    /** A directory that the Chrome App was launched with. */
    readonly given: Promise<EntryLike | undefined>
    /** What Electron keeps of a `<webview>`, and what its element asks the main process by. */
    readonly findElectrons: (view: Element) => {
      readonly guestId: number
      readonly internal: GuestViewInternal
    }
  }
  compromised: {
    readonly sayHello: (message: unknown) => unknown
    readonly sendJunk: (...words: unknown[]) => void
    readonly sendPorts: (count: number) => void
    readonly sayHelloWithPorts: (count: number) => void
    readonly handPortsOver: () => void
    readonly pretendFrames: () => void
  }
}

interface AppWindowLike {
  readonly outerBounds: { readonly setPosition: (left: number, top: number) => void }
  readonly setIcon: (url: string) => void
  readonly close: () => void
  readonly contentWindow: Window
}

type Failed = (error: DOMException) => void

interface WriterLike {
  onwriteend: (() => void) | null
  readonly error: DOMException | null
  readonly seek: (position: number) => void
  readonly write: (blob: Blob) => void
  readonly truncate: (size: number) => void
}

interface EntryLike {
  readonly fullPath: string
  readonly filesystem: { readonly name: string }
  readonly getFile: (path: string, options: object, done: (entry: EntryLike) => void, failed: Failed) => void
  readonly getDirectory: (path: string, options: object, done: () => void, failed: Failed) => void
  readonly createReader: () => { readonly readEntries: (done: () => void, failed: Failed) => void }
  readonly getMetadata: (done: () => void, failed: Failed) => void
  readonly moveTo: (parent: EntryLike, name: string, done: () => void, failed: Failed) => void
  readonly createWriter: (done: (writer: WriterLike) => void, failed: Failed) => void
  readonly file: (done: () => void, failed: Failed) => void
}

interface EventLike {
  readonly addListener: (listener: () => void) => void
}

/** What the pages of a whole Chrome App have besides, as far as attacks use it. */
interface HostedChrome {
  readonly app: {
    readonly runtime: {
      readonly onLaunched: {
        readonly addListener: (
          hear: (data: { readonly items?: readonly { readonly entry: EntryLike }[] }) => void,
        ) => void
      }
    }
    readonly window: {
      readonly create: (url: string, options: object, done: (made?: AppWindowLike) => void) => void
    }
  }
  readonly runtime: {
    readonly lastError?: { readonly message: string }
    readonly sendMessage: (...args: [...([] | [id: string]), message: object, done: () => void]) => void
    readonly connect: (info: { name: string }) => {
      readonly postMessage: (message: object) => void
      readonly disconnect: () => void
    }
    readonly onConnect: EventLike
    readonly onConnectExternal?: EventLike
    readonly onMessageExternal?: EventLike
    readonly reload: () => void
    readonly getPackageDirectoryEntry: (done: (root: EntryLike) => void) => void
  }
  readonly browser: { readonly openTab: (options: object, done: () => void) => void }
  readonly fileSystem: {
    readonly chooseEntry: (options: object, done: () => void) => void
    readonly retainEntry: (entry: EntryLike) => string
    readonly isRestorable: (id: string, done: () => void) => void
    readonly restoreEntry: (id: string, done: (entry?: EntryLike) => void) => void
  }
  readonly i18n: {
    readonly detectLanguage: (text: string, done: () => void) => void
    readonly getAcceptLanguages: (done: () => void) => void
    readonly getMessage: (name: string, substitutions: readonly string[]) => string
  }
  readonly permissions: {
    readonly contains: (named: object, done: () => void) => void
    readonly getAll: (done: () => void) => void
    readonly remove: (named: object, done: () => void) => void
    readonly request: (named: object, done: () => void) => void
  }
  readonly system: Readonly<
    Record<'cpu' | 'display' | 'memory' | 'storage', { readonly getInfo: (done: () => void) => void }>
  >
  readonly alarms: {
    readonly create: (name: string, info: object, done: () => void) => void
    readonly clearAll: (done: () => void) => void
  }
  readonly contextMenus: {
    readonly create: (item: object, done: () => void) => void
    readonly update: (id: string, changes: object, done: () => void) => void
    readonly removeAll: (done: () => void) => void
  }
  readonly notifications: {
    readonly create: (id: string, options: object, done: () => void) => void
  }
  readonly power: {
    readonly requestKeepAwake: (level: string) => void
    readonly releaseKeepAwake: () => void
  }
  readonly socket: {
    readonly create: (type: string, done: (made?: { socketId: number }) => void) => void
    readonly connect: (id: number, host: string, port: number, done: () => void) => void
    readonly bind: (id: number, address: string, port: number, done: () => void) => void
    readonly listen: (
      id: number,
      address: string,
      port: number,
      backlog: number,
      done: (code: number) => void,
    ) => void
    readonly accept: (id: number, done: (info: { socketId?: number }) => void) => void
    readonly destroy: (id: number) => void
    readonly read: (id: number, size: number, done: () => void) => void
    readonly recvFrom: (id: number, size: number, done: () => void) => void
    readonly write: (id: number, data: ArrayBuffer, done: () => void) => void
    readonly getInfo: (id: number, done: (info: { localPort?: number }) => void) => void
  }
  readonly storage: {
    readonly local: {
      readonly set: (items: object, done: () => void) => void
      readonly get: (keys: undefined, done: (items: object) => void) => void
      readonly clear: (done: () => void) => void
    }
  }
}
