import type { RequestEventName } from '../../../renderer-types/contract/apps/web-view-request.ts'
import type { RequestDetails } from './request-details.ts'

/** Requests under way that are remembered; more are as Electron tells of them. */
const most = 4096

/**
 * Which guests have asked. Electron knows it by the frame, which may have gone before it tells that the request is over: that
 * of a page's own request is often the one before.
 */
export class Askers {
  readonly #contentsIds = new Map<number, number>()

  /** Undefined for who is no guest. */
  find(event: RequestEventName, { id, webContentsId }: RequestDetails): number | undefined {
    const found = webContentsId ?? this.#contentsIds.get(id)
    if (event === 'onCompleted' || event === 'onErrorOccurred') this.#contentsIds.delete(id)
    else if (found !== undefined && this.#contentsIds.size < most) this.#contentsIds.set(id, found)
    return found
  }
}
