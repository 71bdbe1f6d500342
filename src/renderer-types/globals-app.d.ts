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

declare namespace chrome.alarms {
  interface AlarmCreateInfo {
    delayInMinutes?: number | null | undefined
    periodInMinutes?: number | null | undefined
    persistAcrossSessions?: boolean | null | undefined
    when?: number | null | undefined
  }

  interface Alarm {
    name: string
    periodInMinutes?: number | undefined
    persistAcrossSessions: boolean
    scheduledTime: number
  }

  function clear(callback: (wasCleared: boolean) => void): void

  function clear(name: string | null | undefined, callback: (wasCleared: boolean) => void): void

  function clear(name?: string | null): Promise<boolean>

  function clearAll(callback: (wasCleared: boolean) => void): void

  function clearAll(): Promise<boolean>

  function create(alarmInfo: AlarmCreateInfo, callback: () => void): void

  function create(name: string | null | undefined, alarmInfo: AlarmCreateInfo, callback: () => void): void

  function create(alarmInfo: AlarmCreateInfo): Promise<void>

  function create(name: string | null | undefined, alarmInfo: AlarmCreateInfo): Promise<void>

  function get(callback: (alarm: Alarm) => void): void

  function get(name: string | null | undefined, callback: (alarm: Alarm) => void): void

  function get(name?: string | null): Promise<Alarm>

  function getAll(callback: (alarms: Alarm[]) => void): void

  function getAll(): Promise<Alarm[]>

  const onAlarm: AppEvent<(alarm: Alarm) => void>
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

  const onRestarted: AppEvent<() => void>

  const onLaunched: AppEvent<
    (launchData: LaunchData & { id?: string; items?: { entry: Entry; type?: string }[] }) => void
  >

  const onEmbedRequested: AppEvent<() => void>
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

declare namespace chrome.browser {
  interface OpenTabOptions {
    url: string
  }

  function openTab(options: OpenTabOptions, callback: () => void): void

  function openTab(options: OpenTabOptions): Promise<void>
}

declare namespace chrome.contextMenus {
  interface CreateProperties {
    checked?: boolean | null | undefined
    contexts?: ContextType[] | null | undefined
    documentUrlPatterns?: string[] | null | undefined
    enabled?: boolean | null | undefined
    parentId?: number | string | null | undefined
    targetUrlPatterns?: string[] | null | undefined
    title?: string | null | undefined
    type?: ItemType | null | undefined
    visible?: boolean | null | undefined
    id?: string | null | undefined
    onclick?: ((info: OnClickData) => void) | null | undefined
  }

  type ContextType =
    | 'action'
    | 'all'
    | 'audio'
    | 'browser_action'
    | 'editable'
    | 'frame'
    | 'image'
    | 'launcher'
    | 'link'
    | 'page'
    | 'page_action'
    | 'selection'
    | 'tab'
    | 'video'

  type ItemType = 'checkbox' | 'normal' | 'radio' | 'separator'

  interface OnClickData {
    checked?: boolean | undefined
    editable: boolean
    frameUrl?: string | undefined
    linkUrl?: string | undefined
    mediaType?: string | undefined
    menuItemId: number | string
    pageUrl?: string | undefined
    parentMenuItemId?: number | string | undefined
    selectionText?: string | undefined
    srcUrl?: string | undefined
    wasChecked?: boolean | undefined
  }

  const ContextType: {
    ACTION: 'action'
    ALL: 'all'
    AUDIO: 'audio'
    BROWSER_ACTION: 'browser_action'
    EDITABLE: 'editable'
    FRAME: 'frame'
    IMAGE: 'image'
    LAUNCHER: 'launcher'
    LINK: 'link'
    PAGE: 'page'
    PAGE_ACTION: 'page_action'
    SELECTION: 'selection'
    TAB: 'tab'
    VIDEO: 'video'
  }

  const ItemType: { CHECKBOX: 'checkbox'; NORMAL: 'normal'; RADIO: 'radio'; SEPARATOR: 'separator' }

  function create(createProperties: CreateProperties, callback?: () => void): number | string

  function remove(menuItemId: number | string, callback: () => void): void

  function remove(menuItemId: number | string): Promise<void>

  function removeAll(callback: () => void): void

  function removeAll(): Promise<void>

  function update(
    id: number | string,
    updateProperties: {
      checked?: boolean | null | undefined
      contexts?: ContextType[] | null | undefined
      documentUrlPatterns?: string[] | null | undefined
      enabled?: boolean | null | undefined
      parentId?: number | string | null | undefined
      targetUrlPatterns?: string[] | null | undefined
      title?: string | null | undefined
      type?: ItemType | null | undefined
      visible?: boolean | null | undefined
      onclick?: ((info: OnClickData) => void) | null | undefined
    },
    callback: () => void,
  ): void

  function update(
    id: number | string,
    updateProperties: {
      checked?: boolean | null | undefined
      contexts?: ContextType[] | null | undefined
      documentUrlPatterns?: string[] | null | undefined
      enabled?: boolean | null | undefined
      parentId?: number | string | null | undefined
      targetUrlPatterns?: string[] | null | undefined
      title?: string | null | undefined
      type?: ItemType | null | undefined
      visible?: boolean | null | undefined
      onclick?: ((info: OnClickData) => void) | null | undefined
    },
  ): Promise<void>

  const onClicked: AppEvent<(info: OnClickData) => void>

  const ACTION_MENU_TOP_LEVEL_LIMIT: 6
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
  interface DetectedLanguages {
    isReliable: boolean
    languages: DetectedLanguage[]
  }

  interface DetectedLanguage {
    language: string
    percentage: number
  }

  function detectLanguage(text: string, callback: (result: DetectedLanguages) => void): void

  function detectLanguage(text: string): Promise<DetectedLanguages>

  function getAcceptLanguages(callback: (languages: string[]) => void): void

  function getAcceptLanguages(): Promise<string[]>

  function getMessage(
    messageName: string,
    substitutions?: unknown | null,
    options?: { escapeLt?: boolean | null | undefined } | null,
  ): string

  function getUILanguage(): string
}

declare namespace chrome.idle {
  type IdleState = 'active' | 'idle' | 'locked'

  const IdleState: { ACTIVE: 'active'; IDLE: 'idle'; LOCKED: 'locked' }

  function queryState(detectionIntervalInSeconds: number, callback: (newState: IdleState) => void): void

  function queryState(detectionIntervalInSeconds: number): Promise<IdleState>

  function setDetectionInterval(intervalInSeconds: number): void

  const onStateChanged: AppEvent<(newState: IdleState) => void>
}

declare namespace chrome.management {
  interface ExtensionInfo {
    appLaunchUrl: string
    availableLaunchTypes: string[]
    description: string
    enabled: boolean
    homepageUrl: string
    hostPermissions: string[]
    icons?: IconInfo[] | undefined
    id: string
    installType: ExtensionInstallType
    isApp: boolean
    launchType: string
    mayDisable: boolean
    name: string
    offlineEnabled: boolean
    optionsUrl: string
    permissions: string[]
    shortName: string
    type: string
    updateUrl?: string | undefined
    version: string
    versionName: string
  }

  interface IconInfo {
    size: number
    url: string
  }

  type ExtensionInstallType = 'admin' | 'development' | 'normal' | 'other' | 'sideload'

  const ExtensionDisabledReason: { PERMISSIONS_INCREASE: 'permissions_increase'; UNKNOWN: 'unknown' }

  const ExtensionInstallType: {
    ADMIN: 'admin'
    DEVELOPMENT: 'development'
    NORMAL: 'normal'
    OTHER: 'other'
    SIDELOAD: 'sideload'
  }

  const ExtensionType: {
    EXTENSION: 'extension'
    HOSTED_APP: 'hosted_app'
    LEGACY_PACKAGED_APP: 'legacy_packaged_app'
    LOGIN_SCREEN_EXTENSION: 'login_screen_extension'
    PACKAGED_APP: 'packaged_app'
    THEME: 'theme'
  }

  const LaunchType: {
    OPEN_AS_PINNED_TAB: 'OPEN_AS_PINNED_TAB'
    OPEN_AS_REGULAR_TAB: 'OPEN_AS_REGULAR_TAB'
    OPEN_AS_WINDOW: 'OPEN_AS_WINDOW'
    OPEN_FULL_SCREEN: 'OPEN_FULL_SCREEN'
  }

  function getSelf(callback: (result: ExtensionInfo) => void): void

  function getSelf(): Promise<ExtensionInfo>
}

declare namespace chrome.notifications {
  interface NotificationOptions {
    appIconMaskBitmap?: NotificationBitmap | null | undefined
    appIconMaskUrl?: string | null | undefined
    buttons?: NotificationButton[] | null | undefined
    contextMessage?: string | null | undefined
    eventTime?: number | null | undefined
    iconBitmap?: NotificationBitmap | null | undefined
    iconUrl?: string | null | undefined
    imageBitmap?: NotificationBitmap | null | undefined
    imageUrl?: string | null | undefined
    isClickable?: boolean | null | undefined
    items?: NotificationItem[] | null | undefined
    message?: string | null | undefined
    priority?: number | null | undefined
    progress?: number | null | undefined
    requireInteraction?: boolean | null | undefined
    silent?: boolean | null | undefined
    title?: string | null | undefined
    type?: TemplateType | null | undefined
  }

  interface NotificationBitmap {
    data?: ArrayBuffer | ArrayBufferView | null | undefined
    height: number
    width: number
  }

  interface NotificationButton {
    iconBitmap?: NotificationBitmap | null | undefined
    iconUrl?: string | null | undefined
    title: string
  }

  interface NotificationItem {
    message: string
    title: string
  }

  type TemplateType = 'basic' | 'image' | 'list' | 'progress'

  type PermissionLevel = 'granted' | 'denied'

  const PermissionLevel: { DENIED: 'denied'; GRANTED: 'granted' }

  const TemplateType: { BASIC: 'basic'; IMAGE: 'image'; LIST: 'list'; PROGRESS: 'progress' }

  function clear(notificationId: string, callback: (wasCleared: boolean) => void): void

  function clear(notificationId: string): Promise<boolean>

  function create(options: NotificationOptions, callback: (notificationId: string) => void): void

  function create(
    notificationId: string | null | undefined,
    options: NotificationOptions,
    callback: (notificationId: string) => void,
  ): void

  function create(options: NotificationOptions): Promise<string>

  function create(notificationId: string | null | undefined, options: NotificationOptions): Promise<string>

  function getAll(callback: (notifications: Record<string, unknown>) => void): void

  function getAll(): Promise<Record<string, unknown>>

  function getPermissionLevel(callback: (level: PermissionLevel) => void): void

  function getPermissionLevel(): Promise<PermissionLevel>

  function update(
    notificationId: string,
    options: NotificationOptions,
    callback: (wasUpdated: boolean) => void,
  ): void

  function update(notificationId: string, options: NotificationOptions): Promise<boolean>

  const onShowSettings: AppEvent<() => void>

  const onPermissionLevelChanged: AppEvent<(level: PermissionLevel) => void>

  const onButtonClicked: AppEvent<(notificationId: string, buttonIndex: number) => void>

  const onClicked: AppEvent<(notificationId: string) => void>

  const onClosed: AppEvent<(notificationId: string, byUser: boolean) => void>
}

declare namespace chrome.permissions {
  interface Permissions {
    permissions?: string[] | null | undefined
    origins?: string[] | null | undefined
  }

  interface HeldPermissions {
    origins: string[]
    permissions: (string | SocketPermission | UsbPermission)[]
  }

  interface SocketPermission {
    socket: string[]
  }

  interface UsbPermission {
    usbDevices: UsbDevice[]
  }

  interface UsbDevice {
    interfaceClass: number
    interfaceId: number
    productId: number
    vendorId: number
  }

  function contains(permissions: Permissions, callback: (result: boolean) => void): void

  function contains(permissions: Permissions): Promise<boolean>

  function getAll(callback: (permissions: HeldPermissions) => void): void

  function getAll(): Promise<HeldPermissions>

  function remove(permissions: Permissions, callback: (removed: boolean) => void): void

  function remove(permissions: Permissions): Promise<boolean>

  function request(permissions: Permissions, callback: (granted: boolean) => void): void

  function request(permissions: Permissions): Promise<boolean>

  const onRemoved: AppEvent<(permissions: Permissions) => void>

  const onAdded: AppEvent<(permissions: Permissions) => void>
}

declare namespace chrome.power {
  type Level = 'display' | 'system'

  const Level: { DISPLAY: 'display'; SYSTEM: 'system' }

  function releaseKeepAwake(): void

  function requestKeepAwake(level: Level): void
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

  const onRestartRequired: AppEvent<() => void>

  const onMessageExternal: AppEvent<
    (message: unknown, sender: MessageSender, sendResponse: (response?: unknown) => void) => unknown
  >

  const onMessage: AppEvent<
    (message: unknown, sender: MessageSender, sendResponse: (response?: unknown) => void) => unknown
  >

  const onConnectExternal: AppEvent<(port: Port) => void>

  const onConnect: AppEvent<(port: Port) => void>

  const onBrowserUpdateAvailable: AppEvent<() => void>

  const onUpdateAvailable: AppEvent<() => void>

  const onSuspendCanceled: AppEvent<() => void>

  const onSuspend: AppEvent<() => void>

  const onEnabled: AppEvent<() => void>

  const onInstalled: AppEvent<(details: InstallDetails) => void>

  const onStartup: AppEvent<() => void>
}

declare namespace chrome.socket {
  type SocketType = 'tcp' | 'udp'

  interface CreateOptions {}

  interface SecureOptions {
    tlsVersion?: TLSVersionConstraints | null | undefined
  }

  interface TLSVersionConstraints {
    max?: string | null | undefined
    min?: string | null | undefined
  }

  interface AcceptInfo {
    resultCode: number
    socketId?: number | undefined
  }

  interface CreateInfo {
    socketId: number
  }

  interface SocketInfo {
    connected: boolean
    localAddress?: string | undefined
    localPort?: number | undefined
    peerAddress?: string | undefined
    peerPort?: number | undefined
    socketType: SocketType
  }

  interface NetworkInterface {
    address: string
    name: string
    prefixLength: number
  }

  interface ReadInfo {
    data: ArrayBuffer
    resultCode: number
  }

  interface RecvFromInfo {
    address: string
    data: ArrayBuffer
    port: number
    resultCode: number
  }

  interface WriteInfo {
    bytesWritten: number
  }

  const SocketType: { TCP: 'tcp'; UDP: 'udp' }

  function accept(socketId: number, callback: (acceptInfo: AcceptInfo) => void): void

  function bind(socketId: number, address: string, port: number, callback: (result: number) => void): void

  function connect(socketId: number, hostname: string, port: number, callback: (result: number) => void): void

  function create(type: SocketType, callback: (createInfo: CreateInfo) => void): void

  function create(
    type: SocketType,
    options: CreateOptions | null | undefined,
    callback: (createInfo: CreateInfo) => void,
  ): void

  function create(type: SocketType, options?: CreateOptions | null): Promise<CreateInfo>

  function destroy(socketId: number): void

  function disconnect(socketId: number): void

  function getInfo(socketId: number, callback: (result: SocketInfo) => void): void

  function getInfo(socketId: number): Promise<SocketInfo>

  function getJoinedGroups(socketId: number, callback: (groups: string[]) => void): void

  function getNetworkList(callback: (result: NetworkInterface[]) => void): void

  function getNetworkList(): Promise<NetworkInterface[]>

  function joinGroup(socketId: number, address: string, callback: (result: number) => void): void

  function leaveGroup(socketId: number, address: string, callback: (result: number) => void): void

  function listen(socketId: number, address: string, port: number, callback: (result: number) => void): void

  function listen(
    socketId: number,
    address: string,
    port: number,
    backlog: number | null | undefined,
    callback: (result: number) => void,
  ): void

  function read(socketId: number, callback: (readInfo: ReadInfo) => void): void

  function read(
    socketId: number,
    bufferSize: number | null | undefined,
    callback: (readInfo: ReadInfo) => void,
  ): void

  function recvFrom(socketId: number, callback: (recvFromInfo: RecvFromInfo) => void): void

  function recvFrom(
    socketId: number,
    bufferSize: number | null | undefined,
    callback: (recvFromInfo: RecvFromInfo) => void,
  ): void

  function secure(socketId: number, callback: (result: number) => void): void

  function secure(
    socketId: number,
    options: SecureOptions | null | undefined,
    callback: (result: number) => void,
  ): void

  function sendTo(
    socketId: number,
    data: ArrayBuffer | ArrayBufferView,
    address: string,
    port: number,
    callback: (writeInfo: WriteInfo) => void,
  ): void

  function setKeepAlive(socketId: number, enable: boolean, callback: (result: boolean) => void): void

  function setKeepAlive(
    socketId: number,
    enable: boolean,
    delay: number | null | undefined,
    callback: (result: boolean) => void,
  ): void

  function setMulticastLoopbackMode(
    socketId: number,
    enabled: boolean,
    callback: (result: number) => void,
  ): void

  function setMulticastTimeToLive(socketId: number, ttl: number, callback: (result: number) => void): void

  function setNoDelay(socketId: number, noDelay: boolean, callback: (result: boolean) => void): void

  function write(
    socketId: number,
    data: ArrayBuffer | ArrayBufferView,
    callback: (writeInfo: WriteInfo) => void,
  ): void
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

declare namespace chrome.system.cpu {
  interface CpuInfo {
    archName: string
    features: string[]
    modelName: string
    numOfProcessors: number
    processors: ProcessorInfo[]
    temperatures: number[]
  }

  interface ProcessorInfo {
    usage: CpuTime
  }

  interface CpuTime {
    idle: number
    kernel: number
    total: number
    user: number
  }

  function getInfo(callback: (info: CpuInfo) => void): void

  function getInfo(): Promise<CpuInfo>
}

declare namespace chrome.system.display {
  interface GetInfoFlags {
    singleUnified?: boolean | null | undefined
  }

  interface DisplayUnitInfo {
    activeState: string
    availableDisplayZoomFactors: number[]
    bounds: Bounds
    displayZoomFactor: number
    dpiX: number
    dpiY: number
    hasAccelerometerSupport: boolean
    hasTouchSupport: boolean
    id: string
    isEnabled: boolean
    isInternal: boolean
    isPrimary: boolean
    isUnified: boolean
    mirroringDestinationIds: string[]
    mirroringSourceId: string
    modes: Record<string, unknown>[]
    name: string
    overscan: Insets
    rotation: number
    workArea: Bounds
  }

  interface Bounds {
    height: number
    left: number
    top: number
    width: number
  }

  interface Insets {
    bottom: number
    left: number
    right: number
    top: number
  }

  const ActiveState: { ACTIVE: 'active'; INACTIVE: 'inactive' }

  const LayoutPosition: { BOTTOM: 'bottom'; LEFT: 'left'; RIGHT: 'right'; TOP: 'top' }

  const MirrorMode: { MIXED: 'mixed'; NORMAL: 'normal'; OFF: 'off' }

  function getInfo(callback: (displayInfo: DisplayUnitInfo[]) => void): void

  function getInfo(
    flags: GetInfoFlags | null | undefined,
    callback: (displayInfo: DisplayUnitInfo[]) => void,
  ): void

  function getInfo(flags?: GetInfoFlags | null): Promise<DisplayUnitInfo[]>

  const onDisplayChanged: AppEvent<() => void>
}

declare namespace chrome.system.memory {
  interface MemoryInfo {
    availableCapacity: number
    capacity: number
  }

  function getInfo(callback: (info: MemoryInfo) => void): void

  function getInfo(): Promise<MemoryInfo>
}

declare namespace chrome.system.storage {
  interface StorageAvailableCapacityInfo {
    availableCapacity: number
    id: string
  }

  interface StorageUnitInfo {
    capacity: number
    id: string
    name: string
    type: StorageUnitType
  }

  type StorageUnitType = 'fixed' | 'removable' | 'unknown'

  const EjectDeviceResultCode: {
    FAILURE: 'failure'
    IN_USE: 'in_use'
    NO_SUCH_DEVICE: 'no_such_device'
    SUCCESS: 'success'
  }

  const StorageUnitType: { FIXED: 'fixed'; REMOVABLE: 'removable'; UNKNOWN: 'unknown' }

  function ejectDevice(id: string, callback: (result: string) => void): void

  function ejectDevice(id: string): Promise<string>

  function getAvailableCapacity(id: string, callback: (info: StorageAvailableCapacityInfo) => void): void

  function getAvailableCapacity(id: string): Promise<StorageAvailableCapacityInfo>

  function getInfo(callback: (info: StorageUnitInfo[]) => void): void

  function getInfo(): Promise<StorageUnitInfo[]>

  const onDetached: AppEvent<(id: string) => void>

  const onAttached: AppEvent<(info: StorageUnitInfo) => void>
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
