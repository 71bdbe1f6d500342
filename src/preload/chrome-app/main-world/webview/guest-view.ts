import type { Facade } from '../../../main-world/facade.ts'
import { Autosize } from './autosize.ts'
import type { Size } from './autosize.ts'
import { ContentScripts } from './content-scripts.ts'
import { GuestMenus } from './guest-menus.ts'
import { GuestRequests } from './guest-requests.ts'
import type { Fields, GuestEventName } from './raise-event.ts'
import { raiseEvent } from './raise-event.ts'
import type { Asker, QuestionName } from './raise-question.ts'
import { isQuestion, raiseQuestion } from './raise-question.ts'
import type { RequestNews } from './request-event.ts'

/** Milliseconds after which an element is asked again for its guest: it is told that there is one a moment too early. */
const pause = 5

/** What one `<webview>` shows, and what is known of it. */
export class GuestView {
  readonly element: HTMLElement
  readonly facade: Facade
  readonly requests: GuestRequests
  readonly autosize: Autosize
  readonly contentScripts: ContentScripts
  readonly menus: GuestMenus
  /** What was last committed. */
  currentEntryIndex: number | undefined
  entryCount: number | undefined
  processId: number | undefined
  userAgentOverride: string | undefined
  /** Until there is something that has it. */
  initialZoomFactor: number | undefined
  /** `window.name` of what it shows. */
  #name = ''
  #id: number | undefined
  #hasGone = false
  readonly #readId: () => number

  /** `readId` throws while the element shows nothing. */
  constructor(element: HTMLElement, facade: Facade, readId: () => number) {
    this.element = element
    this.#readId = readId
    this.facade = facade
    this.autosize = new Autosize(
      element,
      (follows) => this.#say('followSize', follows),
      (fields) => void raiseEvent(element, 'sizechanged', fields),
    )
    this.contentScripts = new ContentScripts(facade, () => this.#id)
    this.menus = new GuestMenus(facade, () => this.#id)
    this.requests = new GuestRequests(facade, () => this.#id)
  }

  /** Undefined while nothing is shown. */
  get id(): number | undefined {
    return this.#id
  }

  /** The process of the guest has gone, and with it the guest. */
  get hasGone(): boolean {
    return this.#hasGone
  }

  /** What is put into its place anew has another guest. */
  renew(): void {
    this.#hasGone = false
    this.element.parentNode?.insertBefore(this.element, this.element.nextSibling)
  }

  follow(views: Map<number, GuestView>): void {
    this.element.addEventListener('did-attach', () => {
      this.#leave(views)
      this.#find((id) => {
        this.#id = id
        this.#hasGone = false
        views.set(id, this)
        this.#attach(id)
      })
    })
    this.element.addEventListener('destroyed', () => this.#leave(views))
  }

  /** Electron's word of it may come before what the main process has said of the guest: that comes before any answer. */
  #leave(views: Map<number, GuestView>): void {
    const id = this.#id
    if (id === undefined) return
    this.#id = undefined
    this.facade.calls.post('webViewInternal.isAudioMuted', [id], () => views.delete(id))
  }

  /** One that was taken out of its document meanwhile has none any more. */
  #find(found: (id: number) => void): void {
    if (!this.element.isConnected) return
    try {
      found(this.#readId())
    } catch {
      setTimeout(() => this.#find(found), pause)
    }
  }

  #attach(id: number): void {
    const { initialZoomFactor, userAgentOverride } = this
    this.initialZoomFactor = undefined
    const params = {
      viewInstanceId: this.menus.viewId,
      ...(this.#name !== '' && { name: this.#name }),
      ...(userAgentOverride !== undefined && { userAgentOverride }),
      ...(initialZoomFactor !== undefined && { initialZoomFactor }),
    }
    const { calls } = this.facade
    calls.post('webViewInternal.attach', [id, params], () => {})
    this.autosize.repeat()
    this.contentScripts.repeat()
    this.requests.repeat()
    calls.post('webViewInternal.start', [id], () => {})
  }

  /** What a guest has asked, which may be another one by now, or none. */
  #answer(id: number, requestId: number, isAllowed: boolean, text = ''): void {
    const action = isAllowed ? 'allow' : 'deny'
    this.facade.calls.post('webViewInternal.setPermission', [id, requestId, action, text], () => {})
  }

  #ask(name: QuestionName, fields: Fields): void {
    const id = this.#id
    const answer: Asker['answer'] = (...given) => {
      if (id !== undefined && id === this.#id) this.#answer(id, ...given)
    }
    raiseQuestion({ element: this.element, answer }, name, fields)
  }

  /** The attribute has changed, or its page has given itself another name. */
  changeName(name: string): void {
    if (name === this.#name) return
    this.#name = name
    this.#say('setName', name)
  }

  #receiveName(name: string): void {
    this.#name = name
    if (name === '') this.element.removeAttribute('name')
    else this.element.setAttribute('name', name)
  }

  #say(key: 'followSize' | 'setName', ...args: unknown[]): void {
    const id = this.#id
    if (id !== undefined)
      this.facade.calls.say(`webViewInternal.${key}`, { args: [id, ...args], callback: undefined })
  }

  /** What the main process has to say of a guest; most of it are events of the element. Of one that has left, its end. */
  receive(id: number, name: string, fields: unknown): void {
    if (name === 'exit') this.#hasGone ||= id === (this.#id ?? id)
    else if (id !== this.#id) return
    switch (name) {
      case 'contextmenu':
        return this.menus.ask(fields as Fields)
      case 'framenamechanged':
        return this.#receiveName((fields as { name: string }).name)
      case 'menuclick':
        return this.menus.click(fields as Fields)
      case 'preferredsize':
        return this.autosize.receive(fields as Size)
      case 'request':
        return this.requests.receive(fields as RequestNews)
      default:
        return this.#raise(name as GuestEventName, fields as Fields)
    }
  }

  #raise(name: GuestEventName, fields: Fields): void {
    if (isQuestion(name)) return this.#ask(name, fields)
    if (name === 'loadcommit') this.#noteCommit(fields)
    const isDefault = raiseEvent(this.element, name, fields)
    if (name === 'loadabort' && isDefault)
      console.warn(
        `<webview>: The load has aborted with error ${String(fields['code'])}: ${String(fields['reason'])}.`,
      )
  }

  #noteCommit(fields: Fields): void {
    const { currentEntryIndex, entryCount, processId } = fields as Readonly<Record<string, number>>
    this.currentEntryIndex = currentEntryIndex
    this.entryCount = entryCount
    this.processId = processId
  }
}
