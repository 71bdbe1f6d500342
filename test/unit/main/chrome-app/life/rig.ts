import { Life } from '../../../../../src/main/chrome-app/life/life.ts'
import type { LifeHost } from '../../../../../src/main/chrome-app/life/life.ts'
import type { BackgroundEvents } from '../../../../../src/main/chrome-app/windows/background-page.ts'
import type { Installed } from '../../../../../src/main/chrome-app/life/installed-version.ts'
import type { SocketReport } from '../../../../../src/main/types.ts'

export const launchData = { isDemoSession: false, isKioskSession: false, isPublicSession: false }

/** An app whose pages and program write down what is done to them. */
export class Rig {
  readonly log: unknown[] = []
  windows = 0
  active = false
  hasBackground = true
  pendingCalls = false
  alarms = false
  hearsRestarts = false
  /** As others are told who want the program's data. */
  mayEnd = false
  installed: Installed | undefined
  sockets: Partial<SocketReport>[] = []
  /** Of its last moment. */
  round = 0
  readonly life: Life
  crash: BackgroundEvents['onCrash'] = () => {}
  close = (): void => {}

  constructor(keepsRunning = false) {
    this.life = new Life(this.#createHost(), {
      logger: { warn: () => {}, error: (message) => this.log.push(message) },
      sockets: () => this.sockets as SocketReport[],
      noteVersion: () => this.installed,
      keepsRunning,
      noteCrash: (crash) => this.log.push(crash),
      noteSuspending: (isUnderWay) => (this.mayEnd = isUnderWay),
      quit: () => this.log.push('quit'),
      fail: () => this.log.push('fail'),
    })
  }

  #createHost(): LifeHost {
    return {
      version: '1.2',
      openBackground: ({ onClosed, onCrash }) => {
        this.log.push('open')
        this.crash = onCrash
        this.close = onClosed
      },
      destroyPages: () => this.log.push('destroy'),
      hasWindows: () => this.windows > 0,
      isActive: () => this.active,
      isBusy: () => this.pendingCalls || this.alarms,
      raiseInstalled: (details) => this.log.push(details),
      raiseLaunched: (data) => this.log.push(data),
      raiseRestarted: () => {
        if (this.hearsRestarts) this.log.push('restarted')
        return this.hearsRestarts
      },
      raiseSuspendCanceled: () => this.log.push('canceled'),
      tellSuspending: (round) => {
        this.round = round
        this.log.push('suspend')
        return this.hasBackground
      },
    }
  }

  /** Starts, and forgets what that has done. */
  start(): void {
    this.life.start()
    this.life.ready()
    this.take()
  }

  confirm(isHeard: boolean): void {
    this.life.confirmSuspending(this.round, isHeard)
  }

  /** What has been done since this was last asked. */
  take(): unknown[] {
    return this.log.splice(0)
  }
}
