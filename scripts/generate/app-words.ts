/** What the rows have no words for: objects of pages, which the main process never sees. */
export const appInterfaces = `
/** An event. A listener that is there already is not added again. */
interface AppEvent<Listener extends (...args: never[]) => unknown> {
  addListener(callback: Listener): void
  removeListener(callback: Listener): void
  hasListener(callback: Listener): boolean
  hasListeners(): boolean
}

/** A file or a directory that the user has given the app. */
type Entry = FileEntry | DirectoryEntry

interface FileEntry extends FileSystemFileEntry {
  createWriter(success: (writer: FileWriter) => void, error?: (error: DOMException) => void): void
}

type DirectoryEntry = FileSystemDirectoryEntry

interface FileWriter extends EventTarget {
  readonly length: number
  readonly position: number
  readonly readyState: 0 | 1 | 2
  readonly error: DOMException | null
  onwriteend: ((event: ProgressEvent) => void) | null
  onerror: ((event: ProgressEvent) => void) | null
  write(data: Blob): void
  seek(position: number): void
  truncate(size: number): void
  abort(): void
}

interface MessageSender {
  id: string
  url: string
  origin: string
}

interface Port {
  name: string
  sender?: MessageSender
  readonly onMessage: AppEvent<(message: unknown, port: Port) => void>
  readonly onDisconnect: AppEvent<(port: Port) => void>
  postMessage(message: unknown): void
  disconnect(): void
}

interface WindowBounds {
  left: number
  top: number
  width: number
  height: number
  minWidth?: number | undefined
  minHeight?: number | undefined
  maxWidth?: number | undefined
  maxHeight?: number | undefined
  setPosition(left: number, top: number): void
  setSize(width: number, height: number): void
  setMinimumSize(minWidth: number | null, minHeight: number | null): void
  setMaximumSize(maxWidth: number | null, maxHeight: number | null): void
}

interface AppWindow {
  readonly id: string
  readonly contentWindow: Window & typeof globalThis
  readonly innerBounds: WindowBounds
  readonly outerBounds: WindowBounds
  readonly hasFrameColor: boolean
  readonly activeFrameColor: number
  readonly inactiveFrameColor: number
  readonly onBoundsChanged: AppEvent<() => void>
  readonly onClosed: AppEvent<() => void>
  readonly onFullscreened: AppEvent<() => void>
  readonly onMaximized: AppEvent<() => void>
  readonly onMinimized: AppEvent<() => void>
  readonly onRestored: AppEvent<() => void>
  readonly onAlphaEnabledChanged: AppEvent<() => void>
  alphaEnabled(): boolean
  clearAttention(): void
  close(): void
  drawAttention(): void
  focus(): void
  fullscreen(): void
  getBounds(): { left: number; top: number; width: number; height: number }
  hide(): void
  isAlwaysOnTop(): boolean
  isFullscreen(): boolean
  isMaximized(): boolean
  isMinimized(): boolean
  maximize(): void
  minimize(): void
  moveTo(left: number, top: number): void
  resizeTo(width: number, height: number): void
  restore(): void
  setAlwaysOnTop(alwaysOnTop: boolean): void
  setBounds(bounds: { left?: number; top?: number; width?: number; height?: number }): void
  setIcon(url: string): void
  setVisibleOnAllWorkspaces(alwaysVisible: boolean): void
  show(focused?: boolean): void
}`

/** What a method comes to, or returns, by its place in `chrome`. */
export const resultTypes: Readonly<Record<string, string>> = {
  'app.window.create': 'AppWindow',
  'app.window.current': 'AppWindow | null',
  'app.window.get': 'AppWindow | null',
  'app.window.getAll': 'AppWindow[]',
  'fileSystem.getWritableEntry': 'Entry',
  'fileSystem.restoreEntry': 'Entry',
  'i18n.getMessage': 'string',
  'runtime.connect': 'Port',
  'runtime.getBackgroundPage': 'Window & typeof globalThis',
  'runtime.getPackageDirectoryEntry': 'DirectoryEntry',
}

const messageListener =
  '(message: unknown, sender: MessageSender, sendResponse: (response?: unknown) => void) => unknown'

/** What listens to an event, by its place in `chrome`. */
export const listenerTypes: Readonly<Record<string, string>> = {
  'app.runtime.onLaunched':
    '(launchData: LaunchData & { id?: string; items?: { entry: Entry; type?: string }[] }) => void',
  'runtime.onConnect': '(port: Port) => void',
  'runtime.onConnectExternal': '(port: Port) => void',
  'runtime.onMessage': messageListener,
  'runtime.onMessageExternal': messageListener,
  'StorageArea.onChanged': '(changes: Record<string, { oldValue?: unknown; newValue?: unknown }>) => void',
  'storage.onChanged':
    '(changes: Record<string, { oldValue?: unknown; newValue?: unknown }>, areaName: string) => void',
}

/** Methods whose parameters can be left out in more ways than rows say, and what is no method. */
export const extraMembers: Readonly<Record<string, string>> = {
  'fileSystem.chooseEntry': `function chooseEntry(callback: (entry?: Entry) => void): void
function chooseEntry(
  options: ChooseEntryOptions & { acceptsMultiple: true },
  callback: (entries?: Entry[]) => void,
): void
function chooseEntry(options: ChooseEntryOptions | null, callback: (entry?: Entry) => void): void`,
  runtime: `const id: string
/** There while the callback of a failed call runs; undefined otherwise. */
const lastError: { message?: string } | undefined`,
  'runtime.sendMessage': `function sendMessage<Response = unknown>(message: unknown): Promise<Response>
function sendMessage<Response = unknown>(message: unknown, callback: (response: Response) => void): void
function sendMessage<Response = unknown>(
  extensionId: string | null | undefined,
  message: unknown,
  options?: object | null,
): Promise<Response>
function sendMessage<Response = unknown>(
  extensionId: string | null | undefined,
  message: unknown,
  callback: (response: Response) => void,
): void`,
  'runtime.connect': `function connect(connectInfo?: { name?: string }): Port
function connect(extensionId: string | null | undefined, connectInfo?: { name?: string }): Port`,
}
