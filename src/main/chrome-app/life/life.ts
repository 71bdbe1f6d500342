import type { AppEventArguments } from '../../../renderer-types/contract/apps/index.ts'
import type { Logger, SocketReport } from '../../types.ts'
import type { BackgroundEvents } from '../windows/background-page.ts'
import type { Installed } from './installed-version.ts'
import { KeepAlive } from './keep-alive.ts'

type LaunchData = AppEventArguments<'appRuntime', 'onLaunched'>[0]

/** What life is about. */
export interface LifeHost {
  readonly version: string
  readonly openBackground: (events: BackgroundEvents) => void
  /** Destroys the background page, and with it all windows. */
  readonly destroyPages: () => void
  readonly hasWindows: () => boolean
  /** Whether a window is to be seen. */
  readonly isActive: () => boolean
  readonly raiseInstalled: (details: Installed) => void
  readonly raiseLaunched: (launchData: LaunchData) => void
  /** Tells the background page that the end is near; false where there is none. */
  readonly tellSuspending: () => boolean
}

export interface Program {
  readonly logger: Logger
  readonly sockets: () => readonly SocketReport[]
  readonly noteVersion: (version: string) => Installed | undefined
  readonly quit: () => void
}

/** Milliseconds that an app has for its last moment: as in Chrome. */
const lastMoment = 5000

/** From the first launch of an app to the end of the program. */
export class Life {
  readonly keepAlive: KeepAlive
  readonly #host: LifeHost
  readonly #program: Program
  #isEnding = false
  #hasCrashed = false
  #end: Promise<void> | undefined
  #confirm: (() => void) | undefined

  constructor(host: LifeHost, program: Program) {
    this.#host = host
    this.#program = program
    this.keepAlive = new KeepAlive({
      hasWindows: host.hasWindows,
      sockets: program.sockets,
      end: program.quit,
    })
  }

  get isEnding(): boolean {
    return this.#isEnding
  }

  start(): void {
    this.#open(() => {
      const installed = this.#program.noteVersion(this.#host.version)
      if (installed !== undefined) this.#host.raiseInstalled(installed)
      this.launch('load_and_launch')
    })
  }

  launch(source: LaunchData['source']): void {
    this.#host.raiseLaunched({
      isDemoSession: false,
      isKioskSession: false,
      isPublicSession: false,
      source,
    })
    this.keepAlive.check()
  }

  /** `chrome.runtime.reload`: a launch follows only where a window was to be seen. */
  reload(): void {
    const { isActive, version } = { isActive: this.#host.isActive(), version: this.#host.version }
    this.#host.destroyPages()
    this.#open(() => {
      this.#host.raiseInstalled({ reason: 'update', previousVersion: version })
      if (isActive) this.launch('reload')
      else this.keepAlive.check()
    })
  }

  #open(onLoad: () => void): void {
    this.#host.openBackground({ onLoad, onCrash: (reason) => this.#recover(reason) })
  }

  /** An app that crashes is started again, once: one that crashes each time would never end. */
  #recover(reason: string): void {
    const { logger, quit } = this.#program
    if (this.#isEnding) return
    logger.error(`electron-chrome-sockets: the process of the app's pages has gone (${reason})`)
    this.#host.destroyPages()
    if (this.#hasCrashed) return quit()
    this.#hasCrashed = true
    this.#open(() => this.launch('reload'))
  }

  /** Lets the pages have their last moment; nothing keeps them from going afterwards. */
  end(): Promise<void> {
    this.#end ??= this.#suspend()
    return this.#end
  }

  async #suspend(): Promise<void> {
    this.keepAlive.stop()
    await new Promise<void>((resolve) => {
      this.#confirm = resolve
      if (!this.#host.tellSuspending()) return resolve()
      setTimeout(resolve, lastMoment)
    })
    this.#isEnding = true
    this.#host.destroyPages()
  }

  /** The pages have done what they wanted to. */
  confirmSuspending(): void {
    this.#confirm?.()
  }
}
