import type { BlockingResponse, HeaderWish } from './headers.ts'
import { createSight } from './headers.ts'
import type { RequestListener } from './request-listeners.ts'

/** What the listeners of one event want, those first that were there first. */
export interface Verdict {
  readonly isCancelled: boolean
  readonly redirectUrl: string | undefined
  readonly requestHeaders: readonly HeaderWish[]
  readonly responseHeaders: readonly HeaderWish[]
  readonly credentials: BlockingResponse['authCredentials']
}

/** What one of them has said. */
export type Given = readonly [RequestListener, BlockingResponse | undefined]

/** Where nobody is asked. */
export const approval: Verdict = {
  isCancelled: false,
  redirectUrl: undefined,
  requestHeaders: [],
  responseHeaders: [],
  credentials: undefined,
}

/** Where nobody can be asked. */
export const refusal: Verdict = { ...approval, isCancelled: true }

export function decide(given: readonly Given[]): Verdict {
  const pick = (key: 'requestHeaders' | 'responseHeaders'): HeaderWish[] =>
    given.flatMap(([{ extraInfo }, response]) => {
      const headers = response?.[key]
      return headers === undefined ? [] : [{ headers, sees: createSight(extraInfo) }]
    })
  const find = <K extends keyof BlockingResponse>(key: K): BlockingResponse[K] =>
    given.find(([, response]) => response?.[key] !== undefined)?.[1]?.[key]
  return {
    isCancelled: given.some(([, response]) => response?.cancel === true),
    redirectUrl: find('redirectUrl'),
    requestHeaders: pick('requestHeaders'),
    responseHeaders: pick('responseHeaders'),
    credentials: find('authCredentials'),
  }
}
