import type { SocketReport } from '../../types.ts'

/** Milliseconds: as long as Chrome waits for an app that has nothing to do. */
const idleTime = 10_000
/** After the last window: what its closing has begun may still come to something. */
const lastWindowTime = 1000

/** What goes on without a window: sockets that outlive pages, and those that others may connect to. */
function keepsAlive({ persistent, state }: SocketReport): boolean {
  return persistent || state === 'listening'
}

export interface KeepAliveHost {
  readonly hasWindows: () => boolean
  readonly sockets: () => readonly SocketReport[]
  readonly end: () => void
}

/** Ends an app that has nothing to do any more. */
export class KeepAlive {
  readonly #host: KeepAliveHost
  #timer: NodeJS.Timeout | undefined

  constructor(host: KeepAliveHost) {
    this.#host = host
  }

  /** To be called whenever something is over that kept the app. */
  check(time = idleTime): void {
    clearTimeout(this.#timer)
    if (this.#isNeeded) return
    this.#timer = setTimeout(() => {
      if (!this.#isNeeded) this.#host.end()
    }, time)
  }

  checkAfterWindow(): void {
    this.check(lastWindowTime)
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  get #isNeeded(): boolean {
    return this.#host.hasWindows() || this.#host.sockets().some(keepsAlive)
  }
}
