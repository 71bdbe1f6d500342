import type {
  BeforeSendResponse,
  HeadersReceivedResponse,
  OnBeforeSendHeadersListenerDetails,
  OnHeadersReceivedListenerDetails,
  Session,
} from 'electron'

interface Asked {
  /** What a response must name: the origin of the page, or `null` behind a redirect to another host. */
  readonly origin: string
  readonly method: string
  readonly headers: string
}

const filter = { urls: ['http://*/*', 'https://*/*'] }
const isSafe = (method: string): boolean => method === 'GET' || method === 'HEAD'

function takeHeader(headers: Record<string, string>, name: string): string | undefined {
  const key = Object.keys(headers).find((each) => each.toLowerCase() === name)
  return key === undefined ? undefined : headers[key]
}

/** No host is told that another site asks: in Chrome, too, the user does. */
function writeHeaders(headers: Record<string, string>, isOriginHidden: boolean): Record<string, string> {
  const replaced = isOriginHidden ? ['origin', 'sec-fetch-site'] : ['sec-fetch-site']
  const others = Object.entries(headers).filter(([name]) => !replaced.includes(name.toLowerCase()))
  return { ...Object.fromEntries(others), 'Sec-Fetch-Site': 'none' }
}

function allow(
  { headers, method, origin }: Asked,
  given: Record<string, string[]>,
): Record<string, string[]> {
  const others = Object.entries(given).filter(([name]) => !/^access-control-/i.test(name))
  const names = others.map(([name]) => name).join(', ')
  return {
    ...Object.fromEntries(others),
    'access-control-allow-origin': [origin],
    'access-control-allow-credentials': ['true'],
    'access-control-expose-headers': [names],
    ...(method !== '' && {
      'access-control-allow-methods': [method],
      'access-control-allow-headers': [headers],
    }),
  }
}

/** Requests of the app's own pages to hosts of its manifest, which are let through as if the hosts had agreed. */
class SharedHosts {
  readonly #origin: string
  readonly #isShared: (url: string) => boolean
  readonly #asked = new Map<number, Asked>()

  constructor(origin: string, isShared: (url: string) => boolean) {
    this.#origin = origin
    this.#isShared = isShared
  }

  /** Nothing is changed where nothing is returned. The network says who asks, not the page: a sandboxed page, or one of another origin, says something else. */
  send({ id, method, requestHeaders, url }: OnBeforeSendHeadersListenerDetails): BeforeSendResponse {
    const origin = takeHeader(requestHeaders, 'origin')
    const known = this.#asked.get(id)
    const isOurs = origin === this.#origin || (origin === 'null' && known !== undefined)
    if (!isOurs || !this.#isShared(url)) {
      this.#asked.delete(id)
      return {}
    }
    const asks = (name: string): string => takeHeader(requestHeaders, `access-control-request-${name}`) ?? ''
    this.#asked.set(id, { origin, method: asks('method'), headers: asks('headers') })
    return { requestHeaders: writeHeaders(requestHeaders, isSafe(method)) }
  }

  receive({ id, method, responseHeaders = {} }: OnHeadersReceivedListenerDetails): HeadersReceivedResponse {
    const asked = this.#asked.get(id)
    if (asked === undefined) return {}
    const isPreflight = method === 'OPTIONS' && asked.method !== ''
    return {
      responseHeaders: allow(asked, responseHeaders),
      ...(isPreflight && { statusLine: 'HTTP/1.1 200 OK' }),
    }
  }

  end(id: number): void {
    this.#asked.delete(id)
  }
}

/** The session is the app's own: it has no other listeners, of which there can be but one. */
export function shareHosts(
  { webRequest }: Session,
  origin: string,
  isShared: (url: string) => boolean,
): void {
  const shared = new SharedHosts(origin, isShared)
  webRequest.onBeforeSendHeaders(filter, (details, callback) => callback(shared.send(details)))
  webRequest.onHeadersReceived(filter, (details, callback) => callback(shared.receive(details)))
  webRequest.onCompleted(filter, ({ id }) => shared.end(id))
  webRequest.onErrorOccurred(filter, ({ id }) => shared.end(id))
}
