import type { AppGrant } from '../../renderer-types/app-wire.ts'
import type { AppMethodName } from '../../renderer-types/contract/apps/index.ts'
import type { Outcome } from '../outcome.ts'
import type { Page } from '../page/page.ts'
import type { PermissionHooks } from '../permissions/authorize.ts'
import type { LookUps } from '../sockets/look-ups.ts'
import type { Limits, Logger, SocketReport } from '../types.ts'
import type { Closings } from './closings.ts'
import type { Delivery } from './delivery.ts'

/** What services that open sockets need of the app that these are of. */
export interface ServiceApp {
  readonly certificateAuthorities: readonly string[]
  readonly closings: Closings
  readonly delivery: Pick<Delivery, 'closeAfterSending' | 'descriptors'>
  readonly hooks: PermissionHooks
  readonly limits: Limits
  readonly logger: Logger
  readonly lookUps: LookUps
}

/** What an installation has besides sockets where it runs a whole Chrome App. */
export interface Services {
  /** What the document of a window, or of a frame in it, is in the app; undefined where the window is none of its own. */
  describe: (windowId: number, frameId: number | undefined) => AppGrant | undefined
  opened: (page: Page) => void
  closed: (page: Page) => void
  /** Sockets of other APIs. */
  listSockets: () => readonly SocketReport[]
  /** Whether persistent sockets outlive the last page. */
  keepsSockets: () => boolean
  /** The arguments have been checked against the method's row. */
  perform: (
    app: ServiceApp,
    page: Page,
    method: AppMethodName,
    args: readonly unknown[],
  ) => Outcome | Promise<Outcome>
}
