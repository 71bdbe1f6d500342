/** Something in which Chrome's behaviour is not copied, as the README tells it, and the scenarios that show it. */
export interface WantedDifference {
  readonly what: string
  readonly chrome: string
  readonly here: string
  readonly why: string
  /** By scenario file, without its suffix. */
  readonly scenarios: Readonly<Record<string, readonly string[]>>
}
