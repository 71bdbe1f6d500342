import type { RequestEventName } from '../../../../renderer-types/contract/apps/web-view-request.ts'
import { requestEventNames } from '../../../../renderer-types/contract/apps/web-view-request.ts'
import { webViewInternal } from '../../../../renderer-types/contract/apps/web-view-internal.ts'
import type { Facade } from '../../../main-world/facade.ts'
import { defineOwn } from '../../../main-world/primordials.ts'
import { createMatcher } from '../../../main-world/signature.ts'
import { RequestEvent } from './request-event.ts'
import type { RequestCalls, RequestNews } from './request-event.ts'

const { answerRequest } = webViewInternal.methods
const matchAnswer = createMatcher('webRequestInternal.eventHandled', answerRequest)

/** What one `<webview>` is told, and asked, of what its guest asks the network for. */
export class GuestRequests {
  readonly #facade: Facade
  readonly #findGuest: () => number | undefined
  readonly #events = new Map<RequestEventName, RequestEvent>()
  readonly request = this.#createRequest()

  /** `findGuest`: undefined while there is none. */
  constructor(facade: Facade, findGuest: () => number | undefined) {
    this.#facade = facade
    this.#findGuest = findGuest
  }

  /** There is another guest. */
  repeat(): void {
    for (const event of this.#events.values()) event.repeat()
  }

  receive(news: RequestNews): void {
    const id = this.#findGuest()
    const answer = (response: unknown): void => {
      const { questionId } = news
      if (questionId === undefined) return
      const words = matchAnswer([0, questionId, response ?? undefined]).args.slice(1)
      // It may be another one by now, which asks by the same numbers.
      if (this.#findGuest() === id) this.#say('answerRequest', words)
    }
    for (const event of this.#events.values()) if (event.tell(news, answer)) return
  }

  #say(key: 'addRequestListener' | 'removeRequestListener' | 'answerRequest', args: unknown[]): void {
    const id = this.#findGuest()
    if (id === undefined) return
    this.#facade.calls.say(`webViewInternal.${key}`, { args: [id, ...args], callback: undefined })
  }

  readonly #calls: RequestCalls = {
    add: (words) => this.#say('addRequestListener', [words]),
    remove: (listenerId) => this.#say('removeRequestListener', [listenerId]),
  }

  /** Of an event that nobody asks for there is nothing. */
  #open(name: RequestEventName): object {
    const known = this.#events.get(name)
    if (known !== undefined) return known.chromeEvent
    const event = new RequestEvent(name, this.#calls)
    this.#events.set(name, event)
    return event.chromeEvent
  }

  #createRequest(): object {
    const request = {}
    for (const name of requestEventNames)
      defineOwn(request, name, { enumerable: true, get: () => this.#open(name) })
    return request
  }
}
