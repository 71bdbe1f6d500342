import type { Grant, UpRecord } from '../../renderer-types/wire.ts'
import { protocolVersion } from '../../renderer-types/wire.ts'
import type { PagePort } from '../apps/page.ts'
import { Page } from '../apps/page.ts'
import type { Registry } from '../apps/registry.ts'
import type { Scope } from '../apps/scope.ts'
import type { Logger } from '../index.ts'
import type { SendRun } from './parse-message.ts'
import { parseMessage } from './parse-message.ts'
import { Router } from './router.ts'
import { sendAll } from './send.ts'
import type { Sender } from './sender.ts'
import type { PortListener, TransportHost } from './transport.ts'
import { parseHello } from './validate.ts'

const name = 'electron-chrome-sockets'

function explainRefusal(hello: unknown): string | undefined {
  const parsed = parseHello(hello)
  if (parsed?.protocol !== protocolVersion) {
    return `${name}: preload and main process come from different versions of the package; rebuild both`
  }
  if (parsed.contextIsolated) return undefined
  return `${name}: this window has contextIsolation: false; remove it from webPreferences (true is the default)`
}

/** Decides who comes in, and hands what they say, once parsed, to those it concerns. */
export class Gate implements TransportHost {
  readonly #registry: Registry
  readonly #logger: Logger
  readonly #router: Router
  readonly #reported = new Set<string | Page>()

  constructor(registry: Registry, logger: Logger) {
    this.#registry = registry
    this.#logger = logger
    this.#router = new Router(logger)
  }

  grant(sender: Sender | undefined, hello: unknown): Grant {
    const scope = sender && this.#registry.findScope(sender)
    if (scope === undefined) {
      if (sender !== undefined) this.#reportStranger(sender.url)
      return { granted: false }
    }
    const reason = explainRefusal(hello)
    const { id, manifest, namespaces } = scope.app
    if (reason === undefined) return { granted: true, manifest, namespaces, runtimeId: id }
    this.#logger.error(reason)
    return { granted: false, reason }
  }

  connect(sender: Sender | undefined, port: PagePort): PortListener | undefined {
    const scope = sender && this.#registry.findScope(sender)
    if (sender === undefined || scope === undefined) {
      this.#logger.warn(`${name}: refused a connection from a page that was not granted the API`)
      return undefined
    }
    const page = new Page(port, scope.limits)
    this.#registry.openPage(sender.windowId, scope, page)
    return {
      receive: (message) => this.#receive(scope, page, message),
      close: () => {
        this.#reported.delete(page)
        this.#registry.closePage(sender.windowId, page)
      },
    }
  }

  #receive(scope: Scope, page: Page, value: unknown): void {
    const message = parseMessage(value)
    if (message === undefined)
      return this.#reportOnce(
        page,
        `${name}: refused a malformed message of a page; further ones are not reported`,
      )
    for (const item of message.items) if (scope.hasPage(page)) this.#obey(scope, page, item)
    scope.acknowledge(page, message.acknowledged)
  }

  #obey(scope: Scope, page: Page, item: UpRecord | SendRun): void {
    if (item.kind === 'sends') sendAll(scope, page, item)
    else if (item.kind === 'call') this.#router.route(scope, page, item)
    else scope.setInterest(page, item.event, item.listening)
  }

  /** Once for each origin: the most likely reason is a missing entry in the options. */
  #reportStranger({ href, protocol, host }: URL): void {
    const origin = `${protocol}//${host}`
    const shown = protocol === 'file:' ? href : origin
    const advice = `add it to the option "origins" if it is yours`
    this.#reportOnce(origin, `${name}: ${shown} gets no chrome.sockets; ${advice}`)
  }

  #reportOnce(about: string | Page, message: string): void {
    if (this.#reported.has(about)) return
    this.#reported.add(about)
    this.#logger.warn(message)
  }
}
