/** Calls back when nothing has moved it in time. */
export class Deadline {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer
  #lifted = false
  #onMiss

  /** @param {() => void} onMiss */
  constructor(onMiss) {
    this.#onMiss = onMiss
  }

  /** @param {number} delay milliseconds from now */
  move(delay) {
    clearTimeout(this.#timer)
    if (!this.#lifted) this.#timer = setTimeout(this.#onMiss, delay)
  }

  /** For good. */
  lift() {
    this.#lifted = true
    clearTimeout(this.#timer)
  }
}
