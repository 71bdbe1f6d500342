import type { AppArguments } from '../../../renderer-types/contract/apps/index.ts'
import type {
  RequestEventName,
  ResourceType,
} from '../../../renderer-types/contract/apps/web-view-request.ts'
import type { RequestDetails } from './request-details.ts'
import { typeOf } from './request-details.ts'
import type { UrlPattern } from './url-pattern.ts'
import { matchesUrl, maxUrl, parseUrlPattern } from './url-pattern.ts'
import { parseUrl } from '../../parse-url.ts'

/** Of one guest, whose every request is compared with them. Chrome has no limits. */
const maxListeners = 64
const maxPatterns = 256
const maxPatternCharacters = 64 * 1024

export type ListenerRow = AppArguments<'webViewInternal', 'addRequestListener'>[1]

export interface RequestListener {
  readonly id: number
  readonly event: RequestEventName
  /** None: every address. */
  readonly patterns: readonly UrlPattern[]
  readonly types: ReadonlySet<ResourceType> | undefined
  readonly extraInfo: ReadonlySet<string>
  readonly isAsked: boolean
  readonly characters: number
}

/** The listener that a row is, or what Chrome says is wrong with it. */
function readListener({ event, extraInfo, filter, listenerId }: ListenerRow): RequestListener | string {
  const { types, urls } = filter
  const patterns: UrlPattern[] = []
  for (const url of urls) {
    const pattern = parseUrlPattern(url)
    if (pattern === undefined) return `'${url.slice(0, 256)}' is not a valid URL pattern.`
    patterns.push(pattern)
  }
  const wishes = new Set<string>(extraInfo)
  if (wishes.has('blocking') && wishes.has('asyncBlocking')) return 'Invalid extraInfo spec.'
  return {
    id: listenerId,
    event,
    patterns,
    types: types && new Set(types),
    extraInfo: wishes,
    isAsked: wishes.has('blocking') || wishes.has('asyncBlocking'),
    characters: urls.reduce((sum, url) => sum + url.length, 0),
  }
}

/** What the page of a guest wants to hear of its requests. */
export class RequestListeners {
  readonly #listeners = new Map<number, RequestListener>()

  get isEmpty(): boolean {
    return this.#listeners.size === 0
  }

  /** Returns what is wrong with one that is not taken. */
  add(row: ListenerRow): string | undefined {
    const { urls } = row.filter
    const own = [...this.#listeners.values()]
    const patterns = own.reduce((sum, each) => sum + each.patterns.length, 0) + urls.length
    const characters =
      own.reduce((sum, each) => sum + each.characters, 0) + urls.reduce((sum, url) => sum + url.length, 0)
    if (own.length >= maxListeners || patterns > maxPatterns || characters > maxPatternCharacters)
      return 'There are too many filters.'
    const listener = readListener(row)
    if (typeof listener === 'string') return listener
    this.#listeners.set(listener.id, listener)
    return undefined
  }

  remove(id: number): void {
    this.#listeners.delete(id)
  }

  /** Those of an event that a request is for; `long`: of one with an address that is compared with nothing, some would have been asked. */
  find(event: RequestEventName, details: RequestDetails): readonly RequestListener[] | 'long' {
    const own = [...this.#listeners.values()].filter((each) => each.event === event)
    if (details.url.length > maxUrl) return own.some(({ isAsked }) => isAsked) ? 'long' : []
    const url = own.length === 0 ? undefined : parseUrl(details.url)
    if (url === undefined) return []
    const type = typeOf(details)
    return own.filter(
      ({ patterns, types }) =>
        types?.has(type) !== false &&
        (patterns.length === 0 || patterns.some((pattern) => matchesUrl(pattern, url))),
    )
  }
}
