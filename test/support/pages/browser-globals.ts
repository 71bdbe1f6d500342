// Runs before the tests of what pages run: what a browser has and Node has not.

/** Of which a page's script wants the getter. */
export class PlainErrorEvent extends Event {
  readonly #message: string

  constructor(message: string) {
    super('error', { cancelable: true })
    this.#message = message
  }

  get message(): string {
    return this.#message
  }
}

const page = new EventTarget()

Object.assign(globalThis, {
  ErrorEvent: PlainErrorEvent,
  addEventListener: page.addEventListener.bind(page),
  removeEventListener: page.removeEventListener.bind(page),
  reportError: (error: unknown) =>
    page.dispatchEvent(new PlainErrorEvent(`Uncaught ${(error as Error).message}`)),
})
