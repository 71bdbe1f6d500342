import type { AuthInfo, WebContents } from 'electron'
import type { RequestEventName } from '../../../renderer-types/contract/apps/web-view-request.ts'
import { cutText } from '../guests/cut-text.ts'
import { RequestDescription } from './describe-request.ts'
import { explainResponse } from './explain-response.ts'
import type { BlockingResponse } from './headers.ts'
import type { RequestDetails } from './request-details.ts'
import { RequestListeners } from './request-listeners.ts'
import type { ListenerRow, RequestListener } from './request-listeners.ts'
import type { Report } from './report.ts'
import type { RequestOrigin } from './request-origin.ts'
import { findOrigin } from './request-origin.ts'
import { RequestQuestions } from './request-questions.ts'
import { isEnd, RequestsUnderWay } from './requests-under-way.ts'
import { decide, refusal } from './verdict.ts'
import type { Given, Verdict } from './verdict.ts'

/** False where the page is not told; one that must hear it is told whatever it has not dealt with. */
type Raise = (name: string, fields: object, mustHear?: boolean) => boolean

const blocked = { code: -20, reason: 'ERR_BLOCKED_BY_CLIENT' }

/** Of that Electron says nothing else. */
const isRefusedPage = ({ error, resourceType }: RequestDetails): boolean =>
  resourceType === 'mainFrame' && error === `net::${blocked.reason}`

/** Requests of a guest that have been asked who they are, until they end. */
const maxChallenged = 64

/** Requests of a guest whose origins are remembered. */
const maxUnderWay = 1024

/** Of a request that somebody is asked about, who may answer with as many again. Chrome has no limit. */
const maxHeaders = 128

const seesHeaders = (extraInfo: ReadonlySet<string>): boolean =>
  extraInfo.has('requestHeaders') || extraInfo.has('responseHeaders')

/** What a guest asks the network for, and what its page says to that. */
export class GuestRequests {
  readonly #listeners = new RequestListeners()
  readonly #questions = new RequestQuestions()
  readonly #origins = new RequestsUnderWay<RequestOrigin>(maxUnderWay)
  readonly #raise: Raise
  /** Those that the server has answered with a question, by their numbers. */
  readonly #challenged = new Map<number, RequestDetails>()

  constructor(contents: WebContents, raise: Raise, report: Report) {
    this.#raise = raise
    contents.on('login', (event, details, info, answer) => {
      try {
        const asked = this.#ask('onAuthRequired', this.#describeLogin(details), describeInfo(info))
        if (asked === undefined) return
        event.preventDefault()
        void identify(asked, answer, report)
      } catch (error) {
        report(error)
      }
    })
    contents.once('destroyed', () => this.#questions.forget())
  }

  /** Returns what is wrong with a listener that is not taken. */
  add(row: ListenerRow): string | undefined {
    return this.#listeners.add(row)
  }

  remove(listenerId: number): void {
    this.#listeners.remove(listenerId)
    this.#questions.forget(listenerId)
  }

  /** Returns what is wrong with an answer, which counts as none then. */
  answer(questionId: number, response: BlockingResponse | undefined): string | undefined {
    const complaint = response && explainResponse(response)
    this.#questions.answer(questionId, complaint === undefined ? response : undefined)
    return complaint
  }

  tell(event: RequestEventName, details: RequestDetails): void {
    if (isEnd(event)) this.#challenged.delete(details.id)
    void this.#ask(event, details)
    if (event === 'onErrorOccurred' && isRefusedPage(details))
      this.#raise('loadabort', { url: cutText(details.url), isTopLevel: true, ...blocked })
  }

  /** Undefined where nobody is to be waited for. */
  ask(event: RequestEventName, details: RequestDetails): Promise<Verdict> | undefined {
    if (details.statusCode === 401 || details.statusCode === 407) this.#noteChallenge(details)
    return this.#ask(event, details)
  }

  #noteChallenge(details: RequestDetails): void {
    if (this.#challenged.size < maxChallenged) this.#challenged.set(details.id, details)
  }

  /** Electron tells nothing of the request but its address. */
  #describeLogin({ url }: { readonly url: string }): RequestDetails {
    const known = [...this.#challenged.values()].find((each) => each.url === url)
    return known ?? { id: 0, url, method: 'GET', resourceType: 'other', timestamp: Date.now() }
  }

  #ask(event: RequestEventName, details: RequestDetails, more?: object): Promise<Verdict> | undefined {
    if (this.#listeners.isEmpty) return undefined
    const origin = this.#origins.find(event, details, findOrigin)
    const listeners = this.#listeners.find(event, details)
    if (listeners === 'long') return Promise.resolve(refusal)
    const description = new RequestDescription(event, details, origin, more)
    const answers = listeners.map((listener) => this.#say(listener, description))
    const awaited = answers.filter((answer) => answer !== 'told')
    if (awaited.length === 0) return undefined
    if (awaited.includes('refused')) return Promise.resolve(refusal)
    return Promise.all(awaited.filter((answer) => answer !== 'refused')).then(decide)
  }

  #say(listener: RequestListener, description: RequestDescription): Promise<Given> | 'told' | 'refused' {
    const { extraInfo, id, isAsked } = listener
    if (isAsked && seesHeaders(extraInfo) && description.headers > maxHeaders) return 'refused'
    const told = description.tell(extraInfo)
    const words = { listenerId: id, details: told.fields }
    if (!isAsked) {
      this.#raise('request', words)
      return 'told'
    }
    const isUrgent = !extraInfo.has('asyncBlocking')
    const answer = this.#questions.ask(id, told.length, isUrgent, (questionId) => {
      if (!this.#raise('request', { ...words, questionId }, true))
        this.#questions.answer(questionId, { cancel: true })
    })
    return answer === undefined ? 'refused' : answer.then((response): Given => [listener, response])
  }
}

const describeInfo = ({ host, isProxy, port, realm, scheme }: AuthInfo): object => ({
  challenger: { host, port },
  isProxy,
  realm,
  scheme,
})

async function identify(
  asked: Promise<Verdict>,
  answer: (username?: string, password?: string) => void,
  report: Report,
): Promise<void> {
  const { credentials, isCancelled } = await asked.catch((error: unknown) => {
    report(error)
    return refusal
  })
  if (isCancelled || credentials === undefined) answer()
  else answer(credentials.username, credentials.password)
}
