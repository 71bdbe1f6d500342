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

export const findOrigin = (details: RequestDetails): RequestOrigin => ({
  ...locate(details),
  initiator: findInitiator(details),
})
