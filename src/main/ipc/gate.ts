import type { Grant } from '../../renderer-types/wire.ts'
import { protocolVersion } from '../../renderer-types/wire.ts'
import type { App } from '../app/app.ts'
import type { Conversation, Converse } from '../calls/conversation.ts'
import { parseHello } from '../calls/parse-hello.ts'
import type { Late } from './late.ts'
import type { PagePort } from '../page/page.ts'
import { Page } from '../page/page.ts'
import { Refusals } from '../watch/refusals.ts'
import type { Offenders } from './offenders.ts'
import type { Registry } from './registry.ts'
import { maxFrames } from './registry.ts'
import type { Caller, Intruder } from './sender.ts'
import { describeFrame, isOfNoInterest, showUrl, tellUrl } from './sender.ts'
import type { Trace } from './trace.ts'
import type { PortListener, TransportHost } from './transport.ts'

const name = 'electron-chrome-sockets'
const cannotHear = `${name}: what answers pages could not be loaded`
const tooManyFrames = `this window has ${maxFrames} frames with chrome.sockets already`

function explainRefusal(hello: unknown): string | undefined {
  const parsed = parseHello(hello)
  if (parsed?.protocol !== protocolVersion)
    return 'preload and main process come from different versions of the package; rebuild both'
  if (parsed.contextIsolated) return undefined
  return 'this window has contextIsolation: false; remove it from webPreferences (true is the default)'
}

function isIntruder(caller: Caller): caller is Intruder {
  return 'description' in caller
}

function nameCaller(caller: Caller): string {
  if (isIntruder(caller)) return caller.description
  return caller.frameId === undefined ? showUrl(caller.url) : describeFrame(caller.url)
}

/** Empty where there is none to be believed. */
function addressOf(caller: Caller): string {
  return isIntruder(caller) ? '' : tellUrl(caller.url)
}

/** What is needed when a page is let in. */
interface Serving {
  readonly converse: Converse
}

/** Decides who comes in. */
export class Gate implements TransportHost {
  readonly #registry: Registry
  readonly #refusals = new Refusals()
  readonly #serving: Late<Serving>
  readonly #trace: Trace | undefined
  readonly #offenders: Offenders

  constructor(registry: Registry, serving: Late<Serving>, offenders: Offenders, trace?: Trace) {
    this.#registry = registry
    this.#serving = serving
    this.#trace = trace
    this.#offenders = offenders
  }

  grant(caller: Caller, hello: unknown): Grant {
    const grant = this.#decide(caller, hello)
    this.#trace?.noteGrant(caller, nameCaller(caller), grant)
    return grant
  }

  #decide(caller: Caller, hello: unknown): Grant {
    // A frame that says hello shows a new document: the one before it has gone.
    if (caller.windowId !== undefined) this.#registry.leave(caller.windowId, caller.frameId)
    const app = this.#findApp(caller)
    if (app === undefined || isIntruder(caller)) {
      if (this.#isOfInterest(caller))
        this.#refuse(caller, `${nameCaller(caller)} gets no chrome.sockets${this.#advise(caller)}`)
      return { granted: false }
    }
    const reason = this.#registry.hasRoom(caller) ? explainRefusal(hello) : tooManyFrames
    const { id, json, namespaces } = app.manifest
    const { messageBytes, writeQuota } = app.limits
    const sendLimits = { messageBytes, writeQuota }
    const hosted = app.services?.describe(caller.windowId, caller.frameId)
    if (app.services !== undefined && hosted === undefined) return { granted: false }
    const grant = { granted: true, manifest: json, namespaces, runtimeId: id, sendLimits } as const
    if (reason === undefined) return hosted === undefined ? grant : { ...grant, app: hosted }
    this.#refusals.tell([app], {
      refusal: { reason: 'page', url: addressOf(caller), message: `${name}: ${reason}` },
      once: `${caller.windowId} ${reason}`,
      message: reason,
      level: 'error',
    })
    return { granted: false, reason: `${name}: ${reason}` }
  }

  connect(caller: Caller, port: PagePort): PortListener | undefined {
    if (this.#offenders.hasEnded(caller.renderer)) return undefined
    const app = this.#findApp(caller)
    if (app === undefined || isIntruder(caller) || !this.#registry.hasRoom(caller)) {
      this.#refuse(caller, `refused a connection of ${nameCaller(caller)}, which was not granted the API`)
      return undefined
    }
    const trace = this.#trace?.follow(caller)
    const { post } = trace?.tap(port) ?? port
    let conversation: Conversation | undefined
    let isOpen = true
    const end = (): void => {
      isOpen = false
      port.close()
      conversation?.end()
    }
    const page = new Page({ post, close: end }, app.limits, { ...caller, url: caller.url.href })
    const close = (): void => this.#registry.closePage(page)
    const cutOff = (): void => {
      close()
      this.#accuse(caller, [app])
    }
    this.#registry.openPage(app, page)
    const begin = ({ converse }: Serving): void => {
      if (isOpen) conversation = converse(app, page, this.#refusals, cutOff, trace)
    }
    const loading = this.#serving.use(begin)?.catch((error: unknown) => {
      app.logger.error(cannotHear, error)
      close()
    })
    return { loading, receive: (message) => conversation?.receive(message), close }
  }

  refuseConnection(caller: Caller, ports: number): boolean {
    if (this.#offenders.hasEnded(caller.renderer)) return true
    this.#refuse(caller, `refused a connection of ${nameCaller(caller)}, which has not three ports`)
    // Electron makes an object of each before anybody is asked.
    return this.#accuse(caller, this.#registry.findConcerned(caller.session), Math.max(1, ports - 3))
  }

  /** It has said what no page and no preload script of ours can say; true when that has ended it. */
  #accuse(caller: Caller, concerned: readonly App[], faults = 1): boolean {
    const isOver = this.#offenders.accuse(caller.renderer, faults)
    if (isOver) {
      const message = `ended the process of ${nameCaller(caller)}, which goes on saying what no page can say`
      const refusal = { reason: 'message', message } as const
      this.#refusals.tell(concerned, { refusal, once: message, message, level: 'warn' })
    }
    return isOver
  }

  #findApp(caller: Caller): App | undefined {
    return isIntruder(caller) ? undefined : this.#registry.findApp(caller)
  }

  /** Frames there are many, and few have sockets: of one that may have them it is told why it has none. */
  #isOfInterest(caller: Caller): boolean {
    if (isOfNoInterest(caller) || caller.windowId === undefined) return false
    return caller.frameId === undefined || (!isIntruder(caller) && this.#registry.wantsFrame(caller))
  }

  /** The most likely reason is a missing entry in the options. */
  #advise(caller: Caller): string {
    if (isIntruder(caller)) return ''
    if (caller.frameId !== undefined) return ': it is in a page that gets none'
    const option = this.#registry.hasSession(caller.session)
      ? 'it to the option "origins"'
      : 'its session to the option "sessions"'
    return `; add ${option} if it is yours`
  }

  #refuse(caller: Caller, message: string): void {
    this.#refusals.tell(this.#registry.findConcerned(caller.session), {
      refusal: { reason: 'page', url: addressOf(caller), message },
      once: message,
      message,
      level: 'warn',
    })
  }
}
