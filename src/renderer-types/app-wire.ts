import type { AppEventArguments, AppEventName, AppNamespace } from './contract/apps/index.ts'

/** An app window as its own page knows it. */
export type WindowState = AppEventArguments<'currentWindow', 'onStateChanged'>[0]

export type WindowBounds = WindowState['innerBounds']

/** What the background page keeps for all pages of the app. */
export interface SharedData {
  /** The texts of `_locales` in the user's language, by their names in small letters. */
  readonly messages: Readonly<Record<string, string>>
  /** The user's language, as `chrome.i18n.getUILanguage` tells it. */
  readonly language: string
  /** What servers are asked for. */
  readonly acceptLanguages: readonly string[]
  /** The items of `chrome.storage.managed`, as JSON. */
  readonly managedItems: Readonly<Record<string, string>>
  readonly unlimitedStorage: boolean
  /** The name of the event by which it gets Files. */
  readonly fileEvent: string
}

/** Permissions that say what the page of a window may do with it. */
export const windowRights = [
  'app.window.fullscreen',
  'app.window.fullscreen.overrideEsc',
  'app.window.shape',
] as const
export type WindowRight = (typeof windowRights)[number]

/** What a page of a Chrome App is: the background page, the page of an app window, or a frame in one of them. */
export type AppRole =
  | { readonly kind: 'background'; readonly shared: SharedData }
  | {
      readonly kind: 'window'
      /** Names the window among all that the app has had. */
      readonly token: string
      /** The app's own name for it: `''` where it gave none. */
      readonly id: string
      readonly state: WindowState
      readonly rights: readonly WindowRight[]
      readonly isTransparent: boolean
      /** 0xRRGGBB of the frame with focus and without, where it has colours. */
      readonly frameColors?: readonly [active: number, inactive: number]
    }
  | {
      readonly kind: 'frame'
      /** That of the window; undefined in the background page. */
      readonly token: string | undefined
    }

/** What the page of a Chrome App is told in addition. */
export interface AppGrant {
  readonly namespaces: readonly AppNamespace[]
  readonly role: AppRole
  /** Scripts that run before those of the page. */
  readonly scripts: readonly string[]
}

/** An event of one of the app's namespaces. */
export interface SignalRecord {
  readonly kind: 'signal'
  readonly event: AppEventName
  readonly args: readonly unknown[]
}

/** What a call is told whose window is one too many, or was not opened in time. */
export const notCreated = 'Failed to create the app window.'

/** What a page's console is told that was about to show another page. */
export const explainStay = (url: string): string =>
  `Can't open same-window link to "${url}"; try target="_blank".`

/** How the preload tells the page that its document has its first element, and nothing else yet. */
export const documentEvent = 'electron-chrome-sockets:document'

/** How it tells the page that Electron's own code in the page comes next. */
export const elementEvent = 'electron-chrome-sockets:element'
