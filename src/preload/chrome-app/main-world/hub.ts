import type { SharedData } from '../../../renderer-types/app-wire.ts'
import type { AppEventArguments, AppEventName } from '../../../renderer-types/contract/apps/index.ts'
import type { Calls } from '../../main-world/calls.ts'
import { AnswerQueue } from './answer-queue.ts'
import { AppFiles } from './files/app-files.ts'
import type { SendLimits } from '../../../renderer-types/wire.ts'
import { LastMoment } from './last-moment.ts'
import { Bus } from './messages/bus.ts'
import type { Recipient } from './messages/bus.ts'
import { OpenCount } from './messages/open-count.ts'
import { AppNotifications } from './notifications/app-notifications.ts'
import { SocketWrites } from './sockets/socket-writes.ts'
import type { AreaName } from './storage/areas.ts'
import { createAreas } from './storage/areas.ts'
import type { AppWindow } from './window/app-window.ts'

export type LaunchedFiles = AppEventArguments<'files', 'onLaunched'>[0]

/** A file that the app is launched with, as the app knows it. */
export interface LaunchItem {
  readonly entry: object
  readonly type: string | undefined
}

/** A page of the app as the others see it. All of them are in one process, and of one origin. */
export interface Member extends Recipient {
  /** That of the window that shows it; undefined for the background page. */
  readonly token: string | undefined
  readonly isFrame: boolean
  readonly page: Window
  readonly appWindow: AppWindow | null
  /** Raises an event in the page, soon; the arguments come as JSON, so that their objects are the page's own. */
  readonly dispatch: (event: AppEventName, args: string) => void
  /** The same of `onLaunched` with files. */
  readonly launch: (id: string, items: readonly LaunchItem[]) => void
}

/** Milliseconds. */
const throttleTime = 1000
/** Milliseconds: less than an app has after its last window. */
const openTime = 200

const areaEvents = {
  local: 'storageLocal.onChanged',
  managed: 'storageManaged.onChanged',
  session: 'storageSession.onChanged',
  sync: 'storageSync.onChanged',
} as const

/** Does it at once, and then not again for a second. */
function createThrottle(act: () => void): () => void {
  let last = -Infinity
  return () => {
    const now = performance.now()
    if (now - last < throttleTime) return
    last = now
    act()
  }
}

/** Undefined where its page has no API, null where there is no window. */
export type Opened = (appWindow: AppWindow | undefined | null) => void

/** Where the pages of the app meet: it lives in the background page, which outlives all others. */
export class Hub {
  readonly background: Window
  readonly shared: SharedData
  readonly areas: ReturnType<typeof createAreas>
  readonly bus: Bus
  readonly lastMoment: LastMoment
  /** `chrome.runtime.dynamicId`: another one at each start of the app. */
  readonly dynamicId = crypto.randomUUID()
  #hasChecked = false
  readonly #storageAnswers: AnswerQueue
  readonly files: AppFiles
  readonly notifications: AppNotifications
  readonly socketWrites: SocketWrites
  readonly #open: Window['open']
  /** That of the browser, whatever a script of the page puts in its place. */
  readonly #setTimer: (act: () => void, time: number) => void
  readonly #calls: Calls
  readonly #members = new Set<Member>()
  /** Who waits for a window that is being opened. */
  readonly #expected = new Map<string, Opened[]>()

  /** `keepAlive` tells the main process of what it does not see. */
  constructor(
    background: Window,
    shared: SharedData,
    keepAlive: () => void,
    { calls, sendLimits }: { readonly calls: Calls; readonly sendLimits: SendLimits },
  ) {
    this.background = background
    this.#setTimer = background.setTimeout.bind(background)
    this.files = new AppFiles(background, calls, shared.fileEvent)
    this.notifications = new AppNotifications(calls)
    this.socketWrites = new SocketWrites(calls, sendLimits.writeQuota)
    this.shared = shared
    this.#open = background.open.bind(background)
    this.#calls = calls
    this.bus = new Bus(
      new OpenCount(
        (act) => this.#setTimer(() => act(), openTime),
        (areOpen) => calls.post('life.notePorts', [areOpen], () => {}),
      ),
    )
    this.#storageAnswers = new AnswerQueue(createThrottle(keepAlive))
    this.areas = createAreas(shared, this.#storageAnswers)
    this.lastMoment = new LastMoment(background, {
      isIdle: () => this.#storageAnswers.isEmpty && this.files.isIdle,
      countAsked: () => this.files.asked,
    })
  }

  /** Those that are there: a page that goes may have gone before the main process says so, or still be there after. */
  get windows(): AppWindow[] {
    return [...this.#members].flatMap(({ appWindow }) => (appWindow?.isThere === true ? [appWindow] : []))
  }

  findWindow(token: string): AppWindow | undefined {
    return (
      [...this.#members].find((member) => member.token === token && !member.isFrame)?.appWindow ?? undefined
    )
  }

  /** A new page takes the place of the one that its window showed before. */
  join(member: Member): void {
    if (member.token !== undefined && !member.isFrame) this.leave(member.token)
    this.#members.add(member)
    this.bus.join(member)
  }

  /** The page of a window goes, and with it its frames. */
  leave(token: string): void {
    for (const member of this.#members) if (member.token === token) this.remove(member)
  }

  remove(member: Member): void {
    if (!this.#members.delete(member)) return
    this.bus.leave(member)
    if (!member.isFrame) return this.#leaveOpened(member.page)
    // One that only shows another page is there.
    this.soon(() => {
      if (member.page.top === null) this.#leaveOpened(member.page)
    })
  }

  /** A window whose opener has gone has none. */
  #leaveOpened(gone: Window): void {
    for (const { page } of this.windows) if (page.opener === gone) Reflect.set(page, 'opener', null)
  }

  /** A page that hides goes when its listeners, too, have heard of it; its ports have ended before, as in Chrome. */
  removeSoon(member: Member): void {
    this.bus.leave(member, true)
    this.soon(() => this.remove(member))
  }

  /** The browser itself calls no function of a page that has gone. */
  soon(act: () => void): void {
    this.#setTimer(() => act(), 0)
  }

  /** The window has gone. Its page goes when it hides, which may be before or after. */
  endWindow(token: string): void {
    this.settleWindow(token, undefined)
    this.findWindow(token)?.end()
  }

  /** Calls back when what has been said to be stored is kept. */
  whenStored(act: () => void): void {
    this.#storageAnswers.whenEmpty(act)
  }

  /** False from the second time on: Chrome does not ask its store so often. */
  noteUpdateCheck(): boolean {
    const isFirst = !this.#hasChecked
    this.#hasChecked = true
    return isFirst
  }

  launchWith({ id, items }: LaunchedFiles): void {
    const entries = items.map(({ gift, type }): LaunchItem => ({ entry: this.files.open(gift), type }))
    for (const member of this.#members) member.launch(id, entries)
  }

  isHeard(event: AppEventName): boolean {
    return [...this.#members].some((member) => member.listensTo(event))
  }

  broadcast(event: AppEventName, args: string): void {
    for (const member of this.#members) member.dispatch(event, args)
  }

  /** The page that has changed something is told last: its callback is to come after everybody's event. */
  raiseStored(area: AreaName, changes: string, writer: Member): void {
    const others = [...this.#members].filter((member) => member !== writer)
    for (const member of [...others, writer]) {
      member.dispatch(areaEvents[area], `[${changes}]`)
      member.dispatch('storage.onChanged', `[${changes},"${area}"]`)
    }
  }

  /** The main process has agreed to a window of that token. It is opened from here: this page is everybody's opener. */
  openWindow(url: string, token: string, opened: Opened): void {
    this.#expected.set(token, [opened])
    if (this.#open(url, token) === null) this.settleWindow(token, null)
  }

  /** The main process has agreed to it, and nobody wants it any more. */
  abandonWindow(token: string): void {
    this.#calls.post('currentWindow.abandon', [token], () => {})
  }

  /** Calls back with a window that another call opens, or has opened. */
  awaitWindow(token: string, opened: Opened): void {
    const expected = this.#expected.get(token)
    if (expected === undefined) opened(this.findWindow(token))
    else expected.push(opened)
  }

  settleWindow(token: string, appWindow: Parameters<Opened>[0]): void {
    const expected = this.#expected.get(token) ?? []
    this.#expected.delete(token)
    for (const opened of expected) opened(appWindow)
  }
}

const key = Symbol.for('electron-chrome-sockets.hub')

export function createHub(...parts: ConstructorParameters<typeof Hub>): Hub {
  const [background] = parts
  const hub = new Hub(...parts)
  shareHub(background, hub)
  return hub
}

/** For the frames in a page, which find it at the top. */
export function shareHub(page: Window, hub: Hub): void {
  Reflect.defineProperty(page, key, { value: hub })
}

/** Undefined in a page that the background page has not opened, and in a frame of one. */
export function findHub(page: Window): Hub | undefined {
  const holder: unknown = page.top === page ? page.opener : page.top
  if (typeof holder !== 'object' || holder === null) return undefined
  return Reflect.get(holder, key) as Hub | undefined
}
