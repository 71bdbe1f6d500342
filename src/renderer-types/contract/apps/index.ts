import type { Infer, InferArguments, InferResult } from '../../infer.ts'
import type { MethodRow, ParameterRow } from '../words.ts'
import { alarms } from './alarms.ts'
import { appRuntime } from './app-runtime.ts'
import { appWindow } from './app-window.ts'
import { browser } from './browser.ts'
import { contextMenuItems, contextMenus } from './context-menus.ts'
import { currentWindow } from './current-window.ts'
import { fileSystem } from './file-system.ts'
import { fileGifts, files } from './files.ts'
import { i18n, languages } from './i18n.ts'
import { life } from './life.ts'
import { management } from './management.ts'
import { notices, notifications } from './notifications.ts'
import { grants, permissions } from './permissions.ts'
import { idle, power } from './power.ts'
import { runtime } from './runtime.ts'
import { socket, socketPieces } from './socket.ts'
import { storage, storageLocal, storageManaged, storageSession, storageSync } from './storage.ts'
import { systemCpu, systemDisplay, systemMemory, systemStorage } from './system.ts'
import { webViewInternal } from './web-view-internal.ts'
import { webViewMenus } from './web-view-menus.ts'
import type { AppNamespaceRow, Home } from './words.ts'

/** The rows of what a Chrome App's pages have besides sockets; below one name in Chrome's order. */
export const appContract = {
  alarms,
  appRuntime,
  appWindow,
  browser,
  contextMenuItems,
  contextMenus,
  currentWindow,
  fileGifts,
  fileSystem,
  files,
  grants,
  i18n,
  idle,
  languages,
  life,
  management,
  notices,
  notifications,
  permissions,
  power,
  runtime,
  socket,
  socketPieces,
  storageSync,
  storageSession,
  storageManaged,
  storageLocal,
  storage,
  systemCpu,
  systemDisplay,
  systemMemory,
  systemStorage,
  webViewInternal,
  webViewMenus,
} as const satisfies Readonly<Record<string, AppNamespaceRow>>

type AppContract = typeof appContract
export type AppNamespace = keyof AppContract
export type AppMethods<N extends AppNamespace> = AppContract[N]['methods']
export type AppEvents<N extends AppNamespace> = AppContract[N]['events']

/** `"appWindow.create"` */
export type AppMethodName = { [N in AppNamespace]: `${N}.${keyof AppMethods<N> & string}` }[AppNamespace]
/** `"appRuntime.onLaunched"` */
export type AppEventName = { [N in AppNamespace]: `${N}.${keyof AppEvents<N> & string}` }[AppNamespace]

/** The methods of a namespace whose handler is there. */
export type MethodsAt<H extends Home, N extends AppNamespace> = {
  [M in keyof AppMethods<N>]: AppMethods<N>[M] extends { home: H } ? M : never
}[keyof AppMethods<N>]

/** The namespaces that have a method whose handler is there. */
export type NamespacesAt<H extends Home> = {
  [N in AppNamespace]: [MethodsAt<H, N>] extends [never] ? never : N
}[AppNamespace]

/** Arguments as the handler gets them: one for each parameter, `undefined` for one left out. */
export type AppArguments<
  N extends AppNamespace,
  M extends keyof AppMethods<N>,
> = AppMethods<N>[M] extends MethodRow ? InferArguments<AppMethods<N>[M]['parameters']> : never

export type AppResult<
  N extends AppNamespace,
  M extends keyof AppMethods<N>,
> = AppMethods<N>[M] extends MethodRow ? InferResult<AppMethods<N>[M]> : never

/** What listeners of an event are given. */
export type AppEventArguments<
  N extends AppNamespace,
  E extends keyof AppEvents<N>,
> = AppEvents<N>[E] extends {
  parameters: infer P extends readonly ParameterRow[]
}
  ? InferArguments<P>
  : never

/** What a method returns at once. */
export type AppReturn<N extends AppNamespace, M extends keyof AppMethods<N>> = AppMethods<N>[M] extends {
  returns: infer T
}
  ? Infer<T>
  : void
