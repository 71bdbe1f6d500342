// Generated from the contract by `npm run generate`; to change it, change src/renderer-types.

/// <reference path="./globals-sockets.d.ts" />

declare namespace chrome {
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
  }
}

declare namespace chrome.app.runtime {
  interface LaunchData {
    isDemoSession: boolean
    isKioskSession: boolean
    isPublicSession: boolean
    source: LaunchSource
  }

  type LaunchSource =
    'app_launcher' | 'command_line' | 'file_handler' | 'load_and_launch' | 'reload' | 'restart'

  const LaunchSource: {
    ABOUT_PAGE: 'about_page'
    APP_HOME_PAGE: 'app_home_page'
    APP_LAUNCHER: 'app_launcher'
    ARC: 'arc'
    BACKGROUND: 'background'
    CHROME_INTERNAL: 'chrome_internal'
    COMMAND_LINE: 'command_line'
    CONTEXT_MENU: 'context_menu'
    EPHEMERAL_APP: 'ephemeral_app'
    EXTENSIONS_PAGE: 'extensions_page'
    FILE_HANDLER: 'file_handler'
    FOCUS_MODE: 'focus_mode'
    INSTALLED_NOTIFICATION: 'installed_notification'
    INTENT_URL: 'intent_url'
    KEYBOARD: 'keyboard'
    KIOSK: 'kiosk'
    LOAD_AND_LAUNCH: 'load_and_launch'
    MANAGEMENT_API: 'management_api'
    NEW_TAB_PAGE: 'new_tab_page'
    RELOAD: 'reload'
    RESTART: 'restart'
    SPARKY: 'sparky'
    SYSTEM_TRAY: 'system_tray'
    TEST: 'test'
    UNTRACKED: 'untracked'
    URL_HANDLER: 'url_handler'
  }

  const onEmbedRequested: AppEvent<() => void>

  const onLaunched: AppEvent<
    (launchData: LaunchData & { id?: string; items?: { entry: Entry; type?: string }[] }) => void
  >

  const onRestarted: AppEvent<() => void>
}

declare namespace chrome.app.window {
  interface CreateWindowOptions {
    id?: string | null | undefined
    innerBounds?: BoundsSpecification | null | undefined
    outerBounds?: BoundsSpecification | null | undefined
    defaultWidth?: number | null | undefined
    defaultHeight?: number | null | undefined
    defaultLeft?: number | null | undefined
    defaultTop?: number | null | undefined
    width?: number | null | undefined
    height?: number | null | undefined
    left?: number | null | undefined
    top?: number | null | undefined
    minWidth?: number | null | undefined
    minHeight?: number | null | undefined
    maxWidth?: number | null | undefined
    maxHeight?: number | null | undefined
    type?: WindowType | null | undefined
    ime?: boolean | null | undefined
    showInShelf?: boolean | null | undefined
    icon?: string | null | undefined
    frame?: string | FrameOptions | null | undefined
    bounds?: ContentBounds | null | undefined
    alphaEnabled?: boolean | null | undefined
    state?: State | null | undefined
    hidden?: boolean | null | undefined
    resizable?: boolean | null | undefined
    singleton?: boolean | null | undefined
    alwaysOnTop?: boolean | null | undefined
    focused?: boolean | null | undefined
    visibleOnAllWorkspaces?: boolean | null | undefined
  }

  interface BoundsSpecification {
    left?: number | null | undefined
    top?: number | null | undefined
    width?: number | null | undefined
    height?: number | null | undefined
    minWidth?: number | null | undefined
    minHeight?: number | null | undefined
    maxWidth?: number | null | undefined
    maxHeight?: number | null | undefined
  }

  type WindowType = 'panel' | 'shell'

  interface FrameOptions {
    type?: string | null | undefined
    color?: string | null | undefined
    activeColor?: string | null | undefined
    inactiveColor?: string | null | undefined
  }

  interface ContentBounds {
    left?: number | null | undefined
    top?: number | null | undefined
    width?: number | null | undefined
    height?: number | null | undefined
  }

  type State = 'fullscreen' | 'maximized' | 'minimized' | 'normal'

  const State: { FULLSCREEN: 'fullscreen'; MAXIMIZED: 'maximized'; MINIMIZED: 'minimized'; NORMAL: 'normal' }

  const WindowType: { PANEL: 'panel'; SHELL: 'shell' }

  function canSetVisibleOnAllWorkspaces(): boolean

  function create(url: string, callback: (createdWindow: AppWindow) => void): void

  function create(
    url: string,
    options: CreateWindowOptions | null | undefined,
    callback: (createdWindow: AppWindow) => void,
  ): void

  function create(url: string, options?: CreateWindowOptions | null): Promise<AppWindow>

  function current(): AppWindow | null

  function get(id: string): AppWindow | null

  function getAll(): AppWindow[]

  const onAlphaEnabledChanged: AppEvent<() => void>

  const onRestored: AppEvent<() => void>

  const onMinimized: AppEvent<() => void>

  const onMaximized: AppEvent<() => void>

  const onFullscreened: AppEvent<() => void>

  const onClosed: AppEvent<() => void>

  const onBoundsChanged: AppEvent<() => void>
}

declare namespace chrome.fileSystem {
  interface ChooseEntryOptions {
    type?: ChooseEntryType | null | undefined
    suggestedName?: string | null | undefined
    accepts?: AcceptOption[] | null | undefined
    acceptsAllTypes?: boolean | null | undefined
    acceptsMultiple?: boolean | null | undefined
  }

  type ChooseEntryType = 'openDirectory' | 'openFile' | 'openWritableFile' | 'saveFile'

  interface AcceptOption {
    description?: string | null | undefined
    mimeTypes?: string[] | null | undefined
    extensions?: string[] | null | undefined
  }

  interface RequestFileSystemOptions {
    volumeId: string
    writable?: boolean | null | undefined
  }

  const ChooseEntryType: {
    OPEN_DIRECTORY: 'openDirectory'
    OPEN_FILE: 'openFile'
    OPEN_WRITABLE_FILE: 'openWritableFile'
    SAVE_FILE: 'saveFile'
  }

  function chooseEntry(callback: (entry?: Entry) => void): void
  function chooseEntry(
    options: ChooseEntryOptions & { acceptsMultiple: true },
    callback: (entries?: Entry[]) => void,
  ): void
  function chooseEntry(options: ChooseEntryOptions | null, callback: (entry?: Entry) => void): void

  function getDisplayPath(entry: Entry, callback: (displayPath: string) => void): void

  function getDisplayPath(entry: Entry): Promise<string>

  function getVolumeList(callback: () => void): void

  function getVolumeList(): Promise<void>

  function getWritableEntry(entry: Entry, callback: (entry: Entry) => void): void

  function isRestorable(id: string, callback: (isRestorable: boolean) => void): void

  function isRestorable(id: string): Promise<boolean>

  function isWritableEntry(entry: Entry, callback: (isWritable: boolean) => void): void

  function isWritableEntry(entry: Entry): Promise<boolean>

  function requestFileSystem(options: RequestFileSystemOptions, callback: () => void): void

  function requestFileSystem(options: RequestFileSystemOptions): Promise<void>

  function restoreEntry(id: string, callback: (entry: Entry) => void): void

  function retainEntry(entry: Entry): string

  const onVolumeListChanged: AppEvent<(event: Record<string, unknown>) => void>
}

declare namespace chrome.i18n {
  function getAcceptLanguages(callback: (languages: string[]) => void): void

  function getAcceptLanguages(): Promise<string[]>

  function getMessage(
    messageName: string,
    substitutions?: unknown | null,
    options?: { escapeLt?: boolean | null | undefined } | null,
  ): string

  function getUILanguage(): string
}

declare namespace chrome.permissions {
  interface Permissions {
    permissions?: string[] | null | undefined
    origins?: string[] | null | undefined
  }

  function contains(permissions: Permissions, callback: (result: boolean) => void): void

  function contains(permissions: Permissions): Promise<boolean>

  function getAll(callback: (permissions: Permissions) => void): void

  function getAll(): Promise<Permissions>

  function remove(permissions: Permissions, callback: (removed: boolean) => void): void

  function remove(permissions: Permissions): Promise<boolean>

  function request(permissions: Permissions, callback: (granted: boolean) => void): void

  function request(permissions: Permissions): Promise<boolean>

  const onAdded: AppEvent<(permissions: Permissions) => void>

  const onRemoved: AppEvent<(permissions: Permissions) => void>
}

declare namespace chrome.runtime {
  interface PlatformInfo {
    arch: string
    nacl_arch: string
    os: string
  }

  interface RequestUpdateCheckResult {
    status: string
    version?: string | undefined
  }

  interface InstallDetails {
    reason: OnInstalledReason
    previousVersion?: string | undefined
  }

  type OnInstalledReason = 'install' | 'update'

  const id: string
  /** There while the callback of a failed call runs; undefined otherwise. */
  const lastError: { message?: string } | undefined

  const ContextType: {
    BACKGROUND: 'BACKGROUND'
    DEVELOPER_TOOLS: 'DEVELOPER_TOOLS'
    OFFSCREEN_DOCUMENT: 'OFFSCREEN_DOCUMENT'
    POPUP: 'POPUP'
    SIDE_PANEL: 'SIDE_PANEL'
    TAB: 'TAB'
  }

  const OnInstalledReason: {
    CHROME_UPDATE: 'chrome_update'
    INSTALL: 'install'
    SHARED_MODULE_UPDATE: 'shared_module_update'
    UPDATE: 'update'
  }

  const OnRestartRequiredReason: { APP_UPDATE: 'app_update'; OS_UPDATE: 'os_update'; PERIODIC: 'periodic' }

  const PlatformArch: {
    ARM: 'arm'
    ARM64: 'arm64'
    MIPS: 'mips'
    MIPS64: 'mips64'
    PPC64: 'ppc64'
    RISCV64: 'riscv64'
    X86_32: 'x86-32'
    X86_64: 'x86-64'
  }

  const PlatformNaclArch: {
    ARM: 'arm'
    MIPS: 'mips'
    MIPS64: 'mips64'
    PPC64: 'ppc64'
    X86_32: 'x86-32'
    X86_64: 'x86-64'
  }

  const PlatformOs: {
    ANDROID: 'android'
    CROS: 'cros'
    LINUX: 'linux'
    MAC: 'mac'
    OPENBSD: 'openbsd'
    WIN: 'win'
  }

  const RequestUpdateCheckStatus: {
    NO_UPDATE: 'no_update'
    THROTTLED: 'throttled'
    UPDATE_AVAILABLE: 'update_available'
  }

  function connect(connectInfo?: { name?: string }): Port
  function connect(extensionId: string | null | undefined, connectInfo?: { name?: string }): Port

  function getBackgroundPage(callback: (backgroundPage: Window & typeof globalThis) => void): void

  function getBackgroundPage(): Promise<Window & typeof globalThis>

  function getManifest(): Record<string, unknown>

  function getPackageDirectoryEntry(callback: (directoryEntry: DirectoryEntry) => void): void

  function getPackageDirectoryEntry(): Promise<DirectoryEntry>

  function getPlatformInfo(callback: (platformInfo: PlatformInfo) => void): void

  function getPlatformInfo(): Promise<PlatformInfo>

  function getURL(path: string): string

  function getVersion(): string

  function openOptionsPage(callback: () => void): void

  function openOptionsPage(): Promise<void>

  function reload(): void

  function requestUpdateCheck(callback: (result: RequestUpdateCheckResult) => void): void

  function requestUpdateCheck(): Promise<RequestUpdateCheckResult>

  function restart(): void

  function restartAfterDelay(seconds: number, callback: () => void): void

  function restartAfterDelay(seconds: number): Promise<void>

  function sendMessage<Response = unknown>(message: unknown): Promise<Response>
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
  ): void

  function setUninstallURL(url: string, callback: () => void): void

  function setUninstallURL(url: string): Promise<void>

  const onBrowserUpdateAvailable: AppEvent<() => void>

  const onEnabled: AppEvent<() => void>

  const onInstalled: AppEvent<(details: InstallDetails) => void>

  const onRestartRequired: AppEvent<() => void>

  const onStartup: AppEvent<() => void>

  const onSuspend: AppEvent<() => void>

  const onSuspendCanceled: AppEvent<() => void>

  const onUpdateAvailable: AppEvent<() => void>

  const onConnect: AppEvent<(port: Port) => void>

  const onConnectExternal: AppEvent<(port: Port) => void>

  const onMessage: AppEvent<
    (message: unknown, sender: MessageSender, sendResponse: (response?: unknown) => void) => unknown
  >

  const onMessageExternal: AppEvent<
    (message: unknown, sender: MessageSender, sendResponse: (response?: unknown) => void) => unknown
  >
}

declare namespace chrome.storage {
  const AccessLevel: {
    TRUSTED_AND_UNTRUSTED_CONTEXTS: 'TRUSTED_AND_UNTRUSTED_CONTEXTS'
    TRUSTED_CONTEXTS: 'TRUSTED_CONTEXTS'
  }

  const onChanged: AppEvent<
    (changes: Record<string, { oldValue?: unknown; newValue?: unknown }>, areaName: string) => void
  >
}

declare namespace chrome.storage {
  type AccessLevel = 'TRUSTED_AND_UNTRUSTED_CONTEXTS' | 'TRUSTED_CONTEXTS'

  interface StorageArea {
    get(callback: (items: Record<string, unknown>) => void): void
    get(
      keys: string | string[] | Record<string, unknown> | null | undefined,
      callback: (items: Record<string, unknown>) => void,
    ): void
    get(keys?: string | string[] | Record<string, unknown> | null): Promise<Record<string, unknown>>
    getKeys(callback: (keys: string[]) => void): void
    getKeys(): Promise<string[]>
    set(items: Record<string, unknown>, callback: () => void): void
    set(items: Record<string, unknown>): Promise<void>
    remove(keys: string | string[], callback: () => void): void
    remove(keys: string | string[]): Promise<void>
    clear(callback: () => void): void
    clear(): Promise<void>
    getBytesInUse(callback: (bytesInUse: number) => void): void
    getBytesInUse(keys: string | string[] | null | undefined, callback: (bytesInUse: number) => void): void
    getBytesInUse(keys?: string | string[] | null): Promise<number>
    setAccessLevel(accessOptions: { accessLevel: AccessLevel }, callback: () => void): void
    setAccessLevel(accessOptions: { accessLevel: AccessLevel }): Promise<void>
    onChanged: AppEvent<(changes: Record<string, { oldValue?: unknown; newValue?: unknown }>) => void>
  }

  const sync: StorageArea & {
    QUOTA_BYTES: 102400
    QUOTA_BYTES_PER_ITEM: 8192
    MAX_ITEMS: 512
    MAX_WRITE_OPERATIONS_PER_HOUR: 1800
    MAX_WRITE_OPERATIONS_PER_MINUTE: 120
    MAX_SUSTAINED_WRITE_OPERATIONS_PER_MINUTE: 1000000
  }

  const session: StorageArea & { QUOTA_BYTES: 10485760 }

  const managed: StorageArea

  const local: StorageArea & { QUOTA_BYTES: 10485760 }
}
