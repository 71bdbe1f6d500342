import { setTimeout as sleep } from 'node:timers/promises'
import type { BrowserProcess } from '../browser-process.ts'
import { ConsoleLog } from '../console-log.ts'
import type { DevTools } from '../dev-tools.ts'
import { evaluate } from '../evaluate.ts'

interface Attached {
  readonly sessionId: string
  readonly targetInfo: { readonly targetId: string }
}

interface Changed {
  readonly targetInfo: { readonly targetId: string; readonly url: string }
}

interface ContextCreated {
  readonly context: {
    readonly id: number
    readonly auxData: { readonly isDefault: boolean; readonly frameId: string }
  }
}

const appPage = /^chrome-(?:extension|app):/

interface OpenPage {
  readonly tools: DevTools
  readonly console: ConsoleLog
}

const startLimit = 20_000
const lookLimit = 1000
const nothing = { name: '', isReady: false }

/** The pages of an app's process, as the devtools see them. */
export class AppPages {
  readonly #browser: BrowserProcess
  readonly #open = new Map<string, OpenPage>()
  readonly #noticed = new Set<string>()

  private constructor(browser: BrowserProcess) {
    this.#browser = browser
    browser.onMessage(({ method, params }) => {
      if (method === 'Target.targetCreated' || method === 'Target.targetInfoChanged')
        this.#notice((params as Changed).targetInfo)
      if (method === 'Target.attachedToTarget') this.#attach(params as Attached)
      if (method === 'Target.detachedFromTarget')
        this.#open.delete((params as Pick<Attached, 'sessionId'>).sessionId)
    })
  }

  static async watch(browser: BrowserProcess): Promise<AppPages> {
    const pages = new AppPages(browser)
    await browser.send('Target.setDiscoverTargets', { discover: true })
    return pages
  }

  /** The background page, when its scripts have run; another one than the one before. */
  findBackground(before?: DevTools): Promise<DevTools> {
    return this.find('background', before)
  }

  /** The page of that name, when its scripts have run. */
  async find(wanted: string, before?: DevTools): Promise<DevTools> {
    for (const end = Date.now() + startLimit; Date.now() < end; await sleep(20))
      for (const { tools } of this.#open.values()) {
        const { name, isReady } = await this.#look(tools)
        if (tools !== before && name === wanted && isReady) return tools
      }
    throw new Error(`the app has no page ${wanted}`)
  }

  /** What all pages have written to their consoles: those of windows with the name of the page. */
  async takeConsoles(): Promise<string[]> {
    const messages = new Map<string, string[]>()
    for (const { tools, console } of this.#open.values()) {
      // The messages of a session come in order: after this answer none is missing.
      const { name } = await this.#look(tools)
      messages.set(name, [...(messages.get(name) ?? []), ...console.take()])
    }
    const windows = [...messages].filter(([name]) => name !== '' && name !== 'background')
    const named = windows
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([name, texts]) => texts.map((text) => `${name}: ${text}`))
    return [...(messages.get('background') ?? []), ...named]
  }

  /** A page is attached to when it has its address: before that Electron may not go on. */
  #notice({ targetId, url }: Changed['targetInfo']): void {
    if (!appPage.test(url) || this.#noticed.has(targetId)) return
    this.#noticed.add(targetId)
    // A page that has gone already has no answer.
    this.#browser.send('Target.attachToTarget', { targetId, flatten: true }).catch(() => {})
  }

  #attach({ sessionId, targetInfo: { targetId } }: Attached): void {
    const tools: DevTools = {
      send: (method, params) => this.#browser.send(method, params, sessionId),
      on: (event, listener) =>
        this.#browser.onMessage((message) => {
          if (message.sessionId === sessionId && message.method === event) listener(message.params)
        }),
    }
    this.#open.set(sessionId, { tools, console: new ConsoleLog(tools) })
    let isCleared = false
    tools.on('Runtime.executionContextsCleared', () => {
      isCleared = true
    })
    tools.on('Runtime.executionContextCreated', (params) => {
      const { auxData, id: contextId } = (params as ContextCreated).context
      if (!auxData.isDefault) return
      const isMain = auxData.frameId === targetId
      if (isCleared && !isMain) return this.#leave(sessionId)
      isCleared = false
      // The page is told, once more when it is another document: see `t.watched`.
      if (!isMain) return
      tools.send('Runtime.evaluate', { contextId, expression: 'globalThis.isWatched = true' }).catch(() => {})
    })
    // A page that has gone already has no answer.
    for (const method of ['Runtime.enable', 'Log.enable']) tools.send(method).catch(() => {})
  }

  /** When an app is reloaded, Chromium moves the session to the new background page, which has one of its own here. */
  #leave(sessionId: string): void {
    this.#open.delete(sessionId)
    // The new page may have gone already, too.
    this.#browser.send('Target.detachFromTarget', { sessionId }).catch(() => {})
  }

  /** A page that is no longer there, or does not answer, is none. */
  async #look(tools: DevTools): Promise<typeof nothing> {
    const expression = `typeof t === 'object' ? { name: t.page, isReady: document.readyState === 'complete' } : undefined`
    const looked = evaluate(tools, expression).catch(() => undefined)
    const found = await Promise.race([looked, sleep(lookLimit)])
    return (found as typeof nothing | undefined) ?? nothing
  }
}
