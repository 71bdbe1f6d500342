import { Menu, powerMonitor, powerSaveBlocker, screen } from 'electron'
import type { BrowserWindow, ContextMenuParams, WebContents } from 'electron'
import type { SignalRecord } from '../../../renderer-types/app-wire.ts'
import type { ServiceApp } from '../../app/services.ts'
import type { SocketReport } from '../../types.ts'
import { AlarmFile } from '../alarms/alarm-file.ts'
import { Alarms } from '../alarms/alarms.ts'
import type { KeptFolder } from '../kept-folder.ts'
import { LanguageDetector } from '../languages/language-detector.ts'
import type { ChromeApp } from '../manifest/read-app.ts'
import { buildMenu } from '../menus/build-menu.ts'
import { addEditItems } from '../menus/edit-items.ts'
import { MenuItems } from '../menus/menu-items.ts'
import { Notices } from '../notices/notices.ts'
import { showNotice } from '../notices/show-notice.ts'
import { OldSockets } from '../old-sockets/old-sockets.ts'
import { Awake } from './awake.ts'
import { IdleWatch } from './idle-watch.ts'

type EventName = SignalRecord['event']

export interface SystemHost {
  /** Of the app, by Chrome's names; they come and go. */
  readonly permissions: ReadonlySet<string>
  /** Tells every page that listens. */
  readonly raise: (event: EventName, ...args: readonly unknown[]) => void
  readonly isHeard: (event: EventName) => boolean
  /** Whether the pages have dealt with what they were told. */
  readonly hasRoom: () => boolean
  /** Something happens that keeps the app for a while. */
  readonly noteActivity: () => void
}

/** Where something was clicked on. */
interface MenuPlace {
  readonly contents: WebContents
  readonly window: BrowserWindow
}

const displayEvents = ['display-added', 'display-removed', 'display-metrics-changed'] as const

/** What an app has of the machine that it runs on. */
export class AppSystem {
  readonly alarms: Alarms
  readonly awake = new Awake(powerSaveBlocker)
  readonly detector = new LanguageDetector()
  readonly idle: IdleWatch
  readonly menuItems = new MenuItems()
  readonly notices: Notices
  readonly #app: ChromeApp
  /** Those that it has now. */
  readonly #permissions: ReadonlySet<string>
  readonly #raise: SystemHost['raise']
  readonly #tellDisplays: () => void
  #sockets: OldSockets | undefined
  #isStarted = false

  constructor(
    app: ChromeApp,
    folder: KeptFolder,
    { hasRoom, isHeard, noteActivity, permissions, raise }: SystemHost,
  ) {
    this.#app = app
    this.#permissions = permissions
    this.#raise = raise
    const fire: ConstructorParameters<typeof Alarms>[0]['raise'] = (alarm) => {
      noteActivity()
      raise('alarms.onAlarm', { ...alarm })
    }
    const file = new AlarmFile(folder)
    // An app that has lost the permission could not even clear them.
    const kept = permissions.has('alarms') ? file.read() : []
    this.alarms = new Alarms({ hasRoom, raise: fire }, file, kept)
    this.idle = new IdleWatch({
      readState: (seconds) => powerMonitor.getSystemIdleState(seconds),
      isHeard: () => isHeard('idle.onStateChanged'),
      raise: (state) => raise('idle.onStateChanged', state),
    })
    this.notices = new Notices({
      show: showNotice,
      raise: (event, ...args) => {
        noteActivity()
        raise(event, ...args)
      },
    })
    this.#tellDisplays = () => raise('systemDisplay.onDisplayChanged')
  }

  /** Those of `chrome.socket`. */
  openSockets(app: ServiceApp): OldSockets {
    return (this.#sockets ??= new OldSockets(app, this.#app.socketPermission))
  }

  listSockets(): readonly SocketReport[] {
    return this.#sockets?.report(this.#app.manifest.id) ?? []
  }

  /** The user wants the menu of something in a window. */
  showMenu(clicked: ContextMenuParams, { contents, window }: MenuPlace): void {
    const own = buildMenu(this.menuItems.list, clicked, (item, data) => {
      if (data.checked !== undefined) this.menuItems.update(item.id, { checked: data.checked })
      this.#raise('contextMenus.onClicked', data)
    })
    const template = addEditItems(clicked, contents, own)
    if (template.length > 0) Menu.buildFromTemplate(template).popup({ window })
  }

  /** The page has gone: what it waits for is not done any more. */
  forget(page: object): void {
    this.detector.forget(page)
  }

  /** With the last page go the app's sockets. */
  closeSockets(): void {
    this.#sockets?.destroyAll()
  }

  /** The background page has loaded. */
  start(): void {
    this.#isStarted = true
    this.alarms.start()
    this.#watch()
  }

  /** The app may do more or less than before. What it could not call off any more ends. */
  followPermissions(): void {
    if (!this.#permissions.has('alarms') && !this.alarms.isEmpty) this.alarms.clearAll()
    if (!this.#permissions.has('power')) this.awake.release()
    if (this.#isStarted) this.#watch()
  }

  #watch(): void {
    if (this.#permissions.has('idle')) this.idle.start()
    this.#leaveDisplays()
    if (!this.#permissions.has('system.display')) return
    for (const event of displayEvents) screen.on(event as 'display-added', this.#tellDisplays)
  }

  #leaveDisplays(): void {
    for (const event of displayEvents) screen.off(event as 'display-added', this.#tellDisplays)
  }

  /** The pages go. */
  stop(): void {
    this.#isStarted = false
    this.alarms.stop()
    this.awake.release()
    this.detector.stop()
    this.idle.stop()
    this.notices.closeAll()
    this.menuItems.removeAll()
    this.closeSockets()
    this.#leaveDisplays()
  }
}
