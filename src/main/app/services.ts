import type { AppGrant } from '../../renderer-types/app-wire.ts'
import type { AppMethodName } from '../../renderer-types/contract/apps/index.ts'
import type { Outcome } from '../outcome.ts'
import type { Page } from '../page/page.ts'

/** What an installation has besides sockets where it runs a whole Chrome App. */
export interface Services {
  /** What the document of a window, or of a frame in it, is in the app; undefined where the window is none of its own. */
  describe: (windowId: number, frameId: number | undefined) => AppGrant | undefined
  opened: (page: Page) => void
  closed: (page: Page) => void
  /** Whether persistent sockets outlive the last page. */
  keepsSockets: () => boolean
  /** The arguments have been checked against the method's row. */
  perform: (page: Page, method: AppMethodName, args: readonly unknown[]) => Outcome | Promise<Outcome>
}
