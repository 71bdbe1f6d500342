/** What pages have between them. Whether there is anything is told a moment later: most messages are answered by then. */
export class OpenCount {
  readonly #tell: (areOpen: boolean) => void
  readonly #soon: (act: () => void) => void
  #count = 0
  #isToldOpen = false
  #isDue = false

  constructor(soon: (act: () => void) => void, tell: (areOpen: boolean) => void) {
    this.#soon = soon
    this.#tell = tell
  }

  add(change: number): void {
    this.#count += change
    if (this.#isDue || this.#count > 0 === this.#isToldOpen) return
    this.#isDue = true
    this.#soon(() => this.#say())
  }

  #say(): void {
    this.#isDue = false
    const areOpen = this.#count > 0
    if (areOpen === this.#isToldOpen) return
    this.#isToldOpen = areOpen
    this.#tell(areOpen)
  }
}
