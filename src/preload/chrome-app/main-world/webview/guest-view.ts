import type { Facade } from '../../../main-world/facade.ts'
import { raiseEvent } from './raise-event.ts'

export interface ElectronWebview extends HTMLElement {
  /** Throws while it shows nothing. */
  readonly getWebContentsId: () => number
}

/** Milliseconds after which an element is asked again for its guest: it is told that there is one a moment too early. */
const pause = 5

/** What one `<webview>` shows, and what is known of it. */
export class GuestView {
  readonly element: ElectronWebview
  readonly facade: Facade
  #id: number | undefined

  constructor(element: ElectronWebview, facade: Facade) {
    this.element = element
    this.facade = facade
  }

  /** Undefined while nothing is shown. */
  get id(): number | undefined {
    return this.#id
  }

  follow(views: Map<number, GuestView>): void {
    const leave = (): void => {
      if (this.#id !== undefined) views.delete(this.#id)
      this.#id = undefined
    }
    this.element.addEventListener('did-attach', () => {
      leave()
      this.#find((id) => {
        this.#id = id
        views.set(id, this)
        this.facade.calls.post('webViewInternal.attach', [id], () => {})
      })
    })
    this.element.addEventListener('destroyed', leave)
  }

  /** One that was taken out of its document meanwhile has none any more. */
  #find(found: (id: number) => void): void {
    if (!this.element.isConnected) return
    try {
      found(this.element.getWebContentsId())
    } catch {
      setTimeout(() => this.#find(found), pause)
    }
  }

  receive(name: string, fields: object): void {
    raiseEvent(this.element, name, fields)
  }
}
