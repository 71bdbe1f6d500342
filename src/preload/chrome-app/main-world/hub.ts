import type { AppEventName } from '../../../renderer-types/contract/apps/index.ts'
import { Bus } from './messages/bus.ts'
import type { Recipient } from './messages/bus.ts'
import { StorageArea } from './storage/storage-area.ts'
import type { AppWindow } from './window/app-window.ts'

/** A page of the app as the others see it. All of them are in one process, and of one origin. */
export interface Member extends Recipient {
  readonly token: string | undefined
  readonly appWindow: AppWindow | null
  /** Raises an event in the page, soon; the arguments come as JSON, so that their objects are the page's own. */
  readonly dispatch: (event: AppEventName, args: string) => void
}

/** Milliseconds after which pages are looked at again, and how often nothing must be found. */
const turn = 20
const calmTurns = 3

type Opened = (appWindow: AppWindow | undefined) => void

/** Where the pages of the app meet: it lives in the background page, which outlives all others. */
export class Hub {
  readonly background: Window
  readonly local: StorageArea
  readonly bus = new Bus()
  readonly #open: Window['open']
  readonly #members = new Set<Member>()
  /** Who waits for a window that is being opened. */
  readonly #expected = new Map<string, Opened>()

  constructor(background: Window) {
    this.background = background
    this.#open = background.open.bind(background)
    this.local = new StorageArea('local', (changes) => {
      this.broadcast('storageLocal.onChanged', `[${changes}]`)
      this.broadcast('storage.onChanged', `[${changes},"local"]`)
    })
  }

  get windows(): AppWindow[] {
    return [...this.#members].flatMap(({ appWindow }) => (appWindow === null ? [] : [appWindow]))
  }

  findWindow(token: string): AppWindow | undefined {
    return [...this.#members].find((member) => member.token === token)?.appWindow ?? undefined
  }

  /** A new page takes the place of the one that its window showed before. */
  join(member: Member): void {
    if (member.token !== undefined) this.leave(member.token)
    this.#members.add(member)
    this.bus.join(member)
  }

  leave(token: string): Member | undefined {
    const gone = [...this.#members].find((member) => member.token === token)
    if (gone === undefined) return undefined
    this.#members.delete(gone)
    this.bus.leave(gone)
    return gone
  }

  /** Calls back when the pages have had time for what they were told last, and what they store is kept. */
  settle(act: () => void, calm = 0): void {
    if (calm === calmTurns) return act()
    this.background.setTimeout(() => this.settle(act, this.local.isIdle ? calm + 1 : 0), turn)
  }

  broadcast(event: AppEventName, args: string): void {
    for (const member of this.#members) member.dispatch(event, args)
  }

  /** The main process has agreed to a window of that token. It is opened from here: this page is everybody's opener. */
  openWindow(url: string, token: string, opened: Opened): void {
    this.#expected.set(token, opened)
    if (this.#open(url, token) === null) this.settleWindow(token, undefined)
  }

  settleWindow(token: string, appWindow: AppWindow | undefined): void {
    const opened = this.#expected.get(token)
    this.#expected.delete(token)
    opened?.(appWindow)
  }
}

const key = Symbol.for('electron-chrome-sockets.hub')

export function createHub(background: Window): Hub {
  const hub = new Hub(background)
  Reflect.defineProperty(background, key, { value: hub })
  return hub
}

/** Undefined in a page that the background page has not opened. */
export function findHub(page: Window): Hub | undefined {
  const opener: unknown = page.opener
  if (typeof opener !== 'object' || opener === null) return undefined
  return Reflect.get(opener, key) as Hub | undefined
}
