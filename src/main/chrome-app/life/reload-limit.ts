/** Milliseconds after a start: whoever reloads within them reloads fast (Chromium: runtime_api.cc). */
const fastTime = 10_000
/** As for an app that is run from its folder. */
const maxFastReloads = 30

/** Stops an app that does nothing but start anew. */
export class ReloadLimit {
  #last = -Infinity
  #fastReloads = 0

  /** False where the app has reloaded too often. */
  allows(): boolean {
    const now = performance.now()
    this.#fastReloads = now - this.#last < fastTime ? this.#fastReloads + 1 : 0
    this.#last = now
    return this.#fastReloads < maxFastReloads
  }
}
