import type { AppGrant } from '../../../renderer-types/app-wire.ts'
import type {
  AppArguments,
  AppMethods,
  AppNamespace,
  AppResult,
  AppReturn,
  MethodsAt,
} from '../../../renderer-types/contract/apps/index.ts'
import type { AcceptedGrant } from '../../../renderer-types/wire.ts'
import type { Facade } from '../../main-world/facade.ts'
import type { Hub, Member } from './hub.ts'
import type { AppWindow } from './window/app-window.ts'

export type AppPageGrant = AcceptedGrant & { readonly app: AppGrant }

/** The page that a method was called in. */
export interface Context {
  readonly page: Window
  /** That of its document when it began: what follows `#` may be another since. */
  readonly address: string
  readonly grant: AppPageGrant
  /** What all pages of the app share. */
  readonly hub: Hub
  /** The page as the others see it. */
  readonly member: Member
  readonly facade: Facade
  /** What stands in the page's `chrome`. */
  readonly placed: Set<AppNamespace>
  /** The window that the page is shown in; null in the background page. */
  readonly appWindow: AppWindow | null
}

/** How a handler answers. The callback runs later, as a task of its own. */
export interface Reply<Result> {
  /** The page gave no callback. */
  readonly isPromise: boolean
  readonly succeed: (result: Result) => void
  /** With more than one argument for the callback, which the row has no word for. */
  readonly succeedWith: (...results: readonly unknown[]) => void
  readonly fail: (message: string, ...args: readonly unknown[]) => void
  /** The callback has run when this returns. */
  readonly succeedNow: (result: Result) => void
  /** The same of a call that has failed. */
  readonly failNow: (message: string) => void
}

type Handler<N extends AppNamespace, M extends keyof AppMethods<N>> = AppMethods<N>[M] extends {
  noCallback: true
}
  ? (context: Context, ...args: AppArguments<N, M>) => AppReturn<N, M>
  : (context: Context, reply: Reply<AppResult<N, M>>, ...args: AppArguments<N, M>) => AppReturn<N, M>

/** One handler for each row that is at home in the page: a row without handler, or a handler without row, does not compile. */
export type PageHandlers<N extends AppNamespace> = { readonly [M in MethodsAt<'page', N>]: Handler<N, M> }
