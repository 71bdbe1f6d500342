import type { RequestEventName } from '../../../renderer-types/contract/apps/web-view-request.ts'
import type { RequestDetails } from './request-details.ts'

interface Place {
  readonly frameId: number
  readonly frameType?: 'outermost_frame' | 'sub_frame'
  readonly parentFrameId: number
}

/** Where a request comes from, as Chrome tells it. */
export interface RequestOrigin extends Place {
  readonly initiator: string | undefined
}

/** Requests under way of one guest that are remembered. */
const most = 1024

const nowhere: Place = { frameId: -1, parentFrameId: -1 }

/** Electron throws for a frame that has gone meanwhile. */
function locate({ frame, resourceType }: RequestDetails): Place {
  try {
    const parent = frame?.parent ?? null
    if (frame == null && resourceType !== 'mainFrame') return nowhere
    if (frame == null || parent === null)
      return { frameId: 0, frameType: 'outermost_frame', parentFrameId: -1 }
    const parentFrameId = parent.parent === null ? 0 : parent.frameTreeNodeId
    return { frameId: frame.frameTreeNodeId, frameType: 'sub_frame', parentFrameId }
  } catch {
    return nowhere
  }
}

/** Who asks; what the browser itself has loaded has no initiator. */
function findInitiator({ frame, initiatorOrigin, resourceType }: RequestDetails): string | undefined {
  if (initiatorOrigin !== undefined || resourceType === 'mainFrame') return initiatorOrigin
  try {
    return resourceType === 'subFrame' ? frame?.parent?.origin : frame?.origin
  } catch {
    return undefined
  }
}

/** Where a guest's requests come from. A frame may have gone before all is told of what it has asked for. */
export class RequestOrigins {
  readonly #known = new Map<number, RequestOrigin>()

  find(event: RequestEventName, details: RequestDetails): RequestOrigin {
    const { id } = details
    const origin = this.#known.get(id) ?? { ...locate(details), initiator: findInitiator(details) }
    if (event === 'onCompleted' || event === 'onErrorOccurred') this.#known.delete(id)
    else if (this.#known.size < most) this.#known.set(id, origin)
    return origin
  }
}
