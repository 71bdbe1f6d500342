import type { BeforeSendResponse, CallbackResponse, HeadersReceivedResponse, WebRequest } from 'electron'
import type { RequestEventName } from '../../../renderer-types/contract/apps/web-view-request.ts'
import { readAddress } from '../read-address.ts'
import type { GuestRequests } from './guest-requests.ts'
import { changeHeaders } from './headers.ts'
import type { Report } from './report.ts'
import type { RequestDetails } from './request-details.ts'
import { RequestsUnderWay } from './requests-under-way.ts'
import { approval, refusal } from './verdict.ts'
import type { Verdict } from './verdict.ts'

type FindRequests = (contentsId: number) => GuestRequests | undefined

/** Requests of a partition whose guests are remembered. */
const maxUnderWay = 4096

/** Electron goes nowhere else from a request: what is sent to a text, or to nothing, comes to nothing. */
const isTarget = (url: string): boolean => /^https?:$/.test(readAddress(url)?.protocol ?? '')

function answerBefore({ isCancelled, redirectUrl }: Verdict): CallbackResponse {
  if (isCancelled) return { cancel: true }
  if (redirectUrl === undefined) return {}
  return isTarget(redirectUrl) ? { redirectURL: redirectUrl } : { cancel: true }
}

function answerSending(
  { isCancelled, requestHeaders }: Verdict,
  details: RequestDetails,
): BeforeSendResponse {
  if (isCancelled) return { cancel: true }
  if (requestHeaders.length === 0) return {}
  const changed = changeHeaders(details.requestHeaders ?? {}, requestHeaders)
  // Of two values of a name the last one counts, as in Chrome.
  return {
    requestHeaders: Object.fromEntries(
      Object.entries(changed).map(([name, values]) => [name, values.at(-1) ?? '']),
    ),
  }
}

function answerReceived(verdict: Verdict, details: RequestDetails): HeadersReceivedResponse {
  const { isCancelled, redirectUrl, responseHeaders } = verdict
  if (isCancelled || (redirectUrl !== undefined && !isTarget(redirectUrl))) return { cancel: true }
  if (redirectUrl === undefined && responseHeaders.length === 0) return {}
  const changed = changeHeaders(details.responseHeaders ?? {}, responseHeaders)
  if (redirectUrl === undefined)
    return { responseHeaders: changed, statusLine: details.statusLine ?? 'HTTP/1.1 200 OK' }
  const others = Object.entries(changed).filter(([name]) => name.toLowerCase() !== 'location')
  return {
    responseHeaders: { ...Object.fromEntries(others), Location: [redirectUrl] },
    statusLine: 'HTTP/1.1 302 Found',
  }
}

/**
 * The requests of all guests of one partition, each told to its own page. Electron takes one listener of a kind; those
 * of a session that has none go without. Where we fail a request is refused: else it would wait for its answer for ever.
 */
export function hearRequests(webRequest: WebRequest, findRequests: FindRequests, report: Report): void {
  const askers = new RequestsUnderWay<number>(maxUnderWay)
  const find = (event: RequestEventName, details: RequestDetails): GuestRequests | undefined => {
    const contentsId = askers.find(event, details, ({ webContentsId }) => webContentsId)
    return contentsId === undefined ? undefined : findRequests(contentsId)
  }
  const ask = async <Response>(
    event: RequestEventName,
    details: RequestDetails,
    read: (verdict: Verdict) => Response,
    callback: (response: Response) => void,
  ): Promise<void> => {
    let response = read(refusal)
    try {
      const asked = find(event, details)?.ask(event, details)
      // At once where nobody is asked.
      response = read(asked === undefined ? approval : await asked)
    } catch (error) {
      report(error)
    }
    callback(response)
  }
  const tell = (event: RequestEventName, details: RequestDetails): void => {
    try {
      find(event, details)?.tell(event, details)
    } catch (error) {
      report(error)
    }
  }
  webRequest.onBeforeRequest(
    (details, callback) => void ask('onBeforeRequest', details, answerBefore, callback),
  )
  webRequest.onBeforeSendHeaders((details, callback) => {
    void ask('onBeforeSendHeaders', details, (verdict) => answerSending(verdict, details), callback)
  })
  webRequest.onHeadersReceived((details, callback) => {
    void ask('onHeadersReceived', details, (verdict) => answerReceived(verdict, details), callback)
  })
  webRequest.onSendHeaders((details) => tell('onSendHeaders', details))
  webRequest.onBeforeRedirect((details) => tell('onBeforeRedirect', details))
  webRequest.onResponseStarted((details) => tell('onResponseStarted', details))
  webRequest.onCompleted((details) => tell('onCompleted', details))
  webRequest.onErrorOccurred((details) => tell('onErrorOccurred', details))
}
