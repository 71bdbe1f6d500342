import type {
  AppArguments,
  AppNamespace,
  AppResult,
  MethodsAt,
} from '../../../renderer-types/contract/apps/index.ts'
import type { Outcome } from '../../outcome.ts'
import type { Page } from '../../page/page.ts'
import type { ServiceApp } from '../../app/services.ts'
import type { AppFiles } from '../files/app-files.ts'
import type { Guests } from '../guests/guests.ts'
import type { Life } from '../life/life.ts'
import type { ChromeApp } from '../manifest/read-app.ts'
import type { PermissionSet } from '../rights/permission-set.ts'
import type { Rights } from '../rights/rights.ts'
import type { AppSystem } from '../system/app-system.ts'
import type { AppWindow } from '../windows/app-window.ts'
import type { AppWindows } from '../windows/app-windows.ts'

/** What services may do with the app that is run. */
export interface ServiceHost {
  readonly app: ChromeApp
  readonly origin: string
  readonly windows: AppWindows
  readonly files: AppFiles
  readonly guests: Guests
  readonly rights: Rights
  readonly life: Pick<Life, 'confirmSuspending' | 'noteCall' | 'notePorts' | 'ready' | 'reload'>
  readonly system: AppSystem
  /** Has a program of the user open an address; false for one that is none, or for too many. */
  readonly openOutside: (url: string) => boolean
  readonly isBackground: (page: Page) => boolean
  /** The window that a page is shown in; undefined for the background page, and once it has gone. */
  readonly findWindow: (page: Page) => AppWindow | undefined
  /** Aborted when the page goes. */
  readonly endOf: (page: Page) => AbortSignal
  /** Whether the user lets the app have it. */
  readonly askForRights: (page: Page, asked: PermissionSet) => Promise<boolean>
  /** The rights have changed: every page is told. */
  readonly tellRights: (event: 'permissions.onAdded' | 'permissions.onRemoved', set: PermissionSet) => void
}

/** Whose call it is. */
export interface ServiceCall {
  readonly app: ServiceApp
  readonly host: ServiceHost
  readonly page: Page
}

type Answer<Result> = Outcome<Result> | Promise<Outcome<Result>>

/** One handler for each row that is at home in the main process: a row without handler, or a handler without row, does not compile. */
export type Service<N extends AppNamespace> = {
  readonly [M in MethodsAt<'main', N>]: (
    call: ServiceCall,
    ...args: AppArguments<N, M>
  ) => Answer<AppResult<N, M>>
}
