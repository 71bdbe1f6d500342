import type { AppEventArguments } from '../../../renderer-types/contract/apps/index.ts'
import type { Logger, SocketReport } from '../../types.ts'
import type { AppCrash } from '../types.ts'
import type { BackgroundEvents } from '../windows/background-page.ts'
import type { Installed } from './installed-version.ts'
import { KeepAlive } from './keep-alive.ts'
import { ReloadLimit } from './reload-limit.ts'
import { Suspension } from './suspension.ts'
import type { SuspensionHost } from './suspension.ts'

type LaunchData = AppEventArguments<'appRuntime', 'onLaunched'>[0]
export type LaunchSource = LaunchData['source']

/** What life is about. */
export interface LifeHost extends SuspensionHost {
  readonly version: string
  readonly openBackground: (events: BackgroundEvents) => void
  /** Destroys the background page, and with it all windows. */
  readonly destroyPages: () => void
  readonly hasWindows: () => boolean
  /** Whether a window is to be seen. */
  readonly isActive: () => boolean
  readonly isBusy: () => boolean
  readonly raiseInstalled: (details: Installed) => void
  readonly raiseLaunched: (launchData: LaunchData) => void
  /** False where no page listens to it. */
  readonly raiseRestarted: () => boolean
}

/** The program that the app is run by. */
export interface Program {
  readonly logger: Logger
  readonly sockets: () => readonly SocketReport[]
  readonly noteVersion: (version: string) => Installed | undefined
  /** Whether the program goes on where nothing keeps the app. */
  readonly keepsRunning: boolean
  readonly noteCrash: (crash: AppCrash) => void
  /** The app is idle and has its last moment, which may yet be called off. */
  readonly noteSuspending: (isUnderWay: boolean) => void
  readonly quit: () => void
  /** The same, with an exit code that tells of a failure. */
  readonly fail: () => void
}

/** From the first launch of an app to the end of the program. */
export class Life {
  readonly #host: LifeHost
  readonly #program: Program
  readonly #keepAlive: KeepAlive
  readonly #suspension: Suspension
  readonly #reloadLimit = new ReloadLimit()
  /** What is to be done when the background page has loaded; undefined once it has. */
  #waiting: (() => void)[] | undefined = []
  #isEnding = false
  #isRestarting = false
  #hasCrashed = false
  #hasPorts = false
  /** It has no pages until it is launched again. */
  #isHalted = false
  #end: Promise<void> | undefined

  constructor(host: LifeHost, program: Program) {
    this.#host = host
    this.#program = program
    this.#suspension = new Suspension(host)
    this.#keepAlive = new KeepAlive({
      ...host,
      sockets: program.sockets,
      isBusy: () => this.#isLoading || this.#hasPorts || host.isBusy(),
      end: () => void this.#endIdle(),
    })
  }

  /** However long it takes: on a machine that is busy a page may need more time than an idle app is given. */
  get #isLoading(): boolean {
    return this.#waiting !== undefined
  }

  /** The program ends: nothing keeps it any more. */
  get isOver(): boolean {
    return this.#end !== undefined
  }

  /** The pages have had their last moment. */
  get isEnding(): boolean {
    return this.#isEnding
  }

  /** The pages of before go; with them goes all that they had. */
  get isRestarting(): boolean {
    return this.#isRestarting
  }

  start(launch = (): void => this.launch('load_and_launch')): void {
    this.#open(() => {
      const installed = this.#program.noteVersion(this.#host.version)
      if (installed !== undefined) this.#host.raiseInstalled(installed)
      launch()
    })
  }

  /** The background page has loaded: what it has said before has been heard. */
  ready(): void {
    const waiting = this.#waiting ?? []
    this.#waiting = undefined
    this.#isRestarting = false
    for (const act of waiting) act()
  }

  launch(source: LaunchSource): void {
    this.launchBy(() =>
      this.#host.raiseLaunched({
        isDemoSession: false,
        isKioskSession: false,
        isPublicSession: false,
        source,
      }),
    )
  }

  /** The same where what the launch is told is found out first, which keeps the app. */
  async launchSoon(source: LaunchSource, raise: Promise<(() => void) | undefined>): Promise<void> {
    this.noteActivity()
    const tell = await raise
    if (tell === undefined) this.launch(source)
    else this.launchBy(tell)
  }

  /** The same where the launch data are not plain: `raise` tells the pages. */
  launchBy(raise: () => void): void {
    if (this.#isHalted) return this.#startAnew(raise)
    if (this.#waiting !== undefined) return void this.#waiting.push(() => this.launchBy(raise))
    this.noteActivity()
    raise()
  }

  /** `chrome.runtime.reload`: a launch follows only where a window was to be seen. */
  reload(): void {
    const { fail, logger } = this.#program
    if (!this.#reloadLimit.allows()) {
      logger.error('electron-chrome-sockets: the app reloads itself again and again, and is ended')
      return this.#halt(fail)
    }
    const { isActive, version } = { isActive: this.#host.isActive(), version: this.#host.version }
    this.#isRestarting = true
    this.#host.destroyPages()
    this.#open(() => {
      this.#host.raiseInstalled({ previousVersion: version, reason: 'update' })
      if (isActive) this.launch('reload')
    })
  }

  #open(act: () => void): void {
    this.#waiting = [act]
    this.#hasPorts = false
    this.noteActivity()
    this.#host.openBackground({
      onCrash: (reason, exitCode) => this.#recover(reason, exitCode),
      onClosed: () => this.#halt(this.#program.quit),
    })
  }

  /** The app is over. A program that is there for more than it goes on. */
  #halt(endProgram: () => void): void {
    if (!this.#program.keepsRunning) return endProgram()
    this.#isHalted = true
    this.#host.destroyPages()
  }

  #startAnew(raise: () => void): void {
    this.#isHalted = false
    this.#hasCrashed = false
    this.#open(() => this.launchBy(raise))
  }

  /** An app that crashes is started again, once: one that crashes each time would never end. */
  #recover(reason: string, exitCode: number): void {
    const { fail, logger, noteCrash } = this.#program
    if (this.#isEnding) return
    // Who ends all processes of a group ends the pages, too: there is nobody left to wait for.
    if (this.#end !== undefined) return this.#suspension.skip()
    const restarts = !this.#hasCrashed
    const next = restarts ? 'it is started again' : 'it has done so before, and is ended'
    logger.error(`electron-chrome-sockets: the process of the app's pages has gone (${reason}): ${next}`)
    const wasActive = this.#host.isActive()
    this.#isRestarting = true
    this.#host.destroyPages()
    this.#hasCrashed = true
    if (restarts)
      this.#open(() => {
        if (!this.#host.raiseRestarted() && wasActive) this.launch('restart')
      })
    else this.#halt(fail)
    noteCrash({ reason, exitCode, restarts })
  }

  /** Something happens that keeps the app for a while. */
  noteActivity(): void {
    if (this.#end !== undefined) return
    this.#suspension.cancel()
    if (!this.#program.keepsRunning) this.#keepAlive.watch()
  }

  /** A page has called something: that keeps an app. One that is being suspended is kept by what comes of it, if anything. */
  noteCall(): void {
    if (this.#end !== undefined || this.#suspension.isUnderWay) return
    if (!this.#program.keepsRunning) this.#keepAlive.watch()
  }

  /** Pages have a port open between them, or none any more. */
  notePorts(areOpen: boolean): void {
    this.#hasPorts = areOpen
    if (areOpen) return this.noteCall()
    if (this.#end !== undefined || this.#suspension.isUnderWay) return
    if (!this.#program.keepsRunning) this.#keepAlive.watchAfterRelease()
  }

  noteWindowGone(): void {
    if (this.#end !== undefined || this.#suspension.isUnderWay) return
    if (!this.#program.keepsRunning && !this.#host.hasWindows()) this.#keepAlive.watchAfterWindow()
  }

  async #endIdle(): Promise<void> {
    const { noteSuspending, quit } = this.#program
    noteSuspending(true)
    const isOver = await this.#suspension.begin()
    if (this.#end !== undefined) return
    if (isOver && !this.#keepAlive.isKept()) return quit()
    noteSuspending(false)
    if (isOver) this.noteActivity()
  }

  /** Lets the pages have their last moment; nothing keeps them from going afterwards. */
  end(): Promise<void> {
    this.#end ??= this.#finish()
    return this.#end
  }

  async #finish(): Promise<void> {
    this.#keepAlive.stop()
    await this.#suspension.hurry()
    this.#isEnding = true
    this.#host.destroyPages()
  }

  /** The pages have nothing to do any more; `isHeard`: one of them listens to its end. */
  confirmSuspending(round: number, isHeard: boolean): void {
    this.#suspension.confirm(round, isHeard)
  }
}
