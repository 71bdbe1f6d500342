import { ArgumentTrials } from '../argument-trials.ts'
import { peer } from '../control-client.ts'
import { encode } from '../encode.ts'
import type { Loose } from '../loose.ts'
import { Names } from '../names.ts'
import { sleep, within } from '../waiting.ts'
import type { Board } from './board.ts'
import { SharedBoard } from './board.ts'
import type { Method } from './page-calls.ts'
import { PageCalls } from './page-calls.ts'

export type Part = (t: Page, ...args: Loose[]) => unknown

/** Milliseconds: the machine may have much to do. */
const waitLimit = 30_000
/** A busy Chromium now and then loses a window that it has just made, and gives no reason. */
const openTries = 4

const isLoaded = (page: Window): boolean => page.document.readyState === 'complete'

async function waitUntil(condition: () => boolean, what: string, ms = waitLimit): Promise<void> {
  for (const end = Date.now() + ms; !condition(); await sleep(2))
    if (Date.now() >= end) throw new Error(`${what}: not within ${ms} ms`)
}

/** `t`: all that a scenario, or the script of a window, has apart from the page's own `chrome`. */
export class Page extends PageCalls {
  /** What the trace calls the page. */
  readonly page: string
  readonly peer = peer
  readonly sleep = sleep
  readonly #board: Board
  readonly #names = new Names()

  constructor(page: string, board: Board) {
    super(window)
    this.page = page
    this.#board = board
  }

  /** Writes a line of the trace, in the order of this page. */
  log(label: string, ...values: unknown[]): void {
    this.#board.write(this.page, [label, ...values.map((value) => encode(value, this.#names))])
  }

  /** The name of a run-dependent value: equal values have equal names. */
  name(kind: string, value: number | string): string {
    return this.#names.give(kind, value)
  }

  /** The calls of another page, through its own `chrome`. */
  of(page: Window): PageCalls {
    return new PageCalls(page)
  }

  /** As `tryArguments` of a scenario about sockets. */
  async tryArguments(method: Method, args: Readonly<Record<string, unknown>>): Promise<void> {
    const tried = {
      ask: (given: readonly unknown[]) => this.ask(method, ...given),
      answer: (given: readonly unknown[]) => this.cb(method, ...given),
    }
    const trials = new ArgumentTrials(tried, (label, ...values) => this.log(label, ...values))
    await trials.run(Object.values(args), Object.keys(args))
    // What callbacks throw is on the console when a later call has been answered.
    await this.cb(method, ...Object.values(args))
    await sleep(50)
  }

  /** Waits until a condition holds. */
  until(condition: () => boolean, ms = waitLimit): Promise<void> {
    return waitUntil(condition, 'condition', ms)
  }

  /** Waits until a page has written a line with this label so many times. */
  logged(page: string, label: string, count = 1, ms = waitLimit): Promise<void> {
    const board = this.#board
    if (!(board instanceof SharedBoard)) throw new Error('only scenarios can wait for lines')
    return waitUntil(() => board.count(page, label) >= count, `${page}: ${label}`, ms)
  }

  /** Opens an app window and waits until its page is loaded. */
  async open(url: string, options: object = {}, tries = openTries): Promise<Loose> {
    const { args, lastError } = await this.cbWithin(waitLimit, 'app.window.create', url, options)
    const created = args?.[0]
    if (created === undefined && lastError === undefined && tries > 1)
      return this.open(url, options, tries - 1)
    if (created === undefined) throw new Error(`no window: ${lastError}`)
    await waitUntil(() => isLoaded(created.contentWindow), url)
    return created
  }

  /**
   * Waits until the developer tools, which read the console, are there: while they attach they look into the windows of
   * all frames, and one whose page has not come yet gets its API late.
   */
  watched(page: object): Promise<void> {
    return waitUntil(() => Reflect.has(page, 'isWatched'), 'developer tools')
  }

  /** Runs a `part` of a window's script, there. */
  run(target: Loose, name: string, ...args: unknown[]): Promise<Loose> {
    const { conformance } = target.contentWindow ?? target
    return conformance.runPart(name, args)
  }

  /** Closes an app window and waits until it has gone. */
  async close(appWindow: Loose): Promise<void> {
    appWindow.close()
    await waitUntil(() => !this.find('app.window').getAll().includes(appWindow), 'closing')
  }

  /** Undoes what the scenario has done. */
  async cleanUp(): Promise<void> {
    for (const act of this.cleanup.toReversed()) await act()
    const { getAll } = this.find('app.window')
    for (const appWindow of getAll()) appWindow.close()
    await waitUntil(() => getAll().length === 0, 'closing windows')
    const { storage } = this.#all
    if (storage !== undefined) await within(storage.local.clear(), waitLimit, 'clearing storage')
    await this.peer.release()
  }

  get #all(): Loose {
    return Reflect.get(window, 'chrome')
  }

  text(text: string): ArrayBuffer {
    return new TextEncoder().encode(text).buffer
  }

  str(data: ArrayBuffer | ArrayBufferView): string {
    return new TextDecoder('latin1').decode(data)
  }
}
