import type { RequestEventName } from '../../../renderer-types/contract/apps/web-view-request.ts'
import type { RequestDetails } from './request-details.ts'

export const isEnd = (event: RequestEventName): boolean =>
  event === 'onCompleted' || event === 'onErrorOccurred'

/** What was found of requests, until they are over: the frame of which Electron tells it may have gone before. */
export class RequestsUnderWay<Known> {
  readonly #known = new Map<number, Known>()
  readonly #most: number

  /** `most`: requests that are remembered; more are looked at each time. */
  constructor(most: number) {
    this.#most = most
  }

  find<Found extends Known | undefined>(
    event: RequestEventName,
    details: RequestDetails,
    look: (details: RequestDetails) => Found,
  ): Found | Known {
    const { id } = details
    const found = this.#known.get(id) ?? look(details)
    if (isEnd(event)) this.#known.delete(id)
    else if (found !== undefined && this.#known.size < this.#most) this.#known.set(id, found)
    return found
  }
}
