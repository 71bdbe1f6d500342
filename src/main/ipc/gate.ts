import type { Grant, UpRecord } from '../../renderer-types/wire.ts'
import { protocolVersion } from '../../renderer-types/wire.ts'
import type { PagePort } from '../page/page.ts'
import { Page } from '../page/page.ts'
import type { Registry } from './registry.ts'
import type { App } from '../app/app.ts'
import type { SendRun } from '../calls/parse-message.ts'
import { parseMessage } from '../calls/parse-message.ts'
import { RefusalLog } from '../watch/refusal-log.ts'
import { Router } from '../calls/router.ts'
import { sendAll } from '../calls/send.ts'
import type { Caller, Intruder } from './sender.ts'
import { isOfNoInterest, showUrl } from './sender.ts'
import type { PageTrace, Trace } from './trace.ts'
import type { PortListener, TransportHost } from './transport.ts'
import { parseHello } from '../calls/validate.ts'

const name = 'electron-chrome-sockets'

function explainRefusal(hello: unknown): string | undefined {
  const parsed = parseHello(hello)
  if (parsed?.protocol !== protocolVersion) {
    return `${name}: preload and main process come from different versions of the package; rebuild both`
  }
  if (parsed.contextIsolated) return undefined
  return `${name}: this window has contextIsolation: false; remove it from webPreferences (true is the default)`
}

function isIntruder(caller: Caller): caller is Intruder {
  return 'description' in caller
}

function describe(caller: Caller): string {
  return isIntruder(caller) ? caller.description : showUrl(caller.url)
}

/** Empty where there is none to be believed. */
function addressOf(caller: Caller): string {
  return isIntruder(caller) ? '' : caller.url.href
}

/** Decides who comes in, and hands what they say, once parsed, to those it concerns. */
export class Gate implements TransportHost {
  readonly #registry: Registry
  readonly #refusals = new RefusalLog()
  readonly #router = new Router(this.#refusals)
  readonly #trace: Trace | undefined

  constructor(registry: Registry, trace?: Trace) {
    this.#registry = registry
    this.#trace = trace
  }

  grant(caller: Caller, hello: unknown): Grant {
    const grant = this.#decide(caller, hello)
    this.#trace?.noteGrant(caller.windowId, describe(caller), grant)
    return grant
  }

  #decide(caller: Caller, hello: unknown): Grant {
    // A window that says hello shows a new document: the one before it has gone.
    if (caller.windowId !== undefined) this.#registry.leaveWindow(caller.windowId)
    const app = this.#findApp(caller)
    if (app === undefined) {
      if (!isOfNoInterest(caller))
        this.#report(caller, `${describe(caller)} gets no chrome.sockets${this.#advise(caller)}`)
      return { granted: false }
    }
    const reason = explainRefusal(hello)
    const { id, json, namespaces } = app.manifest
    if (reason === undefined) return { granted: true, manifest: json, namespaces, runtimeId: id }
    app.logger.error(reason)
    app.watch.refused({ reason: 'page', url: addressOf(caller), message: reason })
    return { granted: false, reason }
  }

  connect(caller: Caller, port: PagePort): PortListener | undefined {
    const app = this.#findApp(caller)
    if (app === undefined || isIntruder(caller)) {
      this.#report(caller, `refused a connection of ${describe(caller)}, which was not granted the API`)
      return undefined
    }
    const trace = this.#trace?.follow(caller.windowId)
    const page = new Page(trace?.tap(port) ?? port, app.limits, caller.url.href)
    this.#registry.openPage(caller.windowId, app, page)
    const close = (): void => this.#registry.closePage(caller.windowId, page)
    return { receive: (message) => this.#receive(app, page, message, close, trace), close }
  }

  #receive(app: App, page: Page, value: unknown, close: () => void, trace?: PageTrace): void {
    const message = parseMessage(value)
    if (message === undefined) {
      app.watch.refused({ reason: 'message', message: 'malformed message' })
      return this.#refusals.warnOfPage(page, app.logger, 'refused a malformed message of a page')
    }
    try {
      trace?.noteMessage(message)
      for (const item of message.items) if (app.hasPage(page)) this.#obey(app, page, item)
    } catch (error) {
      app.logger.error(`${name}: a message of a page failed unexpectedly`, error)
    }
    app.acknowledge(page, message.acknowledged)
    if (!page.isDrowning) return
    this.#refusals.warnOfPage(page, app.logger, 'cut off a page that calls and takes no answers')
    close()
  }

  #obey(app: App, page: Page, item: UpRecord | SendRun): void {
    if (item.kind === 'sends') sendAll(app, page, item)
    else if (item.kind === 'call') this.#router.route(app, page, item)
    else app.setInterest(page, item.event, item.listening)
  }

  #findApp(caller: Caller): App | undefined {
    return isIntruder(caller) ? undefined : this.#registry.findApp(caller)
  }

  /** The most likely reason is a missing entry in the options. */
  #advise(caller: Caller): string {
    if (isIntruder(caller)) return ''
    const option = this.#registry.hasSession(caller.session)
      ? 'it to the option "origins"'
      : 'its session to the option "sessions"'
    return `; add ${option} if it is yours`
  }

  #report(caller: Caller, message: string): void {
    const concerned = this.#registry.findConcerned(caller.session)
    const loggers = new Set(concerned.map(({ logger }) => logger))
    this.#refusals.warn(loggers, message)
    for (const { watch } of concerned) watch.refused({ reason: 'page', url: addressOf(caller), message })
  }
}
