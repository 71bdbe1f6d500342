import type { SocketReport } from '../../types.ts'

/** Milliseconds: as long as Chrome waits for an app that has nothing to do. */
const idleTime = 10_000
/** After the last window of an app without sockets: what its closing has begun may still come to something. */
const lastWindowTime = 1000

/** What goes on without a window: sockets that outlive pages, and those that others may connect to. */
function keepsAlive({ persistent, state }: SocketReport): boolean {
  return persistent || state === 'listening'
}

export interface KeepAliveHost {
  readonly hasWindows: () => boolean
  /** Whether a call waits for its answer, or an alarm for its time. */
  readonly isBusy: () => boolean
  readonly sockets: () => readonly SocketReport[]
  readonly end: () => void
}

/** Ends an app that has had nothing to do for a while. */
export class KeepAlive {
  readonly #host: KeepAliveHost
  #timer: NodeJS.Timeout | undefined
  #bytes = 0
  #isAfterWindow = false

  constructor(host: KeepAliveHost) {
    this.#host = host
  }

  /** From now on, and again for as long as something keeps the app. */
  watch(time = idleTime): void {
    this.stop()
    this.#isAfterWindow = false
    this.#timer = setTimeout(() => {
      if (this.isKept()) this.watch()
      else this.#host.end()
    }, time)
  }

  watchAfterWindow(): void {
    this.watch(this.#host.sockets().length === 0 ? lastWindowTime : idleTime)
    this.#isAfterWindow = true
  }

  /** Something that kept the app has gone; with the last window goes what its page had. */
  watchAfterRelease(): void {
    if (!this.#isAfterWindow) this.watch()
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  /** By something that goes on, or is to come. */
  isKept(): boolean {
    const { hasWindows, isBusy, sockets } = this.#host
    if (hasWindows() || isBusy()) return true
    const reports = sockets()
    return reports.some(keepsAlive) || this.#hasBeenActive(reports)
  }

  /** What a connection receives keeps an app that has nothing else, as in Chrome. */
  #hasBeenActive(sockets: readonly SocketReport[]): boolean {
    const before = this.#bytes
    this.#bytes = sockets.reduce((sum, { bytesReceived, bytesSent }) => sum + bytesReceived + bytesSent, 0)
    return this.#bytes > before
  }
}
